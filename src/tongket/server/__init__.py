"""The server: a year worked by many people at the same time, each seeing and doing only what is theirs.

Django lives behind this one wall. Inside it `web | jobs` call `actions` (the only writer), and those write `records`.
Everything that is calculated is calculated by the rooms and the desk; the server only keeps, shows and asks for rights.
"""
