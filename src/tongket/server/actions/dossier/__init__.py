"""What is done to a dossier: by the org unit that owes it, by the secretary for it, and by those who check it."""
