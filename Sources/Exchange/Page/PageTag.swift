/// One tag of a web page, its names in small letters.
struct PageTag {
  private static let longest = 1 << 16

  let name: String
  let isEnd: Bool
  let start: Int
  let end: Int
  private let attributes: String

  /// Reads the tag that begins at an index; a comment is a tag without a name.
  init?(_ text: [UInt8], at start: Int) {
    self.start = start
    if text[start...].starts(with: "<!--".utf8) {
      name = ""
      isEnd = false
      attributes = ""
      end = Self.place(of: "-->", in: text, from: start + 4).map { $0 + 3 } ?? text.count
      return
    }
    guard let close = text[start...].prefix(Self.longest).firstIndex(of: UInt8(ascii: ">")) else { return nil }
    end = close + 1
    var inside = text[(start + 1)..<close]
    isEnd = inside.first == UInt8(ascii: "/")
    if isEnd { inside = inside.dropFirst() }
    let word = inside.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    guard let first = word.first, first == UInt8(ascii: "!") || first == UInt8(ascii: "?") || first | 0x20 > 0x60 else {
      return nil
    }
    name = String(decoding: word, as: UTF8.self).lowercased().split(separator: ":").last.map(String.init) ?? ""
    attributes = String(decoding: inside.dropFirst(word.count), as: UTF8.self)
  }

  var hasAttributes: Bool { !attributes.isEmpty }

  /// The value of an attribute, empty where it has none; `nil` where it is not there.
  func attribute(_ wanted: String) -> String? {
    guard attributes.count >= wanted.count else { return nil }
    var rest = attributes[...]
    while let name = rest.firstIndex(where: { !$0.isWhitespace && $0 != "/" }) {
      rest = rest[name...]
      let word = rest.prefix { !$0.isWhitespace && $0 != "=" }
      rest = rest[word.endIndex...].drop { $0.isWhitespace }
      var value = ""[...]
      if rest.first == "=" {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { !$0.isWhitespace }
          rest = rest[value.endIndex...]
        }
      }
      if word.lowercased() == wanted { return String(value) }
      if word.isEmpty { break }
    }
    return nil
  }

  func number(_ wanted: String) -> Int? {
    attribute(wanted).flatMap { Int($0) }.map { min(max($0, 0), 1 << 16) }
  }

  /// Where an element ends whose contents are no text for people.
  static func end(of name: String, in text: [UInt8], from start: Int) -> Int {
    place(of: "</\(name)", in: text, from: start) ?? text.count
  }

  private static func place(of word: String, in text: [UInt8], from start: Int) -> Int? {
    let wanted = Array(word.utf8)
    guard start + wanted.count <= text.count, let first = wanted.first else { return nil }
    return (start...(text.count - wanted.count)).first { index in
      text[index] == first && zip(wanted, text[index...]).allSatisfy { $0 == $1 || $0 == $1 | 0x20 }
    }
  }

  /// The character an entity stands for, and how many bytes it takes.
  static func entity(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let end = text.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let word = String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self)
    let scalar = word == "nbsp" ? "\u{A0}" : XMLEntities.scalar(word)
    return scalar.map { ($0, end - text.startIndex + 1) }
  }
}
