"""Papers going out (Word, PDF, Excel from one content) and workbooks coming in, safely; no framework."""
