"""Tests of workbooks coming in."""
