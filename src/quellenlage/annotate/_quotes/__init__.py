"""Whose words are these: one private module for each family of constructions that German news marks speech with."""
