"""A school's spreadsheet → what a clerk does with many families at once."""
