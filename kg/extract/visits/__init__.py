"""Visits: who travelled where, when, and whether it happened."""
