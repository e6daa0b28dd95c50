/// A name typed in characters and letters together (王xm, 王xiaom, wang晓), taken apart into beginnings of search keys.
///
/// Whatever `Pinyin.matches` takes for the pattern has a key that begins with one of these.
public struct MixedPattern: Hashable, Sendable {
  /// Beginnings of the syllables joined, where every syllable but the last was typed to its end.
  public private(set) var full: [String] = []
  /// Beginnings of the first letters.
  public private(set) var initials: [String] = []

  public init(_ typed: String) {
    let scalars = typed.lowercased().unicodeScalars.filter { $0.isHan || ("a"..."z").contains($0) }
    read(Array(scalars)[...], full: "", initials: "", parts: 0)
    initials = Set(initials).sorted()
    full = Set(full).sorted()
  }

  /// - Parameter parts: how many parts have been read in letters, none of them closed by a character.
  private mutating func read(_ rest: ArraySlice<Unicode.Scalar>, full: String, initials: String, parts: Int) {
    guard self.initials.count < Self.most else { return }
    guard let next = rest.first else {
      self.full.append(full)
      if parts > 1 { self.initials.append(initials) }
      return
    }
    if next.isHan {
      let open = parts > 0 ? 2 : 0
      for reading in Set(Pinyin.readings(of: next)) {
        read(rest.dropFirst(), full: full + reading, initials: initials + reading.prefix(1), parts: open)
      }
      return
    }
    for length in 1...6 where length <= rest.count {
      let part = String(String.UnicodeScalarView(rest.prefix(length)))
      guard Pinyin.beginnings.contains(part) else { continue }
      read(rest.dropFirst(length), full: full + part, initials: initials + part.prefix(1), parts: parts + 1)
    }
  }

  /// More ways than a name of four characters has.
  private static let most = 200
}

extension Pinyin {
  /// Every beginning of a syllable.
  static let beginnings: Set<String> = syllableTable.reduce(into: []) { beginnings, syllable in
    for length in syllable.indices { beginnings.insert(String(decoding: syllable[...length], as: UTF8.self)) }
  }
}
