import Exchange
import Foundation
import Testing

/// Every unusable file is told by one problem that says what to do.
@Suite struct UnusableFileTests {
  private static let start = "公民身份号码,姓名\n1,王芳\n"

  @Test(arguments: [
    ([], FileProblem.Code.emptyFile),
    ([10, 13, 32], .emptyFile),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .damaged),
    (Array(" \n<html><body>".utf8), .notATable),
    (Array(" \n<html><table><tr><td>".utf8), .noHeadings),
    (Array("%PDF-1.7".utf8), .notATable),
    (Array("PK\u{3}\u{4}and nothing".utf8), .damaged),
    (Array("公民身份号码,姓名\n".utf8), .noRows),
    (Array("甲,乙\n1,2\n".utf8), .noHeadings),
    (Array("姓名,备注\n王芳,\n".utf8), .missingHeading),
    (Array("\(start)2,李\u{0}四\n".utf8), .nulByte),
  ])
  func isToldByItsProblem(bytes: [UInt8], code: FileProblem.Code) throws {
    let file = try TemporaryFile(bytes)

    #expect(try problem(file.path)?.code == code)
  }

  /// How the office gets a table from it.
  @Test(arguments: [
    (Array("%PDF-1.7".utf8), "向来文单位要 Excel 表格"), ([0xFF, 0xD8, 0xFF, 0xE0], "照片或扫描件"),
    (Array("Rar!\u{1A}\u{7}".utf8), "请先解压"), (Array("{\\rtf1".utf8), "复制到 Excel"),
  ])
  func whatIsNoTableSaysHowToGetOne(bytes: [UInt8], words: String) throws {
    let file = try TemporaryFile(bytes)
    #expect(try problem(file.path)?.explanation.chinese.contains(words) == true)
  }

  @Test func aFileThatIsNotThereOrNoFile() throws {
    #expect(try problem("/nowhere/at/all.csv")?.code == .notFound)
    #expect(try problem("/tmp")?.code == .unreadable)
    #expect(try problem("/dev/zero")?.code == .unreadable)
  }

  @Test(arguments: [
    ("big5", "Big5"), ("euc-tw", "EUC-TW"), ("utf-32le", "UTF-32"), ("utf-32be", "UTF-32"), ("utf-32", "UTF-32"),
  ])
  func aListFromElsewhereIsToldByItsEncoding(code: String, name: String) throws {
    let list = "身分證號碼,姓名,死亡日期,備註\n431281196502156492,王芳,2026-01-31,無\n"
    let file = try TemporaryFile(encoded(list, as: code))

    let problem = try #require(try problem(file.path))
    #expect(problem.code == .otherEncoding)
    #expect(problem.explanation.chinese.contains("\(name) 编码") && problem.explanation.chinese.contains("UTF-8"))
  }

  @Test(
    arguments: [
      ("2026年名单\n证件,人名,何时\n431281196502156492,王芳,2026-01-31\n", ["证件": nil, "人名": nil, "何时": nil]),
      ("姓名,证件\n王芳,431281196502156492\n", ["姓名": "name", "证件": nil]),
      (
        "431281196502156492,王芳,2026-01-31\n431281196502156493,李四,2026-01-31\n",
        ["第1列": nil, "第2列": nil, "第3列": nil]
      ),
    ] as [(String, [String: String?])])
  func whatStandsWhereHeadingsMustBeIsTold(list: String, headings: [String: String?]) throws {
    let file = try TemporaryFile(list)

    let problem = try #require(try problem(file.path))
    let told = Dictionary(uniqueKeysWithValues: problem.headings.map { ($0.text, $0.field) })
    #expect(told == headings)
  }

  @Test func aListWithoutHeadingsInAnEncodingThatIsReadIsNotCalledStrange() throws {
    let file = try TemporaryFile(encoded("证件,人名,何时\n431281196502156492,王芳,2026-01-31\n", as: "gb18030"))

    #expect(try problem(file.path)?.code == .noHeadings)
  }

  @Test func badBytesAreNamedByLineAndOffset() throws {
    let marked = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array(Self.start.utf8) + [0x32, 0x2C, 0xFF, 10])
    let chinese = try TemporaryFile(encoded(Self.start, as: "gb18030") + [0x32, 0x2C, 0xC1, 10])
    let cut = try TemporaryFile(encoded(Self.start, as: "gb18030") + [0x32, 0x2C, 0xC1])
    let people = Self.start + String(repeating: "3,王芳\n", count: 50)
    let long = try TemporaryFile(Array(people.utf8) + [0x32, 0x2C, 0xFF, 10])

    let problem = try #require(try problem(marked.path))
    #expect(problem.code == .undecodable)
    #expect(problem.line == 3)
    #expect(problem.byteOffset == 3 + Self.start.utf8.count + 2)
    #expect(problem.explanation.chinese.contains("第 3 行"))
    let bad = try ExchangeTests.problem(chinese.path)
    #expect(bad?.code == .undecodable)
    #expect(bad?.line == 3)
    #expect(bad?.byteOffset == encoded(Self.start, as: "gb18030").count + 2)
    #expect(try ExchangeTests.problem(cut.path)?.code == .cutShort)
    #expect(try ExchangeTests.problem(cut.path)?.line == 3)
    // So much valid UTF-8 is UTF-8 with a bad byte, not GB18030.
    #expect(try ExchangeTests.problem(long.path)?.line == 53)
  }

  @Test func aQuoteThatNeverEndsIsNamedByItsLine() throws {
    let open = try TemporaryFile(Self.start + "2,\"李四\n3,赵六\n4,钱七\n")
    let closedByChance = try TemporaryFile("公民身份号码,姓名,备注\n1,王芳,\n2,\"李四,\n3,赵六,\"甲\"\n")
    let long = try TemporaryFile(Self.start + "2,\"李四\n" + String(repeating: "3,赵六\n", count: 50_000))

    for path in [open.path, closedByChance.path, long.path] {
      #expect(try problem(path)?.code == .openQuote)
      #expect(try problem(path)?.line == 3)
    }
  }

  @Test func aLineWithoutEndIsNotKeptInMemory() throws {
    let file = try TemporaryFile(Self.start + String(repeating: "1,", count: 1_000_000))

    #expect(try problem(file.path)?.code == .rowTooLong)
  }

  @Test func headingsThatAreMissingAreNamed() throws {
    let file = try TemporaryFile("名单\n姓名,备注,\u{1B}[2J\n王芳,,\n")

    let problem = try #require(try problem(file.path))

    #expect(problem.explanation.chinese.contains("缺少：公民身份号码（现有：姓名、备注、␛[2J）"))
    #expect(problem.line == 2)
  }

  @Test func headingsFarDownAreNotLookedFor() throws {
    let file = try TemporaryFile(String(repeating: "说明\n", count: 40) + Self.start)

    #expect(try problem(file.path)?.code == .noHeadings)
  }

  @Test(arguments: ["xlsx", "XLSM", "et"]) func textUnderTheNameOfAWorkbookIsNotRead(ending: String) throws {
    let file = try TemporaryFile(Self.start)
    let path = "\(file.path).\(ending)"
    try FileManager.default.copyItem(atPath: file.path, toPath: path)

    #expect(try problem(path)?.code == .notWhatItSays)
    try FileManager.default.removeItem(atPath: path)
  }

  @Test func aLastLineWithoutItsEndAndItsCellsWasCutShort() throws {
    let cut = try TemporaryFile("公民身份号码,姓名,备注\n1,王芳,\n2,李")
    let wide = try TemporaryFile(
      [0xFF, 0xFE] + "公民身份号码,姓名,备注\n1,王芳,\n2,李".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let ended = try TemporaryFile("公民身份号码,姓名,备注\n1,王芳,\n2,李\n")
    let ragged = try TemporaryFile("公民身份号码,姓名,备注\n1,王芳\n2,李")
    let whole = try TemporaryFile("公民身份号码,姓名,备注\n1,王芳,\n2,李四,")

    #expect(try problem(cut.path)?.code == .cutShort)
    #expect(try problem(cut.path)?.line == 3)
    #expect(try problem(wide.path)?.code == .cutShort)
    for path in [ended.path, ragged.path, whole.path] { #expect(try problem(path) == nil) }
  }

  private static func list(_ dates: String...) -> String {
    "公民身份号码,姓名,死亡日期\n" + dates.enumerated().map { "\($0.offset),王芳,\($0.element)" }.joined(separator: "\n")
  }

  @Test(arguments: ["2026-03-1", "2026-03-", "2026", ""])
  func aLastDateShorterThanAllBeforeItWasCutShort(_ last: String) throws {
    let cut = try TemporaryFile(Self.list("2026-02-11", "2026-03-05", last))
    let ended = try TemporaryFile(Self.list("2026-02-11", "2026-03-05", last) + "\n")

    let problem = #expect(throws: FileProblem.self) {
      _ = try SourceFile(path: cut.path, vocabulary: .police).forEachRow { _ in }
    }
    #expect(problem?.code == .cutShort && problem?.line == 4)
    #expect(try SourceFile(path: ended.path, vocabulary: .police).forEachRow { _ in }.rows == 3)
  }

  @Test func aFileThatOnlyLacksItsLastLineEndIsWhole() throws {
    for list in [
      Self.list("2026-02-11", "2026-03-15"), Self.list("2026/2/1", "2026/3/15"), Self.list("20260211", "20260315"),
      "姓名,死亡日期,公民身份号码\n王芳,2026-02-11,110101194902010042", "公民身份号码,姓名,死亡日期,性别\n1,王芳,2026-02-11,女",
      "公民身份号码,姓名,死亡日期,\n1,王芳,2026-02-11,",
    ] {
      let file = try TemporaryFile(list)
      let summary = try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ in }
      #expect(summary.rowPerhapsCut == nil)
    }
  }

  @Test(arguments: [
    list("2026/2/1", "2026/3/1"), list("2026/12/11", "2026/12/1"), list("2026-3-1"),
    "公民身份号码,姓名,死亡日期,备注\n1,王芳,2026-02-11,\n2,李四,2026-03-05,误报",
    "公民身份号码,姓名,死亡日期,备注\n1,王芳,2026-02-11,同名\n2,李四,2026-03-05,",
    "公民身份号码,姓名,死亡日期,住址\n1,王芳,2026-02-11,黔城镇双塘村4",
  ])
  func whereNothingTellsWhetherTheLastCellIsWholeTheRowIsTold(_ list: String) throws {
    let open = try TemporaryFile(list)
    let ended = try TemporaryFile(list + "\n")

    let summary = try SourceFile(path: open.path, vocabulary: .police).forEachRow { _ in }
    #expect(summary.rowPerhapsCut == summary.rows)
    #expect(try SourceFile(path: ended.path, vocabulary: .police).forEachRow { _ in }.rowPerhapsCut == nil)
  }
}
