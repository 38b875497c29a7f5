"""The shelf of record types, one each. Put a file in and it is found."""
