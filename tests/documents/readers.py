"""Readers of PDF: every one that is at hand must find the words."""

import shutil
import subprocess
from io import BytesIO

import pypdfium2
from pdfminer.high_level import extract_text


def poppler(pdf: bytes) -> str:
    """The text as Poppler reads it (pdftotext, as in most Linux viewers)."""
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def pdfium(pdf: bytes) -> str:
    """The text as PDFium reads it (Chrome, Edge)."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def pdfminer(pdf: bytes) -> str:
    """The text as pdfminer reads it, which does not know /ActualText."""
    return extract_text(BytesIO(pdf))


READERS = [pdfium, pdfminer] + ([poppler] if shutil.which("pdftotext") else [])


def bare(text: str) -> str:
    """The text without white space, for readers space words each in their way."""
    return "".join(text.split())
