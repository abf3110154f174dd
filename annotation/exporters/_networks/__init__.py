"""Networks of a project: from stances and attributions to events, matrices and networks.

The options and what they mean are those of Discourse Network Analyzer; see Philip Leifeld (2017), “Discourse
Network Analysis: Policy Debates as Dynamic Networks”, in The Oxford Handbook of Political Networks.
"""
