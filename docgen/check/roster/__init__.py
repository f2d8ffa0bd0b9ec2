"""A spreadsheet's columns and cells → fields, typed people, and what is wrong with them; pure."""
