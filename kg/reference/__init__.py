"""The curated facts of `data/reference/*.csv`: states, posts, people, tenures, formats and the rest."""

from kg.reference.load import load
from kg.reference.rdf import quads
from kg.reference.rows import Reference
from kg.reference.things import actors, things

__all__ = ["Reference", "actors", "load", "quads", "things"]
