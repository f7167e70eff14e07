"""What the server keeps: the models (the only ones with migrations) and the typed questions asked of them."""
