"""Who said it: cues, the words they introduce, the sources they name, and the chains between."""
