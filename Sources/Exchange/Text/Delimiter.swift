/// What stands between the cells of a text file: one byte, or a full-width sign that is read as one.
struct Delimiter: Hashable {
  static let comma = Delimiter(byte: UInt8(ascii: ","))
  static let tab = Delimiter(byte: 9)

  /// The likelier first.
  static let all = [
    comma, tab, Delimiter(byte: UInt8(ascii: ";")), Delimiter(byte: UInt8(ascii: "|")), Delimiter(wide: "，"),
    Delimiter(wide: "；"), Delimiter(wide: "｜"),
  ]

  /// By which rows are cut.
  let byte: UInt8
  /// The sign in UTF-8 that becomes this byte first.
  private let wide: [UInt8]

  private init(byte: UInt8) {
    self.byte = byte
    wide = []
  }

  /// Stands for a full-width sign, as whoever types Chinese gets it, by a byte that no text has.
  private init(wide: String) {
    byte = 0x1F
    self.wide = Array(wide.utf8)
  }

  /// Whether some bytes of UTF-8 have it.
  func stands(in bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = wide.first else { return bytes.contains(byte) }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wide) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Puts the byte in the place of the sign between two places, and says where the text ends now.
  func fold(_ bytes: inout [UInt8], from start: Int, to end: Int) -> Int {
    if wide.isEmpty { return end }
    var (read, written) = (start, start)
    while read < end {
      let isSign = read + wide.count <= end && bytes[read..<(read + wide.count)].elementsEqual(wide)
      bytes[written] = isSign ? byte : bytes[read]
      read += isSign ? wide.count : 1
      written += 1
    }
    return written
  }
}
