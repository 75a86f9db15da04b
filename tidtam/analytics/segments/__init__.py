"""Segments: the entries of the book, cut at a committed position into immutable Parquet files."""
