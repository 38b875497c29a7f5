"""Claims, entities and hits go in; findings come out."""
