"""Loaders turn a publisher's bytes into releases: one publisher or file format each, tried in turn."""

from kg.loaders.origin import Origin
from kg.loaders.registry import REGISTRY, Loader, load

__all__ = ["REGISTRY", "Loader", "Origin", "load"]
