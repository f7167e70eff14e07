"""The pages: one package for each room, rendered on the server; forms send, htmx refreshes parts of a page."""
