"""Judge: sheets into cases, packs and findings; pure."""
