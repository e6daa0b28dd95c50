extension Unicode.Scalar {
  /// A space of any width, a control character, or one that takes no room and is not seen.
  var isBlank: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x2066...0x206F,
      0x3000, 0xFEFF:
      true
    default: false
    }
  }

  /// The half-width form of U+FF01 to U+FF5E; every other character as it is.
  var halfWidth: Unicode.Scalar {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(UInt8(value - 0xFEE0)) : self
  }

  /// `X` as people and old programs write it: small, a multiplication sign, a Greek, Cyrillic or Roman letter.
  var isWrittenX: Bool {
    switch value {
    case 0x58, 0x78, 0xD7, 0x2715, 0x2716, 0x3A7, 0x3C7, 0x425, 0x445, 0x2169, 0x2179: true
    default: false
    }
  }

  /// An ideograph, a radical or a compatibility form of one.
  var isHan: Bool {
    switch value {
    case 0x2E80...0x2FD5, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A character whose picture only one font knew.
  var isPrivateUse: Bool {
    switch value {
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: true
    default: false
    }
  }

  /// One of the dots written between the parts of a minority name.
  var isNameDot: Bool {
    switch value {
    case 0x2E, 0xB7, 0x387, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF0E, 0xFF65: true
    default: false
    }
  }

  /// Chooses one picture among several for the same character; it is no character itself.
  var isVariationSelector: Bool { (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) }
}
