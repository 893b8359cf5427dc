"""Says where each of some texts first stands in a PDF file, as JSON: its page, and how far its top is from the page's top in CSS pixels."""

import json
import sys

import pypdfium2

POINTS_TO_PIXELS = 96 / 72


def find(document, text):
    for number, page in enumerate(document):
        words = page.get_textpage()
        found = words.search(text, match_case=True).get_next()
        if found:
            top = words.get_charbox(found[0])[3]
            return {"page": number, "top": (page.get_height() - top) * POINTS_TO_PIXELS}
    return None


document = pypdfium2.PdfDocument(sys.argv[1])
print(json.dumps([find(document, text) for text in sys.argv[2:]]))
