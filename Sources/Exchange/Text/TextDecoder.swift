/// How far decoding came: bytes taken, bytes made, and why it stopped.
struct Decoded {
  enum Stop { case complete, cut, bad }

  let read: Int
  let written: Int
  let stop: Stop

  init(_ read: Int, _ written: Int, _ stop: Stop) {
    self.read = read
    self.written = written
    self.stop = stop
  }
}

/// Turns the bytes of a text file into UTF-8, telling where the first bad one stands.
enum TextDecoder {
  case utf8
  case gb18030(GB18030)
  case utf16(bigEndian: Bool)

  init(_ encoding: TextEncoding) throws(FileProblem) {
    switch encoding {
    case .utf8, .utf8WithMark: self = .utf8
    case .gb18030: self = .gb18030(try GB18030())
    case .utf16LittleEndian: self = .utf16(bigEndian: false)
    case .utf16BigEndian: self = .utf16(bigEndian: true)
    }
  }

  /// Decodes what is complete; `output` has room for three bytes for each of `input`, and eight more.
  func decode(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer) -> Decoded {
    switch self {
    case .utf8:
      let (valid, stop) = UTF8Check.validPrefix(of: input)
      output.copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(input)[..<valid]))
      return Decoded(valid, valid, stop)
    case .gb18030(let table):
      return table.decode(input, into: output)
    case .utf16(let bigEndian):
      return Self.decodeUTF16(input, into: output, bigEndian: bigEndian)
    }
  }

  private static func decodeUTF16(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableRawBufferPointer, bigEndian: Bool
  ) -> Decoded {
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(input[index]), UInt32(input[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var read = 0
    var written = 0
    while read + 1 < input.count {
      var value = unit(read)
      var width = 2
      if value & 0xF800 == 0xD800 {
        if value >= 0xDC00 { return Decoded(read, written, .bad) }
        guard read + 3 < input.count else { return Decoded(read, written, .cut) }
        let low = unit(read + 2)
        if low & 0xFC00 != 0xDC00 { return Decoded(read, written, .bad) }
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        width = 4
      }
      guard let scalar = Unicode.Scalar(value) else { return Decoded(read, written, .bad) }
      if value < 0x80 {
        output[written] = UInt8(value)
        written += 1
      } else if let bytes = UTF8.encode(scalar) {
        for byte in bytes {
          output[written] = byte
          written += 1
        }
      }
      read += width
    }
    return Decoded(read, written, read < input.count ? .cut : .complete)
  }
}

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Check {
  /// How many bytes are valid and whole, and whether the rest is bad or merely cut off.
  static func validPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> (Int, Decoded.Stop) {
    let count = bytes.count
    var index = 0
    while index < count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if first < 0xC2 || first > 0xF4 { return (index, .bad) }
      if index + 1 >= count { return (index, .cut) }
      let second = bytes[index + 1]
      let least: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
      let most: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
      if second < least || second > most { return (index, .bad) }
      var offset = 2
      while offset < width {
        if index + offset >= count { return (index, .cut) }
        if bytes[index + offset] & 0xC0 != 0x80 { return (index, .bad) }
        offset += 1
      }
      index += width
    }
    return (index, .complete)
  }
}
