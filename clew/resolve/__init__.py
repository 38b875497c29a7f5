"""Mentions and judgements go in; entities and candidates for a person to judge come out."""
