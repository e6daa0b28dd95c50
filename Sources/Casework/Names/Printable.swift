extension String {
  /// The text with everything a terminal would obey instead of show replaced by a visible stand-in.
  ///
  /// Names and remarks come from other offices' files; an escape sequence or a bidirectional override in them could
  /// repaint the screen. Only what is shown changes: the stored value stays as it came.
  public func printable() -> String {
    if unicodeScalars.allSatisfy({ $0.standIn == nil }) { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars { shown.append(scalar.standIn ?? scalar) }
    return String(shown)
  }
}

extension String {
  /// The same for a cell of a table, which may have tabs and several lines, and spaces that cannot be seen: whoever reads
  /// the table again takes those out.
  ///
  /// Tables are long and nearly all cells hold nothing to replace, which their bytes tell.
  public func printableCell() -> String {
    let isRare = utf8.contains { byte in
      byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
    }
    guard isRare else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      shown.append(scalar.isObeyedInACell ? scalar.standIn ?? scalar : scalar)
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Escape sequences, line separators, and what turns the direction of writing.
  fileprivate var isObeyedInACell: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// What to show instead of a character that is obeyed or invisible; `nil` where the character may stand.
  ///
  /// Variation selectors stay: rare characters of personal names need them.
  fileprivate var standIn: Unicode.Scalar? {
    switch value {
    case 0x20...0x7E: nil
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? Self.replacement
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0x1D173...0x1D17A, 0xE0000...0xE007F:
      Self.replacement
    default: nil
    }
  }
}
