/// The generated tables, taken apart once.
extension Pinyin {
  /// The syllables from number 1 on, then the ASCII characters, each a syllable of its own.
  static let syllableTable: [[UInt8]] = {
    let words = syllables.withUTF8Buffer { $0.split(separator: UInt8(ascii: " ")).map(Array.init) }
    return [[]] + words + (0..<128).map { [UInt8($0)] }
  }()

  /// Where the ASCII characters begin in `syllableTable`.
  static let letterTable = syllableTable.count - 128

  /// The commonest reading of each character from U+3400 on; 0 where none is known.
  static let firstTable: [Int] = firstReadings.withUTF8Buffer { bytes in
    stride(from: 0, to: bytes.count, by: 2).map { number(bytes[$0], bytes[$0 + 1]) }
  }

  /// Further readings, and all those of characters beyond U+FFFF.
  static let moreTable: [UInt32: [Int]] = [moreReadings, rareReadings].reduce(into: [:]) { table, literal in
    literal.withUTF8Buffer { bytes in
      for entry in bytes.split(separator: UInt8(ascii: " ")) {
        let entry = Array(entry)
        guard let code = UInt32(String(decoding: entry.prefix(5), as: UTF8.self), radix: 16) else { continue }
        table[code] = stride(from: 5, to: entry.count, by: 2).map { number(entry[$0], entry[$0 + 1]) }
      }
    }
  }

  /// Family names of one or two characters, for each character the readings families use.
  static let surnames: [[Unicode.Scalar]: [[Int]]] = {
    let numbers = Dictionary(
      syllableTable.enumerated().map { (String(decoding: $1, as: UTF8.self), $0) },
      uniquingKeysWith: { first, _ in first })
    return surnameReadings.split(separator: " ").reduce(into: [:]) { surnames, entry in
      let name = entry.unicodeScalars.prefix { $0.isHan }
      let readings = entry.unicodeScalars.dropFirst(name.count).split(separator: "'").map { place in
        place.split(separator: "/").compactMap { numbers[String(Substring($0))] }
      }
      precondition(readings.count == name.count && !readings.contains([]), "a family name without a reading: \(entry)")
      surnames[Array(name)] = readings
    }
  }()

  private static func number(_ high: UInt8, _ low: UInt8) -> Int { (Int(high) - 40) * 52 + Int(low) - 40 }
}
