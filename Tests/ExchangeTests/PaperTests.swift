import Casework
import Exchange
import Foundation
import Testing

/// A paper opens in a spreadsheet and on a page, and runs nothing there.
@Suite struct PaperTests {
  private static let hostile = [
    "=HYPERLINK(\"http://x\")", "+cmd|x", "@cmd", "\u{1B}[31m王芳", "\u{202E}芳王", "汪\u{E000}洋",
  ]

  /// As every file shows them: what a terminal would obey has a visible stand-in.
  private static let harmless = hostile.map { $0.printable() }

  private static func paper(rows: Int = 6, letters: Bool = false) -> Paper {
    let lines = (0..<rows).map { row -> [Phrase] in
      [
        .verbatim("1304081905030200\(10 + row % 90)43"), .verbatim(hostile[row % hostile.count]),
        .verbatim(String(row)),
      ]
    }
    let columns = [
      Paper.Column(Phrase("公民身份号码", "Identity"), 24), Paper.Column(Phrase("姓名", "Name"), 16),
      Paper.Column(Phrase("备注", "Remark"), 10, isNumber: true),
    ]
    let letter = Paper.Letter(
      Phrase("通知", "Letter"), [Phrase("请交回证件。", "Please return the card.")], close: [.verbatim("残联")])
    return Paper(
      Phrase("季度核销", "Sweep"),
      [
        Paper.Chapter("a", Phrase("注销名单", "Cancelled"), columns, lines),
        Paper.Chapter("e", Phrase("通知", "Letters"), columns, [], letters: letters ? [letter] : []),
      ], marks: [Phrase("制表：陈静", "By Chen Jing")])
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = URL(filePath: NSTemporaryDirectory()).appending(path: "paper-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try body(folder)
  }

  @Test func asCSVTheFirstChapterIsTheFileAndTheOthersStandBesideIt() throws {
    try inFolder { folder in
      let path = folder.appending(path: "out.csv").path

      let written = try PaperFile(path: path, format: .csv, in: .chinese).write(Self.paper())

      #expect(written.map(\.path) == [path, folder.appending(path: "out-e.csv").path])
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
      #expect(text.contains("'=HYPERLINK") && text.contains("'+cmd|x") && text.contains("'@cmd"))
      #expect(try read(path).rows.map { $0.cells[1] } == Self.harmless)
      #expect(throws: FileProblem.self) { try PaperFile(path: path, format: .csv, in: .chinese).write(Self.paper()) }
    }
  }

  @Test func aWorkbookHasASheetForEachChapterAndOneForTheMarks() throws {
    try inFolder { folder in
      let path = folder.appending(path: "out.xlsx").path

      try PaperFile(path: path, format: .xlsx, in: .chinese).write(Self.paper())

      let table = try read(path, as: people, ReadingOptions(sheet: "a 注销名单"))
      #expect(table.rows.map { $0.cells[1] } == Self.harmless)
      #expect(table.rows.allSatisfy { !$0.numbers[0] }, "a number of 20 digits must stay text")
      let refused = try problem(path, as: people, ReadingOptions(sheet: "没有"))
      #expect(refused?.explanation.chinese.contains("说明") ?? false)
    }
  }

  @Test(arguments: [3, 200]) func aPDFHasItsPagesAndTheSameBytesEveryTime(_ rows: Int) throws {
    try inFolder { folder in
      let paths = ["one.pdf", "two.pdf"].map { folder.appending(path: $0).path }

      for path in paths {
        try PaperFile(path: path, format: .pdf, in: .chinese).write(Self.paper(rows: rows, letters: true))
      }

      let bytes = try paths.map { try Data(contentsOf: URL(filePath: $0)) }
      #expect(bytes[0] == bytes[1] && bytes[0].starts(with: Data("%PDF-".utf8)))
      guard let text = try text(ofPDF: paths[0]) else { return }
      let pages = text.split(separator: "\u{0C}").map(String.init).filter { $0.contains("制表：陈静") }
      #expect(pages.count >= (rows > 100 ? 5 : 2))
      #expect(text.contains("第 1 页，共 \(pages.count) 页") && text.contains("请交回证件。"))
      #expect(!text.contains("\u{1B}"), "what a terminal obeys stands in no paper")
      if rows > 100 { #expect(pages[1].contains("公民身份号码"), "the head of a table stands on every page") }
    }
  }

  /// The words of a PDF, where this machine has the program for it.
  private func text(ofPDF path: String) throws -> String? {
    let program = "/usr/bin/pdftotext"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-layout", path, path + ".txt"]
    try process.run()
    process.waitUntilExit()
    return try String(contentsOfFile: path + ".txt", encoding: .utf8)
  }
}
