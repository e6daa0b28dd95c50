import CIconv

/// GB18030 to UTF-8 by table: all two-byte characters are asked of iconv once, the four-byte ones as they come.
///
/// A lone 0x80, the euro sign of CP936, is taken as such. A table beats iconv four times over on a long file.
final class GB18030 {
  /// UTF-8 bytes of each two-byte character, the first lowest; 0 where there is none.
  private static let table = makeTable()

  private let converter: iconv_t

  init() throws(FileProblem) {
    guard let converter = Self.openConverter(), !Self.table.isEmpty else {
      throw .unreadable("iconv GB18030: apt install libc6")
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  private static func openConverter() -> iconv_t? {
    let converter = iconv_open("UTF-8", "GB18030")
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }

  private static func makeTable() -> [UInt32] {
    guard let converter = openConverter() else { return [] }
    defer { iconv_close(converter) }
    var table: [UInt32] = []
    table.reserveCapacity(126 * 190)
    let trails = (UInt8(0x40)...0xFE).filter { $0 != 0x7F }
    for lead in UInt8(0x81)...0xFE { append(trails.flatMap { [lead, $0] }, by: converter, to: &table) }
    return table
  }

  /// Asks iconv for characters of two bytes, as many at once as it knows; 0 for one that it does not.
  private static func append(_ characters: [UInt8], by converter: iconv_t, to table: inout [UInt32]) {
    var source = characters
    var target = [UInt8](repeating: 0, count: 2 * characters.count)
    source.withUnsafeMutableBytes { source in
      target.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        while left > 0 {
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let outcome = iconv(converter, &from, &left, &to, &room)
          pack(UnsafeRawBufferPointer(rebasing: target[..<(target.count - room)]), into: &table)
          if outcome != -1 { continue }
          iconv(converter, nil, nil, nil, nil)
          table.append(0)
          from = from.map { $0 + 2 }
          left -= 2
        }
      }
    }
  }

  /// Every character of some UTF-8 as its bytes, the first lowest.
  private static func pack(_ text: UnsafeRawBufferPointer, into table: inout [UInt32]) {
    var shift: UInt32 = 0
    for byte in text {
      if byte & 0xC0 == 0x80 {
        shift += 8
        table[table.count - 1] |= UInt32(byte) << shift
      } else {
        shift = 0
        table.append(UInt32(byte))
      }
    }
  }

  @inline(__always)
  private static func index(_ lead: UInt8, _ trail: UInt8) -> Int {
    (Int(lead) - 0x81) * 190 + Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
  }

  /// Asks iconv for one character of four bytes; 0 where there is none.
  private static func convert(_ character: (UInt8, UInt8, UInt8, UInt8), by converter: iconv_t) -> UInt32 {
    var source = character
    var target: UInt32 = 0
    var left = 4
    var room = 4
    let outcome = withUnsafeMutableBytes(of: &source) { source in
      withUnsafeMutableBytes(of: &target) { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    if outcome == 0 { return UInt32(littleEndian: target) }
    iconv(converter, nil, nil, nil, nil)
    return 0
  }

  /// Decodes what is complete; `output` has room for three bytes for each of `input`, and eight more.
  func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> Decoded {
    Self.table.withUnsafeBufferPointer { table in
      var read = 0
      var written = 0
      while read < input.count {
        let lead = input[read]
        if lead < 0x80 {
          output[written] = lead
          read += 1
          written += 1
          continue
        }
        var packed: UInt32 = 0
        var width = 1
        if lead == 0x80 {
          packed = 0xAC_82E2
        } else {
          guard read + 1 < input.count else { return Decoded(read, written, .cut) }
          let trail = input[read + 1]
          if trail >= 0x40 && trail != 0x7F && trail != 0xFF && lead != 0xFF {
            packed = table[Self.index(lead, trail)]
            width = 2
          } else if (0x30...0x39).contains(trail) && lead != 0xFF {
            guard read + 3 < input.count else { return Decoded(read, written, .cut) }
            packed = Self.convert((lead, trail, input[read + 2], input[read + 3]), by: converter)
            width = 4
          }
        }
        if packed == 0 { return Decoded(read, written, .bad) }
        output.storeBytes(of: packed.littleEndian, toByteOffset: written, as: UInt32.self)
        read += width
        written += packed > 0xFF_FFFF ? 4 : packed > 0xFFFF ? 3 : packed > 0xFF ? 2 : 1
      }
      return Decoded(read, written, .complete)
    }
  }
}
