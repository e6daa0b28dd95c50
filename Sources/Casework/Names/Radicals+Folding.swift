extension Radicals {
  /// The unified ideograph for a radical or a compatibility form, and 䶮 for the private-use U+E863 of GB 18030.
  static func ideograph(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0xF900...0xFAD9, 0x2F800...0x2FA1D: ideographs[scalar] ?? scalar
    case 0xE863: "\u{4DAE}"
    default: scalar
    }
  }

  private static let ideographs: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }.split(separator: " ")
    return pairs.reduce(into: [:]) { ideographs, pair in
      let scalars = pair.split(separator: "=").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      if scalars.count == 2 { ideographs[scalars[0]] = scalars[1] }
    }
  }()
}
