extension Radicals {
  /// The unified ideograph for a radical or a compatibility form, and 䶮 for the private-use U+E863 of GB 18030.
  static func ideograph(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0xF900...0xFAD9, 0x2F800...0x2FA1D: ideographs[scalar] ?? scalar
    case 0xE863: "\u{4DAE}"
    default: scalar
    }
  }

  private static let ideographs: [Unicode.Scalar: Unicode.Scalar] = table.withUTF8Buffer { text in
    var ideographs: [Unicode.Scalar: Unicode.Scalar] = [:]
    ideographs.reserveCapacity(text.count / 10)
    for pair in text.split(separator: UInt8(ascii: " ")) {
      let scalars = pair.split(separator: UInt8(ascii: "=")).compactMap { Unicode.Scalar(hexadecimal($0)) }
      if scalars.count == 2 { ideographs[scalars[0]] = scalars[1] }
    }
    return ideographs
  }

  private static func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32(Character(Unicode.Scalar($1)).hexDigitValue ?? 0) }
  }
}
