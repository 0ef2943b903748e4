"""Finds the event mentions of an article: triggers, status, parties, place, numbers, date, and why."""

from core.events.extraction import candidates, extract

__all__ = ["candidates", "extract"]
