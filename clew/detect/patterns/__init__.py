"""The shelf of patterns, one each. Put a file in and it is found."""
