"""The shelf of readers, one file format each. Put a file in and it is found."""
