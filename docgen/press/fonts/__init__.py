"""The project's own fonts: which faces there are, what each can show, how high its lines are."""
