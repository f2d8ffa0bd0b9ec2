"""A template → everything that is wrong with it or hard on its readers, each with its place."""
