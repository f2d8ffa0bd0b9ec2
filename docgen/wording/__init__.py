"""Words: a job and a bundle into the values that a template may use; pure."""
