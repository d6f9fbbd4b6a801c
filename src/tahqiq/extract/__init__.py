"""Text → Claims: pure functions over words; an engine that knows no language, and a room of rules per language."""
