"""Pure functions over strings and days; they know nothing of records."""
