"""Sums of money -> what each is in its document, who gets it and what for."""
