"""A school's spreadsheet → rows of cells; its faults → the same spreadsheet, marked."""
