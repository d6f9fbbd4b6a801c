"""Text → Claims: pure functions over words; the language rooms hold the rules."""
