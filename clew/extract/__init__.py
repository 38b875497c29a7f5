"""Pages go in; claims, mentions and gaps come out."""
