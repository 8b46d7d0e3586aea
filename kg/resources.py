"""Where the ontology, the data and the queries that travel with the package are."""

from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder that ships with the package, such as `resource("queries", "answers")`.

    A wheel carries them inside the package; a checkout has them at its top level.
    """
    package = Path(__file__).resolve().parent
    packed = package / "_resources"
    root = packed if packed.is_dir() else package.parent
    return root.joinpath(*parts)
