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
    let foreign = ["PK\u{5}\u{6}", "%PDF", "{\\rtf", "Rar!", "7z"]
    if foreign.contains(where: { head.starts(with: Array($0.utf8)) }) || isImage(head) || isWebArchive(head) {
      throw .notATable
    }
    if looksLikeMarkup(head) {
      if root(of: head) == "workbook" { return .xmlWorkbook }
      if holdsRows(head) { return .page }
      throw .notATable
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

  /// A web page with all its parts in one file, as mail is kept.
  private static func isWebArchive(_ head: [UInt8]) -> Bool {
    let lines = head.prefix(2048).split { $0 == 10 || $0 == 13 }
    return lines.contains { String(decoding: $0, as: UTF8.self).lowercased().hasPrefix("mime-version:") }
  }

  private static func isImage(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xFF, 0xD8, 0xFF]) || head.starts(with: [0x89, 0x50, 0x4E, 0x47])
  }
}
