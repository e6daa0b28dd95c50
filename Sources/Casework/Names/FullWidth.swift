extension StringProtocol {
  /// Whether a Chinese input method was on while it was typed: full-width letters, digits and marks.
  public var hasFullWidthSigns: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x2014, 0x2018...0x201D, 0x2026, 0x3000...0x3002, 0x300A...0x3011, 0xFF01...0xFF5E, 0xFFE5: true
      default: false
      }
    }
  }
}

extension String {
  /// The same with half-width letters, digits and marks.
  var halfWidth: String { String(UnicodeScalarView(unicodeScalars.map(\.halfWidth))) }
}
