import CIconv

/// UTF-8 to GB18030, which has a code for every character.
final class GB18030Encoder {
  private let converter: iconv_t

  init() throws(FileProblem) {
    converter = iconv_open("GB18030", "UTF-8")
    if converter == iconv_t(bitPattern: -1) { throw .cannotWrite("iconv GB18030: apt install libc6") }
  }

  deinit { iconv_close(converter) }

  /// Encodes whole characters.
  func encode(_ bytes: [UInt8]) throws(FileProblem) -> [UInt8] {
    var source = bytes
    var target = [UInt8](repeating: 0, count: 4 * bytes.count)
    var left = source.count
    var room = target.count
    let failed = source.withUnsafeMutableBytes { source in
      target.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max)
      }
    }
    if failed { throw .cannotWrite("GB18030") }
    target.removeLast(room)
    return target
  }
}
