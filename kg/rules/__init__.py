"""Rules at work: what CONSTRUCT queries add to a graph, as a whole or again after some releases changed."""

from kg.rules.again import Change, Outlook, derive_again, look_ahead
from kg.rules.derive import Progress, derive

__all__ = ["Change", "Outlook", "Progress", "derive", "derive_again", "look_ahead"]
