"""`kg unresolved`: names that stand for nothing known yet."""

import click

from kg.cli.options import format_option, store_option
from kg.cli.output import ROW_FORMATS, show

QUERY = """
SELECT ?name (COUNT(DISTINCT ?unresolved) AS ?times) (COUNT(DISTINCT ?release) AS ?releases)
  (MIN(?class) AS ?expected) (MIN(STR(?quote)) AS ?sentence)
WHERE {
  ?unresolved a kg:UnresolvedName ; rdfs:label ?name ; kg:isEvidencedBy ?passage .
  ?passage kg:inRelease ?release ; kg:quote ?quote .
  OPTIONAL { ?unresolved kg:expectedClass ?class_node . BIND(STRAFTER(STR(?class_node), "#") AS ?class) }
}
GROUP BY ?name
ORDER BY DESC(?times) STR(?name)
"""


@click.command()
@format_option(*ROW_FORMATS)
@store_option
def unresolved(output_format: str | None, store: str) -> None:
    """List the names that no thing was found for, most frequent first, each with a sentence.

    They are ready to be added to the reference facts in data/reference/.

    \b
    Examples:
      kg unresolved
      kg unresolved --format csv > names.csv
    """
    from kg import store as stores

    with stores.open(store) as opened:
        show(opened.query(QUERY), output_format)
