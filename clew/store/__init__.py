"""The ground: the only room that knows a database."""
