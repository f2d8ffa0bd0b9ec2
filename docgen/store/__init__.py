"""Files and the database: what is read from disk and written to it."""
