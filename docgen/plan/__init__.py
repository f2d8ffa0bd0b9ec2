"""Plan: a case and a pack into jobs, each with its reason; pure."""
