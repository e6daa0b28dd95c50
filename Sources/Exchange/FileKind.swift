import Casework

/// What a file is by its first bytes.
enum FileKind {
  case text
  case zip
  case oldWorkbook
  case page
  case xmlWorkbook

  /// Looks whether a name says something else than the contents: nobody then knows which of them is the list.
  ///
  /// Only .xls says little: systems give that name to workbooks of every age, to web pages and to plain text.
  func compare(withNameOf path: String) throws(FileProblem) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return }
    let ending = name[name.index(after: dot)...].lowercased()
    let isWorkbook = self == .zip || self == .oldWorkbook
    let fits =
      switch ending {
      case "xlsx", "xlsm", "et": isWorkbook
      case "csv", "txt", "tsv": self == .text
      default: true
      }
    if !fits { throw .notWhatItSays(ending: ending, isWorkbook: isWorkbook) }
  }

  static func recognize(_ head: [UInt8]) throws(FileProblem) -> FileKind {
    if head.isEmpty { throw .emptyFile }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWorkbook }
    if head.starts(with: Array("PK\u{3}\u{4}".utf8)) { return .zip }
    if let foreign = Foreign(head) { throw .notATable(foreign) }
    if looksLikeMarkup(head) {
      if root(of: head) == "workbook" { return .xmlWorkbook }
      if holdsRows(head) { return .page }
      throw .notATable()
    }
    if head.allSatisfy({ $0 <= 0x20 && $0 != 0 }) { throw .emptyFile }
    return .text
  }

  /// HTML and XML, which old systems like to call .xls.
  private static func looksLikeMarkup(_ head: [UInt8]) -> Bool {
    let unmarked = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let start = unmarked.prefix(4096).filter { $0 != 0 && $0 != 0xFF && $0 != 0xFE }.drop { $0 <= 0x20 }
    guard start.first == UInt8(ascii: "<"), let second = start.dropFirst().first else { return false }
    return second == UInt8(ascii: "!") || second == UInt8(ascii: "?")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second | 0x20)
  }

  /// The first element, in small letters and without a prefix.
  private static func root(of head: [UInt8]) -> String? {
    let plain = head.filter { $0 != 0 }
    var index = 0
    while let start = plain[index...].firstIndex(of: UInt8(ascii: "<")), let tag = PageTag(plain, at: start) {
      if tag.name.first?.isLetter == true { return tag.name }
      index = tag.end
    }
    return nil
  }

  /// Whether markup has the rows of a table in it.
  private static func holdsRows(_ head: [UInt8]) -> Bool {
    let plain = head.filter { $0 != 0 }.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    return plain.indices.contains { plain[$0...].starts(with: "<tr".utf8) }
  }

}

extension FileKind {
  /// What has no rows that could be read, and how the office gets a table from it.
  enum Foreign {
    case pdf, image, archive, document, other

    init?(_ head: [UInt8]) {
      func begins(_ marks: [[UInt8]]) -> Bool { marks.contains { head.starts(with: $0) } }
      if begins([Array("%PDF".utf8)]) {
        self = .pdf
      } else if begins([[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), Array("II*\0".utf8)]) {
        self = .image
      } else if begins(["PK\u{5}\u{6}", "Rar!", "7z"].map { Array($0.utf8) } + [[0x1F, 0x8B]]) {
        self = .archive
      } else if begins([Array("{\\rtf".utf8)]) {
        self = .document
      } else if Self.isWebArchive(head) {
        self = .other
      } else {
        return nil
      }
    }

    /// A ZIP that is no workbook.
    init(inZip holds: (String) -> Bool) {
      self = holds("word/document.xml") ? .document : holds("OFD.xml") ? .pdf : holds("mimetype") ? .other : .archive
    }

    /// A web page with all its parts in one file, as mail is kept.
    private static func isWebArchive(_ head: [UInt8]) -> Bool {
      let lines = head.prefix(2048).split { $0 == 10 || $0 == 13 }
      return lines.contains { String(decoding: $0, as: UTF8.self).lowercased().hasPrefix("mime-version:") }
    }

    var words: Phrase {
      switch self {
      case .pdf:
        Phrase(
          "这是 PDF 或 OFD 版式文件，里面的表读不出来：请向来文单位要 Excel 表格，或照着录入 Excel 或 WPS，核对后再导入",
          "This is a PDF or OFD: its table cannot be read; ask the sender for a spreadsheet, or type it into one and compare, then import that"
        )
      case .image:
        Phrase(
          "这是照片或扫描件，读不出来：请向来文单位要 Excel 表格，或照着录入 Excel 或 WPS，核对后再导入",
          "This is a picture and cannot be read; ask the sender for a spreadsheet, or type it into one and compare, then import that"
        )
      case .archive:
        Phrase("这是压缩包：请先解压，再导入里面的表格", "This is an archive: unpack it first, then import the table inside")
      case .document:
        Phrase(
          "这是文字文档：请把里面的表格复制到 Excel 或 WPS 表格（号码列先设为「文本」），另存为 .xlsx 后再导入",
          "This is a text document: copy its table into a spreadsheet, with the numbers' column set to text, and import that"
        )
      case .other:
        Phrase(
          "这不是表格文件，请在 Excel 或 WPS 中另存为 .xlsx 或 CSV 后再导入",
          "This is not a table; save it as .xlsx or CSV in Excel or WPS, then import that")
      }
    }
  }
}
