"""The tool that reads and writes what people keep in files: year folders, workbooks, papers, slides and charts.

It knows formats, fonts and pages, and nothing about what a plan or a title means; rooms hand it finished content and
take back plain values. Everything it writes is the same, byte for byte, for the same input, lock and set of fonts.
"""
