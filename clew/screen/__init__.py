"""Entities and list entries go in; hits come out."""
