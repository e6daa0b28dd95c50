extension IdentityCheck {
  /// Valid numbers that one slip of the pen turns into this invalid one, for a clerk to choose from; none is applied.
  ///
  /// First letters read as the digits they resemble, then neighbours swapped, then one character changed; numbers of
  /// a district in force come before others of their kind, and nobody comes before the living who would be older than
  /// anybody is. Where the day of birth is known, only its numbers are named.
  public static func repairs(of raw: String, birth: Day? = nil, today: Day) -> [String] {
    guard check(raw, today: today).number == nil else { return [] }
    let characters = Array(Cleaning.number(raw).text.unicodeScalars)
    guard characters.count == 18 else { return [] }

    let digits = characters.enumerated().map { digit(resembling: $1, last: $0 == 17) }
    var found = numbers(made: [digits], birth: birth, today: today)
    if found.isEmpty {
      found = numbers(made: swaps(of: digits), birth: birth, today: today)
      found += numbers(made: changes(of: digits), birth: birth, today: today)
    }
    var seen: Set<IdentityNumber> = []
    let distinct = found.filter { seen.insert($0).inserted }
    let mayLive = { (number: IdentityNumber) in number.birth.age(on: today) <= 120 }
    return (distinct.filter(mayLive) + distinct.filter { !mayLive($0) }).map(\.text)
  }

  /// In what a repair differs from what was typed, for a key line that has no room for both numbers.
  public static func slip(from raw: String, to repaired: String) -> Phrase {
    let (typed, right) = (Array(Cleaning.number(raw).text), Array(repaired))
    let places = zip(typed, right).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    guard let first = places.first, typed.count == right.count else { return .verbatim(repaired) }
    if places.count == 1 {
      return Phrase("第 \(first + 1) 位改 \(right[first])", "Digit \(first + 1) to \(right[first])")
    }
    if places == [first, first + 1], typed[first] == right[first + 1], typed[first + 1] == right[first] {
      return Phrase("第 \(first + 1)、\(first + 2) 位互换", "Swap \(first + 1) and \(first + 2)")
    }
    return Phrase("改 \(places.count) 位", "\(places.count.counted("digit"))")
  }

  /// A character that nothing resembles stays 0, which is no ASCII character.
  private static func digit(resembling scalar: Unicode.Scalar, last: Bool) -> UInt8 {
    switch scalar {
    case "0"..."9": UInt8(truncatingIfNeeded: scalar.value)
    case "X" where last: UInt8(ascii: "X")
    case "O", "o", "Q", "D", "〇", "○", "О", "о": UInt8(ascii: "0")
    case "l", "I", "i", "|", "!": UInt8(ascii: "1")
    case "Z", "z": UInt8(ascii: "2")
    case "S", "s": UInt8(ascii: "5")
    case "B": UInt8(ascii: "8")
    case "g", "q": UInt8(ascii: "9")
    default: 0
    }
  }

  private static func swaps(of digits: [UInt8]) -> [[UInt8]] {
    (0..<17).filter { digits[$0] != digits[$0 + 1] }.map { position in
      var changed = digits
      changed.swapAt(position, position + 1)
      return changed
    }
  }

  private static func changes(of digits: [UInt8]) -> [[UInt8]] {
    let unread = digits.firstIndex(of: 0)
    return digits.indices.filter { unread == nil || unread == $0 }.flatMap { position in
      (Array(48...57) + (position == 17 ? [UInt8(ascii: "X")] : [])).map { digit in
        var changed = digits
        changed[position] = digit
        return changed
      }
    }
  }

  private static func numbers(made candidates: [[UInt8]], birth: Day?, today: Day) -> [IdentityNumber] {
    let numbers = candidates.compactMap { bytes -> IdentityNumber? in
      guard let written = WrittenIdentity(bytes), written.problem(today: today) == nil,
        birth == nil || written.birth == birth
      else { return nil }
      return IdentityNumber(body: written.body)
    }
    let inForce = { (number: IdentityNumber) in Districts.standing(of: number.districtCode) == .current }
    return numbers.filter(inForce) + numbers.filter { !inForce($0) }
  }
}
