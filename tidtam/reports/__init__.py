"""The six-month report: what it says, and the files it comes out as."""
