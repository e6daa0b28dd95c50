/// One flat JSON object of texts: the canonical form of entries in the store.
extension Entries {
  public var json: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pairs.reduce(2) { $0 + $1.code.utf8.count + $1.text.utf8.count + 6 })
    bytes.append(UInt8(ascii: "{"))
    for (index, pair) in pairs.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(pair.code, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONText.append(pair.text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what `json` wrote; `nil` for anything else.
  public init?(json: String) {
    var reader = FlatObjectReader(bytes: Array(json.utf8))
    guard let pairs = reader.pairs() else { return nil }
    for index in pairs.indices.dropFirst() where pairs[index - 1].code >= pairs[index].code { return nil }
    self.init(sorted: pairs)
  }
}

/// Strings as JSON writes them.
public enum JSONText {
  /// Appends `text` in quotes, with the escapes that JSON demands and no others.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.allSatisfy({ $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { append(escaping: byte, to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(escaping byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0..<32: bytes += escape(byte)
    default: bytes.append(byte)
    }
  }

  /// How a control character is written: the one way, so that equal texts have equal bytes.
  static func escape(_ control: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    switch control {
    case 10: return Array("\\n".utf8)
    case 13: return Array("\\r".utf8)
    case 9: return Array("\\t".utf8)
    default: return Array("\\u00".utf8) + [digits[Int(control >> 4)], digits[Int(control & 15)]]
    }
  }

  public static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Reads exactly the canonical form; a store that holds another form has been changed behind our back.
private struct FlatObjectReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func pairs() -> [(code: String, text: String)]? {
    guard take("{") else { return nil }
    var pairs: [(code: String, text: String)] = []
    if take("}") { return index == bytes.count ? pairs : nil }
    repeat {
      guard let code = string(), take(":"), let text = string() else { return nil }
      pairs.append((code: code, text: text))
    } while take(",")
    return take("}") && index == bytes.count ? pairs : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      if bytes[index] < 32 { return nil }
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 32 { return nil }
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte != UInt8(ascii: "\\") {
        text.append(byte)
      } else {
        guard let plain = escaped() else { return nil }
        text.append(plain)
      }
    }
    return nil
  }

  private mutating func escaped() -> UInt8? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "u"):
      guard index + 4 <= bytes.count else { return nil }
      let digits = bytes[index..<index + 4]
      index += 4
      return (0..<32).first { JSONText.escape($0) == [UInt8(ascii: "\\"), UInt8(ascii: "u")] + digits }
    default: return nil
    }
  }
}
