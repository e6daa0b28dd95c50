/// A name in the form in which names are compared, beside what was written.
public struct CleanedName: Hashable, Sendable {
  /// The name to compare.
  public let text: String
  /// The name as it was written.
  public let original: String
  /// Whether a private-use character is left, which nobody else may be able to read.
  public let hasPrivateUse: Bool
}

extension Cleaning {
  /// Cleans a name: no blanks at the ends or between Han characters, one kind of dot, radicals as ideographs.
  ///
  /// Two writings are the same name when their `text` is equal.
  public static func name(_ raw: String) -> CleanedName {
    if isPlainHan(raw) { return CleanedName(text: raw, original: raw, hasPrivateUse: false) }

    var text: [Unicode.Scalar] = []
    var blankBefore = false
    for scalar in raw.unicodeScalars where !scalar.isVariationSelector {
      if scalar.isBlank {
        blankBefore = blankBefore || !scalar.isInvisible
        continue
      }
      let next = folded(scalar, after: text.last)
      if text.isEmpty && next == "'" { continue }
      if blankBefore, let last = text.last, !(last.joins && next.joins) { text.append(" ") }
      blankBefore = false
      if !(next == dot && text.last == dot) { text.append(next) }
    }
    return CleanedName(text: String(text), original: raw, hasPrivateUse: text.contains { $0.isPrivateUse })
  }

  private static let dot: Unicode.Scalar = "\u{B7}"

  /// A point after a Latin letter is an abbreviation; every other dot divides a name.
  private static func folded(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Unicode.Scalar {
    let isPoint = scalar == "." || scalar == "\u{FF0E}"
    if scalar.isNameDot, let last, !isPoint || last.isHan || last.isPrivateUse { return dot }
    return Radicals.ideograph(of: scalar).halfWidth
  }

  /// Nothing but U+4E00 to U+9FFF, as nearly every name is.
  private static func isPlainHan(_ text: String) -> Bool {
    text.utf8.count % 3 == 0 && text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }
}

extension Unicode.Scalar {
  /// Blanks beside these are no part of a name.
  fileprivate var joins: Bool { isHan || isPrivateUse || value == 0xB7 || (0x3000...0x33FF).contains(value) }

  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
    default: false
    }
  }
}
