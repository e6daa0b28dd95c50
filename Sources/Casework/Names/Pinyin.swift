/// What a name is found under by its sound.
public struct PinyinKeys: Hashable, Sendable {
  /// The syllables joined (`wangxiaoming`), the likeliest reading first; ü is written `v`.
  public let full: [String]
  /// The first letters (`wxm`), likewise.
  public let initials: [String]
}

/// Readings of Han characters without tones, several for characters that are read in several ways.
public enum Pinyin {
  /// The most readings of one name that are kept.
  public static let mostReadings = 8

  /// The keys of a name: the family name as families read it first, then the other readings.
  ///
  /// Latin letters and digits stand for themselves; dots, blanks and characters without a known reading are passed over.
  public static func keys(for name: String) -> PinyinKeys {
    let readings = readings(of: name)
    return PinyinKeys(
      full: joined(readings.map { $0.map { syllableTable[$0] } }),
      initials: joined(readings.map { $0.map { [syllableTable[$0][0]] } }))
  }

  /// Every reading of one character, the commonest first.
  public static func readings(of character: Unicode.Scalar) -> [String] {
    numbers(of: character).map { String(decoding: syllableTable[$0], as: UTF8.self) }
  }

  /// What somebody typed, in the letters of the keys: small, without blanks, ü and its passport form `yu` as `v`.
  public static func folded(_ letters: some StringProtocol) -> String {
    var text = ""
    for scalar in letters.lowercased().unicodeScalars {
      switch scalar.halfWidth {
      case "ü": text.append("v")
      case let scalar where ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar):
        text.unicodeScalars.append(scalar)
      default: break
      }
    }
    for (passport, key) in [("lyu", "lv"), ("nyu", "nv")] where text.hasPrefix(passport) {
      text.replaceSubrange(text.startIndex..<text.index(text.startIndex, offsetBy: 3), with: key)
    }
    return text
  }
}

extension Pinyin {
  /// For each place of the name the syllables it may be read as.
  private static func readings(of name: String) -> [[Int]] {
    let scalars = Array(name.unicodeScalars)
    let surname = surnames[Array(scalars.prefix(2))] ?? surnames[Array(scalars.prefix(1))] ?? []
    return scalars.enumerated().compactMap { place, scalar in
      let common = numbers(of: scalar)
      guard place < surname.count else { return common.isEmpty ? nil : common }
      return surname[place] + common.filter { !surname[place].contains($0) }
    }
  }

  /// Joins one choice from each place, the first choices first, no more than `mostReadings`.
  private static func joined(_ places: [[[UInt8]]]) -> [String] {
    var texts: [(bytes: [UInt8], rank: Int)] = [([], 0)]
    for place in places {
      if place.count == 1 {
        for index in texts.indices { texts[index].bytes += place[0] }
        continue
      }
      var longer: [(bytes: [UInt8], rank: Int)] = []
      for text in texts {
        for (rank, syllable) in place.enumerated() where !place[..<rank].contains(syllable) {
          longer.append((text.bytes + syllable, text.rank + rank))
        }
      }
      texts = Array(longer.sorted { $0.rank < $1.rank }.prefix(mostReadings))
    }
    return texts.filter { !$0.bytes.isEmpty }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  static func numbers(of scalar: Unicode.Scalar) -> [Int] {
    switch scalar.value {
    case 0x3400...0x9FFF:
      let first = firstTable[Int(scalar.value) - 0x3400]
      return first == 0 ? [] : [first] + (moreTable[scalar.value] ?? [])
    case 0x20000...0x3FFFF: return moreTable[scalar.value] ?? []
    case 0x30...0x39, 0x61...0x7A: return [letterTable + Int(scalar.value)]
    case 0x41...0x5A: return [letterTable + Int(scalar.value) + 32]
    default: return []
    }
  }
}
