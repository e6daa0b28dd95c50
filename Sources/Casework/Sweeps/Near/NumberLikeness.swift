/// How the number cell of a police row resembles an identity number of the register.
struct NumberLikeness: Equatable {
  let finding: NearReason.Finding
  var details: [String] = []

  /// Compares what is left of the cell after cleaning; `nil` where it tells nothing.
  static func between(row: [UInt8], held: [UInt8]) -> NumberLikeness? {
    guard held.count == 18 else { return nil }
    switch row.count {
    case 18: return ofEqualLength(row, held)
    case 17:
      let place = zip(row, held).prefix { $0 == $1 }.count
      let isShort = row[place...].elementsEqual(held[(place + 1)...])
      return isShort ? NumberLikeness(finding: .missingDigit, details: [String(place + 1)]) : nil
    case 19:
      let place = zip(row, held).prefix { $0 == $1 }.count
      let isLong = row[(place + 1)...].elementsEqual(held[place...])
      return isLong ? NumberLikeness(finding: .extraDigit, details: [String(place + 1)]) : nil
    default: return nil
    }
  }

  /// What the cell tells as eighteen places: the fifteen of the older form brought up to date, 0 where nothing can be
  /// read.
  static func places(of cell: String) -> [UInt8] {
    let cleaned = Cleaning.number(cell).text
    var bytes = cleaned.unicodeScalars.map { (48...57).contains($0.value) || $0 == "X" ? UInt8($0.value) : 0 }
    if let written = WrittenIdentity(fifteen: bytes) {
      bytes = Array(String(written.body).utf8) + [written.check]
    }
    guard bytes.count == 18 else { return cleaned.utf8.contains { $0 == 69 || $0 == 101 } ? [] : bytes }
    if let written = WrittenIdentity(bytes), !written.agrees, bytes[15...].allSatisfy({ $0 == 48 }) {
      for place in 15..<18 { bytes[place] = 0 }
    }
    return bytes
  }

  private static func ofEqualLength(_ row: [UInt8], _ held: [UInt8]) -> NumberLikeness? {
    let hidden = row.count { $0 == 0 }
    let differing = (0..<18).filter { row[$0] != 0 && row[$0] != held[$0] }
    if hidden > 0 {
      guard differing.isEmpty, hidden < 15 else { return hidden >= 12 ? nil : unlike(row, held) }
      return NumberLikeness(finding: .unreadableDigits, details: [String(18 - hidden)])
    }
    guard let first = differing.first else { return NumberLikeness(finding: .same) }
    // Where one of the first seventeen differs, the check character differs as a consequence.
    let body = differing.filter { $0 < 17 }
    let pair = body.count == 2 ? body : differing
    if pair.count == 2, pair[0] + 1 == pair[1], row[pair[0]] == held[pair[1]], row[pair[1]] == held[pair[0]] {
      return NumberLikeness(finding: .neighboursSwapped, details: pair.map { String($0 + 1) })
    }
    if body.count <= 1 {
      let place = body.first ?? first
      return NumberLikeness(finding: .oneDigit, details: [String(place + 1), letter(held[place]), letter(row[place])])
    }
    return unlike(row, held)
  }

  private static func unlike(_ row: [UInt8], _ held: [UInt8]) -> NumberLikeness {
    NumberLikeness(finding: row[..<6].elementsEqual(held[..<6]) ? .sameDistrict : .different)
  }

  private static func letter(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }
}
