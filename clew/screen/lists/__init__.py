"""The shelf of list formats, one each. Put a file in and it is found."""
