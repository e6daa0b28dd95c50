/// A valid citizen identity number (GB 11643-1999) in its normal form: seventeen digits and a check character.
///
/// It is a person's data: printing it shows the masked form, and only `text` gives the whole.
public struct IdentityNumber: Hashable, Comparable, Sendable {
  /// The first seventeen digits as one number; the check character follows from them.
  let body: UInt64

  init(body: UInt64) { self.body = body }

  /// Reads a number already in normal form; `nil` where it is not valid, whatever the reason.
  ///
  /// A birth after today is the business of `IdentityCheck`, which knows the date.
  public init?(_ normalized: String) {
    guard let written = WrittenIdentity(normalized.utf8), written.agrees, let birth = written.birth,
      birth >= IdentityNumber.earliestBirth
    else { return nil }
    body = written.body
  }

  /// Reads a part of a longer text.
  public init?(_ normalized: some StringProtocol) { self.init(String(normalized)) }

  /// All eighteen characters.
  public var text: String {
    String(unsafeUninitializedCapacity: Self.length) { buffer in
      write(into: buffer)
      return Self.length
    }
  }

  /// How many ASCII characters a number has.
  public static let length = 18

  /// Writes all eighteen characters, for whoever asks for very many and needs no text of each.
  public func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    var rest = body
    for position in stride(from: Self.length - 2, through: 0, by: -1) {
      buffer[position] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    buffer[Self.length - 1] = IdentityNumber.checkDigit(body: body)
  }

  /// The day of birth the number carries.
  public var birth: Day {
    guard let day = IdentityNumber.birth(body: body) else {
      preconditionFailure("an identity number is only made of a real day of birth")
    }
    return day
  }

  /// The sex the number carries: the seventeenth digit is odd for men.
  public var sex: Sex { body % 2 == 1 ? .male : .female }

  /// The six digits of the district in which the number was given out.
  public var district: String { String(text.prefix(6)) }

  /// The form for lists and notices: the first six and the last four characters.
  public var masked: String {
    let text = text
    return text.prefix(6) + "********" + text.suffix(4)
  }

  /// Whether the last three characters are zeros, as a spreadsheet leaves them.
  ///
  /// One damaged number in eleven passes the check by chance, so several such rows in one file are suspicious.
  public var endsInThreeZeros: Bool {
    body % 100 == 0 && IdentityNumber.checkDigit(body: body) == UInt8(ascii: "0")
  }

  public static func < (left: IdentityNumber, right: IdentityNumber) -> Bool { left.body < right.body }

  /// The check character for seventeen digits (ISO 7064 MOD 11-2); `nil` where they are not seventeen digits.
  public static func checkDigit(for first17: some StringProtocol) -> Character? {
    let bytes = Array(first17.utf8)
    guard bytes.count == 17, let body = UInt64(digits: bytes) else { return nil }
    return Character(Unicode.Scalar(checkDigit(body: body)))
  }
}

extension IdentityNumber: CustomStringConvertible {
  public var description: String { masked }
}

extension IdentityNumber {
  static let earliestBirth = Day(ordinal: -62_091)

  var districtCode: UInt32 { UInt32(body / 100_000_000_000) }

  /// Each place doubles the weight of the next one, modulo 11.
  static func checkDigit(body: UInt64) -> UInt8 {
    var rest = body
    var weight: UInt64 = 2
    var sum: UInt64 = 0
    while rest > 0 {
      sum += rest % 10 * weight
      rest /= 10
      weight = weight * 2 % 11
    }
    let remainder = Int(sum % 11)
    return remainder == 2 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8((12 - remainder) % 11)
  }

  static func birth(body: UInt64) -> Day? {
    let date = Int(body / 1000 % 100_000_000)
    return Day(year: date / 10_000, month: date / 100 % 100, day: date % 100)
  }
}

extension UInt64 {
  /// The number that ASCII digits write; `nil` at the first byte that is none.
  init?(digits: some Sequence<UInt8>) {
    self = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      self = self * 10 + UInt64(byte - 48)
    }
  }
}
