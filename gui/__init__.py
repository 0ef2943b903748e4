"""Twotrack's window: Qt only. It shows what ``core`` finds and hands the user's decisions back to it."""
