"""Names compared: any script in; candidates with a score, its reasons, and how many namesakes chance alone would give.

This layer knows names and nothing else: no tables, no lists, no cases. Rooms hand it names and get positions back.
"""
