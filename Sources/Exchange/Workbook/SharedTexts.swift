/// `sharedStrings.xml`: the texts that cells refer to by number, kept in one piece of memory.
final class SharedTexts: XMLListener {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  private var phoneticDepth = 0
  var isPaused = false

  private static let item = XMLName("si")
  private static let run = XMLName("t")
  private static let phonetic = XMLName("rPh")

  var count: Int { ends.count }

  /// Where a text stands in `bytes`.
  subscript(index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  var wantsText: Bool { isInText }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == Self.phonetic { phoneticDepth += 1 }
    if name == Self.run { isInText = phoneticDepth == 0 }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  func end(_ name: XMLName) {
    switch name {
    case Self.run: isInText = false
    case Self.phonetic: phoneticDepth -= 1
    case Self.item:
      EscapedCharacters.restore(in: &bytes, from: ends.last ?? 0)
      ends.append(bytes.count)
    default: break
    }
  }
}

/// Characters XML cannot hold, which workbooks write as `_x000B_`.
enum EscapedCharacters {
  /// Replaces the escapes in the bytes from `start` on.
  static func restore(in bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start >= 7 else { return }
    guard let first = (start...(bytes.count - 7)).first(where: { character(bytes, at: $0) != nil }) else { return }
    var restored: [UInt8] = []
    var index = first
    while index < bytes.count {
      if let character = character(bytes, at: index) {
        restored.append(contentsOf: Array(String(character).utf8))
        index += 7
      } else {
        restored.append(bytes[index])
        index += 1
      }
    }
    bytes.replaceSubrange(first..., with: restored)
  }

  private static func character(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(index + 2)...(index + 5)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16), value != 0
    else { return nil }
    return Unicode.Scalar(value)
  }

  /// The text with what XML cannot hold, and what would read as an escape, escaped.
  static func escaped(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "_")) else { return text }
    for index in bytes.indices.reversed() where character(bytes, at: index) != nil {
      bytes.replaceSubrange(index...index, with: Array("_x005F_".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
