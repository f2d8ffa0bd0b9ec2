"""What lowering reads of a Word file, as tables, and whatever else it holds, told in words."""
