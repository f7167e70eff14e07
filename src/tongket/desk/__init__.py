"""What one officer does in one step: review a year, trace a figure, compare an estimate with the final figures.

The desk calls rooms and tools and takes nothing but a `Year` and arguments; the command line and the
server call the desk, so nothing is put together twice. Each step is a module of its own and imported
by itself, so that tracing a figure does not load the writers of Word files.
"""
