"""The IRIs of things: `id:<kind>-<slug>`, the same key always giving the same IRI."""

from functools import lru_cache

from pyoxigraph import NamedNode

ID_NAMESPACE = "https://w3id.org/osce-kg/id/"
LONGEST_SLUG = 120


@lru_cache(maxsize=100_000)
def slug(text: str) -> str:
    """Fold a name to lower-case ASCII words joined by hyphens.

    A slug over `LONGEST_SLUG` characters is cut and ends in a hash of the whole, so that two long
    names that begin alike stay two. Text without any letter or digit that can be folded gives a hash.
    """
    words = text.split(" ")
    if text.isascii() and all(map(str.isalnum, words)):
        # Nothing to fold but capitals. python-slugify takes as long to import as half of what a question needs.
        folded = "-".join(words).lower()
    else:
        from slugify import slugify

        folded = slugify(text)
    if folded and len(folded) <= LONGEST_SLUG:
        return folded
    from hashlib import sha256

    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{folded[: LONGEST_SLUG - 13].rstrip('-')}-{digest}".lstrip("-")


@lru_cache(maxsize=100_000)
def mint(kind: str, key: str) -> NamedNode:
    """The IRI of the thing of this kind with this key, such as `mint("person", "Edi Rama")`."""
    return NamedNode(f"{ID_NAMESPACE}{kind}-{slug(key)}")


def local_name(iri: NamedNode | str) -> str:
    """The part of a thing's IRI after the namespace, such as `person-edi-rama`."""
    text = iri if isinstance(iri, str) else iri.value
    return text.removeprefix(ID_NAMESPACE)
