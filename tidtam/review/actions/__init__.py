"""What is done to claims: papers come in; the field records; reviewers question, return and let in."""

from tidtam.review.actions.answering import answer
from tidtam.review.actions.evidence import add_documents, add_evidence, remove_evidence
from tidtam.review.actions.papers import accept, propose
from tidtam.review.actions.recording import save, submit, withdraw, withdraw_many
from tidtam.review.actions.reviewing import approve, ask, send_back, take_back
from tidtam.review.actions.squares import Typed, hold_squares, keep_squares, submit_squares
from tidtam.review.actions.telling import Named, Telling, tell

__all__ = [
    "Named",
    "Telling",
    "Typed",
    "accept",
    "add_documents",
    "add_evidence",
    "answer",
    "approve",
    "ask",
    "hold_squares",
    "keep_squares",
    "propose",
    "remove_evidence",
    "save",
    "send_back",
    "submit",
    "submit_squares",
    "take_back",
    "tell",
    "withdraw",
    "withdraw_many",
]
