#!/usr/bin/env python3
"""Writes Sources/TerminalKit/AmbiguousTable.swift from Python's copy of Unicode's East Asian Width."""
import pathlib, unicodedata


def kind(code):
    character = chr(code)
    ambiguous = unicodedata.east_asian_width(character) == "A" and unicodedata.category(character) not in ("Mn", "Me", "Cf")
    return "a" if ambiguous else "n"


runs, first = [], 0
for code in range(1, 0x110001):
    if code == 0x110000 or kind(code) != kind(first):
        runs.append(f"{code - first:X}{kind(first)}")
        first = code
lines, line = [], ""
for run in runs:
    if len(line) + len(run) > 110:
        lines.append(line + "\\")
        line = ""
    line += run
text = "\n".join("  " + each for each in lines + [line])
target = pathlib.Path(__file__).parent.parent / "Sources/TerminalKit/AmbiguousTable.swift"
target.write_text(f'''// Written by Scripts/generate-ambiguous.py; do not edit.

/// The code points that Unicode {unicodedata.unidata_version} calls ambiguous in width, as runs: a length in hexadecimal, then `a`
/// for ambiguous or `n` for not.
let ambiguousRuns: StaticString = """
{text}
  """
''')
