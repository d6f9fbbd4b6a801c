"""What is measured, beside which peer. Speed is never a test: it is printed here, to be read."""
