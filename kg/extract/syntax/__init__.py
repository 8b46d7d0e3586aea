"""The grammar that rules share: lists of actors, and the clauses of a sentence with who does what in each."""
