"""Tasks and briefs → results, by the workers of one machine or of many."""
