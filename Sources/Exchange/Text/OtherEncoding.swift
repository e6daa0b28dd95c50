import CIconv

/// Encodings of lists from elsewhere that are not read, told by name so that somebody can save the file anew.
enum OtherEncoding {
  /// As iconv calls them, and as people know them.
  private static let known = [
    (code: "CP950", name: "Big5"), (code: "BIG5-HKSCS", name: "Big5"), (code: "EUC-TW", name: "EUC-TW"),
    (code: "SHIFT_JIS", name: "Shift JIS"),
  ]

  /// What headings of such lists hold, as they are written there.
  private static let signs = [
    "姓名", "身分", "身份", "證號", "號碼", "證件", "日期", "死亡", "性別", "出生", "戶籍", "地址", "備註", "番号", "氏名",
  ]

  /// The encoding that the first bytes are in, where it is one of these and says so.
  static func name(of head: [UInt8]) -> String? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) || isUnmarkedUTF32(head) {
      return "UTF-32"
    }
    return known.first { encoding in
      let text = decoded(head, from: encoding.code)
      return signs.count { text.contains($0) } >= 2
    }?.name
  }

  /// Of every four bytes only one or two say something, and always the same ones.
  private static func isUnmarkedUTF32(_ head: [UInt8]) -> Bool {
    let units = head.count / 4
    guard units >= 4 else { return false }
    let ends = [0, 1, 2, 3].map { place in (0..<units).count { head[4 * $0 + place] == 0 } }
    return ends[0] == units && ends[1] == units || ends[2] == units && ends[3] == units
  }

  /// The text up to the first byte that does not fit, or that is cut off.
  private static func decoded(_ head: [UInt8], from code: String) -> String {
    let converter = iconv_open("UTF-8", code)
    guard converter != iconv_t(bitPattern: -1) else { return "" }
    defer { iconv_close(converter) }
    var source = head
    var target = [UInt8](repeating: 0, count: 4 * head.count + 8)
    var left = source.count
    var room = target.count
    source.withUnsafeMutableBytes { source in
      target.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = iconv(converter, &from, &left, &to, &room)
      }
    }
    return String(decoding: target.dropLast(room), as: UTF8.self)
  }
}
