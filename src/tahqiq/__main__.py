"""`python -m tahqiq`: the command line."""

from tahqiq.cli import main

if __name__ == "__main__":
    main()
