/// Several values written in one field, however people part them.
enum WrittenList {
  static func items(_ text: some StringProtocol, partedBy separators: String = ",，、; ") -> [String] {
    let isSeparator = { (character: Character) -> Bool in separators.contains(character) }
    return String(text).split(whereSeparator: isSeparator).map(String.init)
  }
}
