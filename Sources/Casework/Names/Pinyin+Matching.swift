extension Pinyin {
  /// Whether a name begins as `pattern` says: Han characters as they are, letters as initials or as syllables begun.
  ///
  /// 王xm, 王xiaom and wang晓 all find 王晓明.
  public static func matches(_ pattern: String, name: String) -> Bool {
    let cut = { (text: String) in
      text.lowercased().unicodeScalars.filter { $0.isHan || $0.isPrivateUse || ($0.isASCII && $0 != " ") }
    }
    return matches(Array(cut(pattern))[...], Array(cut(name))[...])
  }

  private static func matches(_ typed: ArraySlice<Unicode.Scalar>, _ places: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = typed.first else { return true }
    guard let place = places.first else { return false }
    if next == place && matches(typed.dropFirst(), places.dropFirst()) { return true }
    return readings(of: place).contains { reading in
      let shared = zip(reading.unicodeScalars, typed).prefix { $0 == $1 }.count
      return shared > 0 && (1...shared).contains { matches(typed.dropFirst($0), places.dropFirst()) }
    }
  }
}

extension Pinyin {
  /// Whether two characters may be read the same, tones apart (王静 and 王婧).
  static func soundAlike(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    let others = numbers(of: right)
    return numbers(of: left).contains { others.contains($0) }
  }
}
