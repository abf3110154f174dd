"""Data of the program: icons, themes, translations, codebooks, languages, sample and guide."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent
