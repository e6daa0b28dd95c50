import CMinizip
import Exchange
import Foundation

/// A file that lives as long as one test.
struct TemporaryFile: ~Copyable {
  let path: String

  /// - Parameter name: how its name begins.
  init(_ bytes: [UInt8], named name: String = "exchange") throws {
    path = NSTemporaryDirectory() + "\(name)-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
  }

  init(_ text: String, named name: String = "exchange") throws { try self.init(Array(text.utf8), named: name) }

  /// A ZIP of the given parts, as workbooks are.
  init(parts: [(name: String, bytes: [UInt8])]) throws {
    path = NSTemporaryDirectory() + "exchange-\(UUID().uuidString)"
    let archive = zipOpen64(path, 0)
    for part in parts {
      zipOpenNewFileInZip(archive, part.name, nil, nil, 0, nil, 0, nil, 8, 6)
      part.bytes.withUnsafeBytes { _ = zipWriteInFileInZip(archive, $0.baseAddress, UInt32($0.count)) }
      zipCloseFileInZip(archive)
    }
    zipClose(archive, nil)
  }

  deinit { unlink(path) }

  var bytes: [UInt8] { get throws { Array(try Data(contentsOf: URL(filePath: path))) } }
}

func fixture(_ name: String) -> String {
  URL(filePath: #filePath).appending(path: "../../Fixtures/\(name)").standardized.path
}

/// A row as a test wants to look at it.
struct ReadRow: Equatable, CustomStringConvertible {
  let number: Int
  let line: Int
  let cells: [String]
  let numbers: [Bool]

  var description: String { "\(number)@\(line) \(cells)" }
}

struct ReadTable: Equatable {
  var rows: [ReadRow] = []
  var summary: TableSummary
}

/// A short vocabulary, so that tests show whole rows.
let people = HeadingVocabulary([
  .init("identity", ["公民身份号码", "身份证号"], required: true),
  .init("name", ["姓名", "XM"], required: true),
  .init("date", ["死亡日期", "受理时间"]),
  .init("note", ["备注"]),
])

func read(
  _ path: String, as vocabulary: HeadingVocabulary = people, _ options: ReadingOptions = ReadingOptions()
) throws -> ReadTable {
  var rows: [ReadRow] = []
  let summary = try SourceFile(path: path, vocabulary: vocabulary, options: options).forEachRow { row in
    let cells = vocabulary.fields.indices.map { row[$0] }
    rows.append(
      ReadRow(
        number: row.number, line: row.line, cells: cells.map(\.text), numbers: cells.map(\.isNumberCell)))
  }
  return ReadTable(rows: rows, summary: summary)
}

/// The problem a file has, or `nil` where it could be read.
func problem(
  _ path: String, as vocabulary: HeadingVocabulary = people, _ options: ReadingOptions = ReadingOptions()
) throws -> FileProblem? {
  do {
    _ = try read(path, as: vocabulary, options)
    return nil
  } catch let problem as FileProblem {
    return problem
  }
}
