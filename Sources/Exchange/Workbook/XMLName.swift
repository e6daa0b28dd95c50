/// An element or attribute name without its prefix, as one number that is quickly compared.
///
/// Strict and ordinary OOXML, and writers with prefixes of their own, share local names; namespaces are not looked at.
struct XMLName: Hashable {
  private let packed: UInt64

  init(_ name: String) {
    packed = name.utf8.reduce(0) { $0 << 8 ^ $0 >> 56 ^ UInt64($1) }
  }

  @inline(__always)
  init(_ name: UnsafeBufferPointer<UInt8>) {
    var packed: UInt64 = 0
    for byte in name { packed = byte == UInt8(ascii: ":") ? 0 : packed << 8 ^ packed >> 56 ^ UInt64(byte) }
    self.packed = packed
  }

  /// The name of one to eight ASCII letters, given as their bytes: a constant that costs nothing to reach.
  init(letters: UInt64) { packed = letters }
}

/// The attributes of one element, valid while its start is told.
struct XMLAttributes {
  /// What stands between the element's name and its end.
  let bytes: UnsafeBufferPointer<UInt8>

  /// Shows each attribute's name and value, entities as they are written.
  @inline(__always)
  func forEach(_ body: (XMLName, UnsafeBufferPointer<UInt8>) -> Void) {
    var index = 0
    while index < bytes.count {
      if bytes[index] <= 0x20 {
        index += 1
        continue
      }
      let nameStart = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "="), bytes[index] > 0x20 { index += 1 }
      let name = UnsafeBufferPointer(rebasing: bytes[nameStart..<index])
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return }
      index += 1
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { return }
      let quote = bytes[index]
      index += 1
      let start = index
      while index < bytes.count, bytes[index] != quote { index += 1 }
      guard index < bytes.count else { return }
      body(XMLName(name), UnsafeBufferPointer(rebasing: bytes[start..<index]))
      index += 1
    }
  }

  func value(_ wanted: XMLName) -> String? {
    var found: String?
    forEach { name, value in
      if name == wanted {
        var plain: [UInt8] = []
        XMLEntities.appendPlain(value, to: &plain)
        found = String(decoding: plain, as: UTF8.self)
      }
    }
    return found
  }
}

/// `&amp;` and its four sisters, and characters by their number.
enum XMLEntities {
  private static let named: [(name: String, byte: UInt8)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
  ]

  /// Appends text with its entities resolved; `false` where one is unknown.
  @discardableResult
  static func appendPlain(_ text: UnsafeBufferPointer<UInt8>, to plain: inout [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "&") else {
        plain.append(text[index])
        index += 1
        continue
      }
      guard let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: text[(index + 1)..<end], as: UTF8.self))
      else { return false }
      plain.append(contentsOf: Array(String(scalar).utf8))
      index = end + 1
    }
    return true
  }

  static func scalar(_ entity: String) -> Unicode.Scalar? {
    if let known = named.first(where: { $0.name == entity }) { return Unicode.Scalar(known.byte) }
    guard entity.hasPrefix("#") else { return nil }
    let digits = entity.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}
