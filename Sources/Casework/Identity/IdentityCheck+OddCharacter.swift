extension IdentityCheck {
  /// Which character does not belong into the number, and where it stands: `第 12 位是「O」`.
  public var oddCharacters: Phrase? {
    guard problem == .badChar, let normalized else { return nil }
    let odd = Array(normalized).enumerated().filter { place, character in
      let isDigit = character.isASCII && character.isNumber
      return !isDigit && !(place == 17 && character == "X")
    }
    guard !odd.isEmpty, odd.count <= 3 else { return nil }
    return .joined(
      odd.map { place, character in
        Phrase("第 \(place + 1) 位是「\(character)」", "character \(place + 1) is “\(character)”")
      })
  }
}
