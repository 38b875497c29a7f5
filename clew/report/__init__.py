"""Standings go in; a dossier comes out."""
