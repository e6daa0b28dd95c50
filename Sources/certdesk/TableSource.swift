import CaseStore
import Casework
import Exchange

/// A file named on the command line, with the columns mapped by hand.
struct TableSource: Sendable {
  private let file: SourceFile
  /// Where to show how far the reading has come.
  var progress: ProgressBar?
  private let path: String
  /// The columns mapped by hand, now or for the sender's last file.
  let mapping: [(column: String, field: String)]

  init(
    _ path: String, _ vocabulary: HeadingVocabulary, mappings: [String],
    remembered: [(column: String, field: String)] = [], encoding: String, sheet: String?, places: Set<String> = []
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
    self.path = path
    let own = Set(pairs.flatMap { [$0.column, $0.field] })
    // What is said now of a field holds.
    let older = remembered.filter { !own.contains($0.column) && !own.contains($0.field) }
    mapping = older + pairs
    var options = ReadingOptions(encoding: encoding, sheet: sheet)
    options.places = places
    file = SourceFile(path: path, vocabulary: try vocabulary.adding(pairs, remembered: older), options: options)
  }

  /// Shows each row; a problem names the file.
  @discardableResult
  func forEachRow(_ body: (borrowing TableRow) throws -> Void) throws -> TableSummary {
    try naming(path) { try read(body) }
  }

  /// Shows each row; a problem is thrown as the reader found it.
  func read(_ body: (borrowing TableRow) throws -> Void) throws -> TableSummary {
    defer { progress?.end() }
    return try file.forEachRow { row in
      progress?.show(row.share)
      try body(row)
    }
  }
}

/// Says in front of a problem which file it is about.
func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let problem as FileProblem {
    throw Unusable(
      problem.code.rawValue, Phrase("\(path)：", "\(path): ") + problem.explanation, byCommand: problem.byCommand)
  }
}

extension TextEncoding {
  /// The word of `--encoding` that stands for it.
  var option: String {
    switch self {
    case .utf8, .utf8WithMark: "utf-8"
    case .gb18030: "gb18030"
    case .utf16LittleEndian, .utf16BigEndian: "utf-16"
    }
  }
}
