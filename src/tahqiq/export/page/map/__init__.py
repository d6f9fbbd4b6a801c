"""Maps: places as circles over coasts and borders, drawn here, asking nobody."""
