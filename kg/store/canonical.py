"""A graph's content in one form, whichever store gave it.

Servers keep some literals otherwise than they are given: 0.70 as 0.7, `@en-GB` as `@en-gb`, escapes as
letters. Oxigraph's own form is the one to compare by.
"""

from hashlib import sha256

import pyoxigraph
from pyoxigraph import RdfFormat


def canonical(triples: bytes) -> bytes:
    """N-Triples in the form that Oxigraph gives them, sorted by their bytes, each once."""
    store = pyoxigraph.Store()
    store.bulk_load(triples, format=RdfFormat.N_TRIPLES, lenient=True)
    lines = store.dump(format=RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph()) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def digest(triples: bytes) -> str:
    """A hash of a graph's content as N-Triples, the same for whatever means the same."""
    return sha256(canonical(triples)).hexdigest()
