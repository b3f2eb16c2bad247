"""Sentences about answers, in both languages, for whatever door shows them."""
