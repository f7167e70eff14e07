"""What is new for a person: the bell in the head, and the page behind it."""
