import CaseStore
import Casework
import Exchange

/// A file named on the command line, with the columns mapped by hand.
struct TableSource {
  private let file: SourceFile

  init(
    _ path: String, _ vocabulary: HeadingVocabulary, mappings: [String], encoding: String, sheet: String?
  ) throws {
    let pairs = try mappings.map { mapping in
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Unusable("bad_map", Phrase("--map 写作 列名=字段", "Write --map as COLUMN=FIELD"))
      }
      return (column: parts[0], field: parts[1])
    }
    guard let encoding = ReadingOptions.Encoding(rawValue: encoding) else {
      let known = ReadingOptions.Encoding.allCases.map(\.rawValue).joined(separator: " ")
      throw Unusable("bad_encoding", Phrase("--encoding 可选：\(known)", "--encoding is one of: \(known)"))
    }
    file = SourceFile(
      path: path, vocabulary: try vocabulary.adding(pairs), options: ReadingOptions(encoding: encoding, sheet: sheet))
  }

  @discardableResult
  func forEachRow(_ body: (borrowing TableRow) throws -> Void) throws -> TableSummary { try file.forEachRow(body) }

  /// Hands on every row of a police file, and says what kind of file it was.
  func feed(_ take: (PoliceRow) throws -> Void) throws -> FileReading {
    let summary = try file.forEachPoliceRow(take)
    return FileReading(
      format: summary.format.rawValue, encoding: summary.encoding?.rawValue ?? "",
      passedOver: summary.passedOver.total)
  }
}
