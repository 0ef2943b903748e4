"""Turns what expressions say into dates, once the publication day is known or known to be unknown."""
