/// Brings what people and programs write into the form in which it is compared.
public enum Cleaning {
  /// Cleans an identity or certificate number: nothing invisible, no spaces, half-width, a capital `X` in place 18.
  ///
  /// It never guesses a digit: O stays O.
  public static func number(_ raw: String) -> CleanedNumber {
    if raw.utf8.allSatisfy({ (33...126).contains($0) && $0 != apostrophe && $0 != smallX }) {
      return CleanedNumber(text: raw, changes: [])
    }
    var changes: CleanedNumber.Changes = []
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(20)
    for scalar in raw.unicodeScalars {
      if scalar.isBlank {
        changes.insert(.stripped)
        continue
      }
      let half = scalar.halfWidth
      if half != scalar { changes.insert(.fullWidth) }
      if scalars.isEmpty && ["'", "\u{2018}", "\u{2019}"].contains(half) {
        changes.insert(.stripped)
      } else {
        scalars.append(half)
      }
    }
    if scalars.count >= 18, scalars[17] != "X", scalars[17].isWrittenX {
      scalars[17] = "X"
      changes.insert(.lowerX)
    }
    return CleanedNumber(text: String(scalars), changes: changes)
  }

  /// Cleans any other field: blanks at both ends and a leading apostrophe go, nothing within changes.
  public static func field(_ raw: String) -> String {
    if let first = raw.utf8.first, let last = raw.utf8.last, (33...126).contains(first), first != apostrophe,
      (33...126).contains(last)
    {
      return raw
    }
    var scalars = raw.unicodeScalars[...]
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    if scalars.first == "'" { scalars.removeFirst() }
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(Substring(scalars))
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let smallX = UInt8(ascii: "x")
}

/// A number after cleaning, and what had to be done.
public struct CleanedNumber: Hashable, Sendable {
  public let text: String
  public let changes: Changes

  /// What cleaning did.
  public struct Changes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Full-width characters became half-width.
    public static let fullWidth = Changes(rawValue: 1)
    /// Something like an `X` in place 18 became `X`.
    public static let lowerX = Changes(rawValue: 2)
    /// Spaces, invisible characters or an apostrophe went.
    public static let stripped = Changes(rawValue: 4)
  }

  /// Nothing left, or digits that a spreadsheet has already thrown away.
  func unusable(asNumberCell isNumberCell: Bool) -> IdentityProblem? {
    if text.isEmpty { return .empty }
    let digits = text.utf8.prefix { $0 != UInt8(ascii: ".") }.count { (48...57).contains($0) }
    return isScientific || (isNumberCell && digits >= 16) ? .excelFloat : nil
  }

  /// `4.31202E+17`, but not a number with a stray E: it needs a point, a sign, or no more than two digits before E.
  private var isScientific: Bool {
    let bytes = Array(text.utf8)
    guard let e = bytes.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }), e > 0 else {
      return false
    }
    let mantissa = bytes[..<e]
    let signs: [UInt8] = [UInt8(ascii: "+"), UInt8(ascii: "-")]
    let exponent = bytes[(e + 1)...].drop { signs.contains($0) }
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    let point = mantissa.firstIndex(of: UInt8(ascii: "."))
    guard isDigit(bytes[0]), (1...3).contains(exponent.count), exponent.allSatisfy(isDigit),
      mantissa.enumerated().allSatisfy({ isDigit($1) || $0 == point })
    else { return false }
    return point != nil || mantissa.count <= 2 || exponent.count == bytes.count - e - 2
  }

  /// A Han letter in it, or no digit at all.
  var isNoNumber: Bool {
    text.unicodeScalars.contains { $0.isHan } || !text.utf8.contains { (48...57).contains($0) }
  }
}

extension String {
  init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
