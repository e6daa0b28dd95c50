import Exchange
import Foundation
import Testing

/// What is written can be opened in a spreadsheet and read again unchanged.
@Suite struct WritingTests {
  private static let rows = [
    ["130408190503020014", "王芳", "2026-01-31", "张,三"],
    ["13040819050303001X", "买买提·吐尔逊", "", "=cmd|' /C calc'!A0"],
    ["007", "𠮷", "46053", "'=1"],
    ["130408190503020014\t", "'", "-5", "@a"],
    ["-12.5", "+8613812345678", "-", "''-x"],
    ["1", "\"引号\"", "第1次\r\n第2次", "＝1+1"],
    ["_x0041_", " 前后 ", "；;", "a\tb"],
  ]

  private func folder() throws -> URL {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "exchange-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func writer(_ path: String, _ format: TableWriter.Format, replacing: Bool = true) -> TableWriter {
    let columns = ["公民身份号码", "姓名", "死亡日期", "备注"].map { TableWriter.Column($0) }
    return TableWriter(path: path, format: format, columns: columns, sheet: "名单", replacesExisting: replacing)
  }

  @Test(arguments: TableWriter.Format.allCases)
  func whatIsWrittenIsReadAgain(format: TableWriter.Format) throws {
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: "out").path

    let count = try writer(path, format).write { table in
      for row in Self.rows { try table.append(row) }
    }

    let table = try read(path)
    #expect(count == Self.rows.count)
    #expect(table.rows.map(\.cells) == Self.rows)
    #expect(table.rows.allSatisfy { !$0.numbers.contains(true) })
  }

  @Test(arguments: TableWriter.Format.allCases)
  func whatIsWrittenIsNotedWholeBeforeItHasItsName(format: TableWriter.Format) throws {
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: "out").path
    struct Stop: Error {}
    var noted: (rows: Int, bytes: Data)?

    #expect(throws: Stop.self) {
      try writer(path, format).write({ try $0.append(Self.rows[0]) }, noting: { _, _ in throw Stop() })
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)

    try writer(path, format).write(
      { try $0.append(Self.rows[0]) },
      noting: { rows, temporaryPath in
        #expect(!FileManager.default.fileExists(atPath: path))
        noted = (rows, try Data(contentsOf: URL(filePath: temporaryPath)))
      })
    #expect(try noted?.rows == 1 && noted?.bytes == Data(contentsOf: URL(filePath: path)))
  }

  @Test func aSpreadsheetNeitherRunsTextNorLosesDigits() throws {
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: "out.csv").path

    try writer(path, .csv).write { table in
      for row in Self.rows.prefix(3) { try table.append(row) }
    }

    #expect(
      String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) == """
        \u{FEFF}公民身份号码,姓名,死亡日期,备注\r
        "130408190503020014\t",王芳,2026-01-31,"张,三"\r
        13040819050303001X,买买提·吐尔逊,,'=cmd|' /C calc'!A0\r
        "007\t",𠮷,46053,''=1\r\n
        """)
  }

  @Test(arguments: TableWriter.Format.allCases)
  func theSameRowsGiveTheSameBytes(format: TableWriter.Format) throws {
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let paths = ["a", "b"].map { folder.appending(path: $0).path }

    for path in paths { try writer(path, format).write { try $0.append(Self.rows[0]) } }

    #expect(try Data(contentsOf: URL(filePath: paths[0])) == Data(contentsOf: URL(filePath: paths[1])))
  }

  @Test(arguments: TableWriter.Format.allCases)
  func aFailureLeavesWhatWasThere(format: TableWriter.Format) throws {
    struct Stop: Error {}
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: "out").path
    try Data("before".utf8).write(to: URL(filePath: path))

    #expect(throws: Stop.self) {
      try writer(path, format).write { table in
        try table.append(Self.rows[0])
        throw Stop()
      }
    }

    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
  }

  @Test func anExistingFileIsKeptWhereAsked() throws {
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: "out").path

    try writer(path, .csv, replacing: false).write { try $0.append(Self.rows[0]) }
    let again = #expect(throws: FileProblem.self) {
      try writer(path, .csv, replacing: false).write { try $0.append(Self.rows[0]) }
    }

    #expect(again?.code == .alreadyExists)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
  }

  @Test func aFolderThatIsNotThereIsAProblem() throws {
    let problem = #expect(throws: FileProblem.self) {
      try writer("/nowhere/out.csv", .csv).write { try $0.append(Self.rows[0]) }
    }

    #expect(problem?.code == .cannotWrite)
  }

  @Test func aCellTooLongForExcelIsAProblem() throws {
    let folder = try folder()
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }

    let problem = #expect(throws: FileProblem.self) {
      try writer(folder.appending(path: "out").path, .xlsx).write {
        try $0.append([String(repeating: "长", count: 32_768)])
      }
    }

    #expect(problem?.code == .cellTooLong)
    #expect(problem?.line == 1)
  }
}
