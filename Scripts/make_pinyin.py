#!/usr/bin/env python3
"""Readings of Han characters without tones, from PyPI pypinyin 0.55.0 (MIT, mozillazg and others).

    python3 -m venv v && v/bin/pip install pypinyin==0.55.0
    v/bin/python Scripts/make_pinyin.py Sources/Casework/Names/Pinyin+Table.swift

A syllable is two ASCII characters, `(` to `[`, 52 values each; the first syllable has number 1.
"""

import re
import sys
import unicodedata

import swift_table
from pypinyin.pinyin_dict import pinyin_dict

FIRST, LAST = 0x3400, 0x9FFF
EXTENSIONS = (0x2A700, 0x2EBEF)  # C to F: the rare characters that stand in the general list for names
MOST = 4


def readings(code):
    seen = []
    for reading in pinyin_dict.get(code, "").split(","):
        letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
        letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
        if re.fullmatch("[a-z]+", letters) and re.search("[aeiouv]", letters) and letters not in seen:
            seen.append(letters)
    return seen[:MOST]


plane = {code: readings(code) for code in range(FIRST, LAST + 1)}
extensions = {code: readings(code) for code in range(*EXTENSIONS) if readings(code)}
syllables = sorted({syllable for table in (plane, extensions) for found in table.values() for syllable in found})
number = {syllable: index + 1 for index, syllable in enumerate(syllables)}


def pair(value):
    return chr(40 + value // 52) + chr(40 + value % 52)


first = "".join(pair(number[found[0]] if found else 0) for found in plane.values())
more = "".join(f"{code:05X}" + "".join(pair(number[syllable]) for syllable in found[1:]) + " "
               for code, found in plane.items() if len(found) > 1)
rare = "".join(f"{code:05X}" + "".join(pair(number[syllable]) for syllable in found) + " "
               for code, found in extensions.items())

swift_table.write(
    sys.argv[1], "Pinyin", "extension", "make_pinyin.py", "PyPI pypinyin 0.55.0 (MIT)",
    "The tables of readings; `(` to `[` write numbers of base 52.",
    [
        swift_table.literal("syllables", "Every syllable, separated by spaces; the first has number 1.",
                            swift_table.folded(" ".join(syllables))),
        swift_table.literal("firstReadings", "The commonest reading of U+3400 to U+9FFF, two characters each; `((` is none.",
                            swift_table.folded(first)),
        swift_table.literal("moreReadings", "Further readings: five hexadecimal digits, then two characters each.",
                            swift_table.folded(more.rstrip())),
        swift_table.literal("rareReadings", "All readings of characters in the extensions C to F, written alike.",
                            swift_table.folded(rare.rstrip())),
    ])
