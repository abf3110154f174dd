"""The domain of Selon: articles, annotations, suggestions, adjudication. No Qt anywhere below here."""
