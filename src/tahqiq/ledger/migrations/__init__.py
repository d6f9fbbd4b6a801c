"""The list of changes to the tables of record, oldest first; files are added, never edited."""

HEAD = "0003"
