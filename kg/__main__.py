"""`python -m kg`, for environments whose scripts are on no path."""

from kg.cli import main

main()
