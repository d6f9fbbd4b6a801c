"""`python -m tahqiq`: the command line."""

from tahqiq.cli import main

main()
