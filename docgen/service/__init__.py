"""What a clerk does: examine, plan, generate, issue, withdraw, record."""
