/// A number that stands for some texts: equal texts have equal ones (FNV-1a).
///
/// The store keeps such numbers of rows; what makes one must stay as it is.
public struct Fingerprint: Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  public mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // No text has this byte, so that none can run into the next.
    add(0xFF)
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func of(_ texts: String...) -> UInt64 {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return fingerprint.value
  }
}
