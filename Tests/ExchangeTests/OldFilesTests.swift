import Casework
import Exchange
import Foundation
import Testing

/// Workbooks of old programs, and what other systems call by their name.
@Suite struct OldFilesTests {
  @Test func anOldWorkbookIsReadWithItsSheetsDatesAndMergedCells() throws {
    var rows: [PoliceRow] = []
    let summary = try SourceFile(path: fixture("sheets.xls"), vocabulary: .police).forEachRow {
      rows.append(PoliceRow($0))
    }

    #expect(summary.format == .xls)
    #expect(summary.parts.map(\.sheet) == ["死亡", "迁出"])
    #expect(rows.map(\.row) == [1, 2, 3, 4])
    #expect(rows.map(\.name) == ["胡忠树", "孙·元怡𠮷", "", "刘忠国"])
    #expect(rows.map(\.eventDate.text) == ["2026-01-31", "2026-01-31", "2026-01-31", "2026-02-03"])
    #expect(rows.map { PoliceRecordKind($0.kind) } == [.death, .death, .death, .moveOut])
    #expect(rows.map(\.identityIsNumberCell) == [false, true, false, false])
    #expect(rows[0].note == "=HYPERLINK(\"x\")")
    #expect(rows[3].details[.destination] == "广东省深圳市")
  }

  @Test func whatIsNotedAtACellOfAnOldWorkbookIsReadLikeARemark() throws {
    var rows: [PoliceRow] = []
    try SourceFile(path: fixture("notes.xls"), vocabulary: .police).forEachRow { rows.append(PoliceRow($0)) }

    #expect(rows.map(\.note) == ["批注:家属申报", "批注:此人还在", ""])
  }

  @Test func anOldWorkbookHoldsTheSamePeopleAsTheNewOne() throws {
    let old = try read(fixture("police.xls"), as: .police)
    let new = try read(fixture("police.xlsx"), as: .police)

    #expect(old.rows.count == 800)
    for (left, right) in zip(old.rows, new.rows) where !left.numbers[0] {
      #expect(left.cells == right.cells, "row \(left.number)")
    }
    #expect(old.rows.filter { $0.numbers[0] }.map(\.number) == new.rows.filter { $0.numbers[0] }.map(\.number))
  }

  /// `FUZZ_SEED` repeats a run, as in `FuzzTests`.
  @Test func aDamagedOldWorkbookGivesRowsOrOneProblem() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    print("FUZZ_SEED=\(seed)")
    var random = SplitMix(state: seed)
    let whole = Array(try Data(contentsOf: URL(filePath: fixture("sheets.xls"))))
    for round in 0..<(environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 200) {
      var bytes = whole
      for _ in 0...Int.random(in: 0...12, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] = [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random) ?? 0
      }
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
      let file = try TemporaryFile(bytes)
      _ = try problem(file.path, as: .police)
    }
  }

  @Test func aWebPageNamedXLSIsReadAsItsTable() throws {
    let page = """
      <html><!-- <tr> --><style>td {}</style><table><tr><td colspan=3>死亡注销名单</td></tr>
      <tr><th>姓名</th><th>公民身份号码</th><th>死亡日期</th></tr>
      <tr><td>胡&#24544;树</td><td>431281196502156492</td><td rowspan="2">2025年8月1日</td></tr>
      <TR><TD>王&nbsp;五<br></TD><TD x:num="431281197212047100">4.3E+17</TD></TR></table></html>
      """
    for bytes in [Array(page.utf8), encoded(page, as: "gb18030")] {
      let file = try TemporaryFile(bytes)
      let path = file.path + ".xls"
      try FileManager.default.copyItem(atPath: file.path, toPath: path)

      let table = try read(path, as: .police)

      #expect(table.summary.format == .html)
      #expect(table.rows.map { $0.cells[1] } == ["胡忠树", "王\u{A0}五"])
      #expect(table.rows.map { $0.cells[0] } == ["431281196502156492", "431281197212047100"])
      #expect(table.rows.map { $0.numbers[0] } == [false, true])
      #expect(table.rows.map { $0.cells[6] } == ["2025年8月1日", "2025年8月1日"])
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func headingsInTwoRowsAreOne() throws {
    let below = try TemporaryFile("名单\n姓名,公民身份号码,变动情况,,备注\n,,变动类型,死亡日期,\n王芳,1,死亡注销,2026-01-31,甲\n")
    let above = try TemporaryFile("名单\n人员,,死亡日期,备注\n姓名,公民身份号码,,\n王芳,1,2026-01-31,甲\n")

    for path in [below.path, above.path] {
      let table = try read(path, as: .police)

      #expect(table.rows.count == 1)
      #expect(table.rows[0].cells[6] == "2026-01-31")
      #expect(try table.rows[0].cells[#require(HeadingVocabulary.police.position(of: "note"))] == "甲")
    }
  }

  @Test(arguments: [
    ("姓名,公民身份号码,火化日期", "", PoliceRecordKind.death), ("姓名,公民身份号码,迁出日期", "", .moveOut),
    ("姓名,公民身份号码,死亡日期,火化日期", "", .death), ("姓名,公民身份号码,注销日期", "", .other), ("姓名,公民身份号码,死亡日期,死亡注销类别", ",正常", .death),
    ("姓名,公民身份号码,死亡日期,死亡注销类别", ",撤销死亡注销", .other), ("姓名,公民身份号码,死亡日期,死亡注销类别", ",宣告死亡", .death),
    ("姓名,公民身份号码,死亡日期,死亡注销类别", ",误报死亡", .other), ("姓名,公民身份号码,死亡日期,死亡注销类别", ",户口迁出", .moveOut),
    ("姓名,公民身份号码,死亡日期,死亡注销类别", ",县内移居", .moveWithin), ("姓名,公民身份号码,死亡日期,死亡注销类别", ",姓名变更", .nameChanged),
    ("姓名,公民身份号码,迁出日期,迁出注销类别", ",死亡", .other), ("姓名,公民身份号码,迁出日期,迁出注销类别", ",婚迁", .moveOut),
    ("变更前姓名,变更后姓名,公民身份号码", "", .nameChanged), ("姓名,公民身份号码,注销类别", ",户口迁出", .moveOut),
  ])
  func aListWithoutKindsSaysThemByItsHeadings(headings: String, last: String, kind: PoliceRecordKind) throws {
    let cells = headings.split(separator: ",").count - (last.isEmpty ? 0 : 1)
    let line = (["王芳", "1", "2026-01-31"] + Array(repeating: "", count: 9))[..<cells].joined(separator: ",") + last
    let file = try TemporaryFile("\(headings)\n\(line)\n")
    var kinds: [PoliceRecordKind] = []

    try SourceFile(path: file.path, vocabulary: .police).forEachRow {
      kinds.append(PoliceRecordKind(PoliceRow($0).kind))
    }

    #expect(kinds == [kind])
  }
}
