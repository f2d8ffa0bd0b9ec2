"""The rules of the field, one module a stage; each takes a case and gives findings."""
