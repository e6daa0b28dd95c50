/// The districts of GB/T 2260, those in force and those abolished.
public enum Districts {
  /// What a district code is today.
  ///
  /// An abolished one stays in people's numbers for life.
  public enum Standing: String, CaseIterable, Sendable {
    case current
    case old
    case unknown
  }

  /// Looks a six-digit code up.
  public static func standing(of code: some StringProtocol) -> Standing {
    number(code).map { standing(of: $0) } ?? .unknown
  }

  /// The district's own name (鹤城区); the last one it had, where it was abolished.
  public static func name(of code: some StringProtocol) -> String? {
    number(code).flatMap { name(of: $0) }
  }

  /// The autonomous county that is called so for short: 芷江县 for 芷江侗族自治县.
  static func autonomousCounty(calledShort name: String) -> String? {
    let stem = name.dropLast()
    guard name.hasSuffix("县"), stem.count > 1 else { return nil }
    return autonomousCounties.first { $0.hasPrefix(stem) }
  }

  /// The name with province and prefecture before it (湖南省怀化市鹤城区).
  public static func fullName(of code: some StringProtocol) -> String? {
    guard let number = number(code), let own = name(of: number) else { return nil }
    let above = [number / 10_000 * 10_000, number / 100 * 100].filter { $0 != number }.compactMap { name(of: $0) }
    var parts: [String] = []
    for name in above + [own] where !["市辖区", "县"].contains(name) && name != parts.last { parts.append(name) }
    return parts.joined()
  }
}

extension Districts {
  /// Whether a code is written as a district's: six digits, the first of them no zero.
  ///
  /// One that no table knows may be a new district or a slip: people look (cli: a district code never refuses).
  static func isWellFormed(_ code: some StringProtocol) -> Bool {
    number(code).map { $0 >= 100_000 } ?? false
  }
}

extension Districts {
  /// The districts that are so called, with or without what lies above them (鹤城区, 怀化市鹤城区).
  static func codes(named place: String) -> [String] {
    let bytes = Array(place.utf8)
    return directory.codes.indices.compactMap { index in
      let own = directory.bytes[directory.names[index]]
      guard bytes.count >= own.count, bytes.suffix(own.count) == own else { return nil }
      let digits = String(directory.codes[index])
      return fullName(of: digits).map { $0.hasSuffix(place) } ?? false ? digits : nil
    }
  }

  static func standing(of code: UInt32) -> Standing {
    guard let index = index(of: code) else { return .unknown }
    return directory.isOld[index] ? .old : .current
  }

  private static func name(of code: UInt32) -> String? {
    index(of: code).map { String(decoding: directory.bytes[directory.names[$0]], as: UTF8.self) }
  }

  private static func number(_ code: some StringProtocol) -> UInt32? {
    code.utf8.count == 6 ? UInt64(digits: code.utf8).map { UInt32($0) } : nil
  }

  private static func index(of code: UInt32) -> Int? {
    var low = 0
    var high = directory.codes.count
    while low < high {
      let middle = (low + high) / 2
      if directory.codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < directory.codes.count && directory.codes[low] == code ? low : nil
  }

  /// The table taken apart: codes in ascending order, and beside each its standing and where its name is written.
  private struct Directory {
    let bytes: [UInt8]
    var codes: [UInt32] = []
    var isOld: [Bool] = []
    var names: [Range<Int>] = []

    init(_ table: StaticString) {
      bytes = table.withUTF8Buffer { Array($0) }
      for line in bytes.indices.split(whereSeparator: { bytes[$0] == UInt8(ascii: "\n") }) {
        read(line)
      }
    }

    private mutating func read(_ line: Range<Int>) {
      let isDigit = { [bytes] in (48...57).contains(bytes[$0]) }
      let number = { [bytes] range in bytes[range].reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) } }
      let prefecture = number(line.lowerBound..<line.lowerBound + 4)
      var position = line.lowerBound + 4
      while position < line.upperBound {
        codes.append(prefecture * 100 + number(position..<position + 2))
        position += 2
        isOld.append(bytes[position] == UInt8(ascii: "-"))
        let start = bytes[position] == UInt8(ascii: "-") ? position + 1 : position
        position = (start..<line.upperBound).first(where: isDigit) ?? line.upperBound
        names.append(start..<position)
      }
    }
  }

  private static let directory = Directory(table)

  private static let autonomousCounties = directory.names
    .map { String(decoding: directory.bytes[$0], as: UTF8.self) }.filter { $0.hasSuffix("自治县") }
}
