"""A language model as a proposer, never as a judge: pages go out one by one; what stands verbatim in them comes back for review.

Nothing here runs unless a user asks for it. What a model proposes enters no finding until a person has accepted it.
"""
