"""Typed questions to the records. Only these and the actions touch the models."""
