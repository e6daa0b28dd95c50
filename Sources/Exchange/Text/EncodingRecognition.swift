/// Finds out how a text file is encoded.
enum EncodingRecognition {
  /// So many characters of valid UTF-8 never come about by chance in GB18030; what is bad behind them is a bad byte.
  private static let proof = 64
  /// So many hardly do: a file of which nothing but the last character is wrong was cut within that one.
  private static let nearProof = 6

  /// The encoding by the byte order mark, then by NUL bytes, then strict UTF-8, and GB18030 last, since almost
  /// anything passes for it.
  static func encoding(
    of file: borrowing InputFile, head: [UInt8], declared: ReadingOptions.Encoding
  ) throws(FileProblem) -> TextEncoding {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) && (declared == .automatic || declared == .utf8) { return .utf8WithMark }
    if head.starts(with: [0xFF, 0xFE]) && declared.mayBeUTF16 { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) && declared.mayBeUTF16 { return .utf16BigEndian }
    switch declared {
    case .utf8: return .utf8
    case .gb18030: return .gb18030
    case .utf16: return unmarkedUTF16(head) ?? .utf16LittleEndian
    case .automatic:
      if let encoding = unmarkedUTF16(head) { return encoding }
      return try isUTF8(file, head: head) ? .utf8 : .gb18030
    }
  }

  /// The byte order mark's length.
  static func markLength(_ encoding: TextEncoding, head: [UInt8]) -> Int {
    switch encoding {
    case .utf8WithMark: 3
    case .utf16LittleEndian: head.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: head.starts(with: [0xFE, 0xFF]) ? 2 : 0
    case .utf8, .gb18030: 0
    }
  }

  /// Digits, commas and line ends have a NUL for their other half: on one side only, and many of them.
  private static func unmarkedUTF16(_ head: [UInt8]) -> TextEncoding? {
    let pairs = head.count / 2
    guard pairs > 0 else { return nil }
    let evenNULs = (0..<pairs).count { head[2 * $0] == 0 }
    let oddNULs = (0..<pairs).count { head[2 * $0 + 1] == 0 }
    if oddNULs * 10 >= pairs && evenNULs * 8 <= oddNULs { return .utf16LittleEndian }
    if evenNULs * 10 >= pairs && oddNULs * 8 <= evenNULs { return .utf16BigEndian }
    return nil
  }

  /// Reads on only until the matter is decided.
  private static func isUTF8(_ file: borrowing InputFile, head: [UInt8]) throws(FileProblem) -> Bool {
    var chunk = head
    var characters = 0
    while true {
      let (valid, stop) = chunk.withUnsafeBufferPointer(UTF8Check.validPrefix)
      characters += chunk[..<valid].count { $0 >= 0xC2 }
      if characters >= proof { return true }
      if stop == .bad { return false }
      chunk.removeFirst(valid)
      let carried = chunk.count
      try file.read(1 << 16, into: &chunk)
      if chunk.count == carried { return stop == .complete || characters >= nearProof }
    }
  }
}
