"""The photos and documents of claims."""
