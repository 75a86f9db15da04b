"""Roll-ups: the questions to the cube, written once in SQL and turned for each engine."""
