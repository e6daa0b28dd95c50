/// Eighteen characters with the shape of an identity number, right or wrong.
struct WrittenIdentity {
  let body: UInt64
  let check: UInt8

  init(body: UInt64, check: UInt8) {
    self.body = body
    self.check = check
  }

  /// `nil` unless these are seventeen ASCII digits and a digit or `X`.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 18 else { return nil }
    var body: UInt64 = 0
    var check: UInt8 = 0
    var position = 0
    for byte in bytes {
      let isDigit = (48...57).contains(byte)
      if position == 17 {
        guard isDigit || byte == UInt8(ascii: "X") else { return nil }
        check = byte
      } else {
        guard isDigit else { return nil }
        body = body * 10 + UInt64(byte - 48)
      }
      position += 1
    }
    self.init(body: body, check: check)
  }

  /// The older writing of fifteen digits, brought to eighteen characters.
  init?(fifteen bytes: some Collection<UInt8>) {
    guard bytes.count == 15, let digits = UInt64(digits: bytes) else { return nil }
    let body = digits / 1_000_000_000 * 100_000_000_000 + 19_000_000_000 + digits % 1_000_000_000
    self.init(body: body, check: IdentityNumber.checkDigit(body: body))
  }

  var agrees: Bool { IdentityNumber.checkDigit(body: body) == check }
  var birth: Day? { IdentityNumber.birth(body: body) }

  /// What is wrong with it, in the order of the rules: the date, digits lost in a spreadsheet, the check character.
  ///
  /// A birth before 1800 comes last: where the check character fails too, a miswritten year is a miswritten digit.
  func problem(today: Day) -> IdentityProblem? {
    guard let birth, birth <= today else { return .badDate }
    if agrees { return birth < IdentityNumber.earliestBirth ? .badDate : nil }
    return body % 100 == 0 && check == UInt8(ascii: "0") ? .excelFloat : .badChecksum
  }
}
