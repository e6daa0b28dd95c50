/// Characters XML cannot hold, which workbooks write as `_x000B_`.
enum EscapedCharacters {
  /// Replaces the escapes in the bytes from `start` on.
  static func restore(in bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start >= 7, hasUnderscore(bytes, from: start) else { return }
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

  /// A text without such escapes.
  static func restored(_ text: String) -> String {
    var bytes = Array(text.utf8)
    restore(in: &bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hasUnderscore(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { $0[start...].contains(UInt8(ascii: "_")) }
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
