"""Findings go in; standings come out: what each rests on, and what would bring it down."""
