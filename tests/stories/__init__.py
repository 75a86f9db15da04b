"""Stories told from outside: through the command line and the pages, with the real results."""
