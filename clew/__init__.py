"""Clew follows the thread from a document to a finding."""

__version__ = "0.1.0"
