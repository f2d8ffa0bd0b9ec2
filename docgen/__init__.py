"""docgen: from one casefile to every letter, contract and form that a family must get."""
