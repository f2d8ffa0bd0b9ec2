"""Make: templates and values into bytes."""
