"""The few words that definitions choose from; each is a choice of a key in the files."""

SECTIONS = ("line", "item", "series")
"""A line of the report under its heading, a regional item after the lines, or a longer series of the past."""

BASES = ("annual", "cumulative", "milestone")
MEASURES = ("crossed", "standing")
CYCLES = ("fiscal", "ever")
TREES = ("admin", "codi", "canal")
CONFIDENCES = ("stated", "inferred", "open")
"""How sure a counting rule is: the paper states it, it follows from several, or a person must be asked."""

EVIDENCE = ("photo", "document")
"""The kinds of evidence that a stage may demand of a claim of the field."""

IDENTITIES_OF = ("result", "target")
