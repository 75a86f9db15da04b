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

ABOUT = ("grant", "loan", "savings", "management", "rent")
"""What a money rule speaks of."""

RULES_OF = ("household", "project")
SHARES_OF = ("infrastructure", "loan")
"""The sums of a project that a share may be a share of."""

SHARE_LIMITS = ("most", "least")
LENDS_TO = ("organisation", "member")
INSTALMENTS = ("equal_sum", "equal_principal")
INTEREST_BY = ("month", "day")
"""A twelfth of the yearly rate for each month, or by the days that passed."""

ROUNDINGS = ("half_up", "half_even", "down")
RESTS = ("last", "first")
"""The instalment that takes what rounding left."""

INTEREST_MEANWHILE = ("forgone", "deferred", "due")
TERM_AFTER = ("longer", "same")
LANDS = ("", "same", "new")
HOUSING_CYCLES = ("ever", "event")
"""A household counts once for ever, or once for each event (a fire, a flood)."""
