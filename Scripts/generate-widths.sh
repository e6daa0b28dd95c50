#!/bin/sh
# Writes Sources/TerminalKit/WidthTable.swift from the C library's wcwidth in C.UTF-8.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/widths.c" <<'C'
#define _XOPEN_SOURCE 700
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

static int class_of(long code) {
  if (code >= 0xD800 && code <= 0xDFFF) return 'x';
  switch (wcwidth((wchar_t)code)) {
  case 0: return 'z';
  case 1: return 'n';
  case 2: return 'w';
  default: return 'x';
  }
}

int main(void) {
  if (!setlocale(LC_CTYPE, "C.UTF-8")) return 1;
  puts("// Written by Scripts/generate-widths.sh; do not edit.\n");
  puts("/// The C library's `wcwidth` of every code point from U+0000 on, as runs: a length in hexadecimal, then");
  puts("/// `n` for one column, `w` for two, `z` for none, `x` for a code point that it does not know.");
  puts("let widthRuns: StaticString = \"\"\"");
  char line[120];
  int used = 0;
  for (long code = 0; code <= 0x10FFFF;) {
    long first = code;
    int class = class_of(code);
    while (code <= 0x10FFFF && class_of(code) == class) code++;
    char run[16];
    int length = snprintf(run, sizeof run, "%lX%c", code - first, class);
    if (used + length > 110) { printf("  %.*s\\\n", used, line); used = 0; }
    used += snprintf(line + used, sizeof line - used, "%s", run);
  }
  printf("  %.*s\n  \"\"\"\n", used, line);
}
C
cc -O1 -o "$work/widths" "$work/widths.c"
"$work/widths" > Sources/TerminalKit/WidthTable.swift
