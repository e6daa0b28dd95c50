/// How text is kept safe in a CSV that a spreadsheet program will open, and how it comes back unchanged.
///
/// - A long number, or one that begins with 0, gets a tab behind it: Excel and WPS then take it for text and keep all
///   its digits; the tab cannot be seen.
/// - Text that would be run as a formula gets an apostrophe before it.
///
/// Both are undone in reading; the tab in workbooks too, since other offices protect their numbers in the same way. So is the
/// formula that is nothing but one text, `="431281…"`, which other systems write for the same end.
/// Text that looks protected already is protected once more, so every value survives.
enum ProtectedText {
  private static let tab: UInt8 = 9
  private static let equals = UInt8(ascii: "=")
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  /// The text as a CSV cell should have it.
  static func protected(_ text: String) -> String {
    if isLongNumber(text.utf8) { return text + "\t" }
    return beginsFormula(text) ? "'" + text : text
  }

  /// The text as a workbook's text cell should have it: safe as it is, unless its tab would be taken for a protection.
  static func protectedInWorkbook(_ text: String) -> String {
    text.utf8.last == tab && isLongNumber(text.utf8) ? text + "\t" : text
  }

  /// Whether `restore` could change the cell.
  @inline(__always)
  static func mayBegin(in bytes: UnsafeBufferPointer<UInt8>, _ place: RowCells.Place) -> Bool {
    place.start < place.end
      && (bytes[place.start] == apostrophe || bytes[place.start] == equals || bytes[place.end - 1] == tab)
  }

  /// Narrows a cell that was read to the text that was meant.
  static func restore(_ place: inout RowCells.Place, in bytes: [UInt8]) {
    guard place.end - place.start >= 2 else { return }
    if bytes[place.start] == apostrophe {
      if beginsFormula(String(decoding: bytes[(place.start + 1)..<place.end], as: UTF8.self)) { place.start += 1 }
    } else if bytes[place.start] == equals {
      restoreFormula(&place, in: bytes)
    } else {
      restoreNumber(&place, in: bytes)
    }
  }

  /// Takes the text out of a formula that is nothing else; one with a quote in it may be more.
  static func restoreFormula(_ place: inout RowCells.Place, in bytes: [UInt8]) {
    guard place.end - place.start > 3, bytes[place.start] == equals, bytes[place.start + 1] == quote,
      bytes[place.end - 1] == quote, !bytes[(place.start + 2)..<(place.end - 1)].contains(quote)
    else { return }
    place.start += 2
    place.end -= 1
  }

  /// Takes the tab from behind a long number.
  static func restoreNumber(_ place: inout RowCells.Place, in bytes: [UInt8]) {
    guard place.end > place.start, bytes[place.end - 1] == tab else { return }
    if isLongNumber(bytes[place.start..<(place.end - 1)]) { place.end -= 1 }
  }

  /// A number of which a spreadsheet would lose digits; tabs behind it do not matter.
  private static func isLongNumber(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, (0x30...0x39).contains(first) else { return false }
    var digits = 0
    var isBehind = false
    for byte in bytes {
      if byte == tab {
        isBehind = true
      } else if isBehind || !(0x30...0x39).contains(byte) {
        return false
      } else {
        digits += 1
      }
    }
    return digits >= 12 || digits > 1 && first == 0x30
  }

  /// Whether a spreadsheet would run the text; apostrophes before it do not matter, and a plain number is none.
  private static func beginsFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.drop { $0 == "'" }
    switch scalars.first {
    case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    case "+", "-": return !isPlainNumber(scalars.dropFirst())
    default: return false
    }
  }

  private static func isPlainNumber(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && scalars.count <= 12
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { ("0"..."9").contains($0) } }
  }
}
