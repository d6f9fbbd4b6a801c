"""Standing here, it lets every test import `tests.factories`."""
