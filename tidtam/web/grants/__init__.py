"""The money page of a project: what was granted, what each instalment waits for, what was paid."""
