"""A file goes in; a source, its pages and the places of its words come out."""
