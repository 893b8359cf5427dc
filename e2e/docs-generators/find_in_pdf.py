"""Says how far texts are from the top of the first page of a PDF file, in CSS pixels, as JSON; null for one that is not there."""

import json
import sys

import pypdfium2

POINTS_TO_PIXELS = 96 / 72

file, *texts = sys.argv[1:]
page = pypdfium2.PdfDocument(file)[0]
words = page.get_textpage()


def find_top(text):
    found = words.search(text, match_case=True).get_next()
    if found is None:
        return None
    start, _ = found
    _, _, _, top = words.get_charbox(start)
    return (page.get_height() - top) * POINTS_TO_PIXELS


print(json.dumps([find_top(text) for text in texts]))
