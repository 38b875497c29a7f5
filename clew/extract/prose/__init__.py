"""The shelf of prose languages, one each. Put a file in and it is found."""
