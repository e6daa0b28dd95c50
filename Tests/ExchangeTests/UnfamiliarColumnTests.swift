import Casework
import DeskFixtures
import Foundation
import Testing

@testable import Exchange

/// Columns that nobody knows: beside a death their words are harmless or a person reads them (domain: 5.1).
@Suite struct UnfamiliarColumnTests {
  private func read(
    _ values: [String], under heading: String, kind: String = "死亡注销", mapped: [(column: String, field: String)] = []
  ) throws -> (doubts: [Bool], summary: TableSummary) {
    let lines = values.map { "某人,1,2026-08-10,\(kind),\($0)\n" }
    let file = try TemporaryFile("姓名,公民身份号码,死亡日期,变动类型,\(heading)\n" + lines.joined())
    var doubts: [Bool] = []
    let summary = try SourceFile(path: file.path, vocabulary: HeadingVocabulary.police.adding(mapped)).forEachRow {
      doubts.append(Denial.isTold(in: PoliceRow($0).note, of: .death))
    }
    return (doubts, summary)
  }

  @Test(
    arguments: [
      ("事项", ["丧偶", "改嫁", "老伴去世", "搬走", "领骨灰"], ["死亡", "病故", "因病去世", ""]),
      ("停保原因", ["转职工医保", "参军", "断缴", "退休"], ["死亡", "死亡停保", "因病死亡"]),
      ("人员类别", ["家属", "遗属", "申请人", "供养亲属"], ["农村居民", "退休人员", "低保户", "在职"]),
      ("申报事项", ["申报亲属死亡", "替母亲报死亡"], []),
      ("角色", ["证人", "肇事方"], ["死者"]), ("称谓", ["父", "长子"], []), ("处分", ["开除"], []),
      ("备用", ["在敬老院", "在深圳打工", "坐牢"], ["黔城镇玉皇阁村3组", "县医院", "无", "12"]),
      ("最近通话", ["昨天", "8月10日"], []), ("骨灰寄存位置", [], ["三楼左侧"]), ("网格员", [], ["张三"]),
    ])
  func onlyWordsKnownToBeHarmlessSayNothing(_ heading: String, _ doubted: [String], _ plain: [String]) throws {
    let found = try read(doubted + plain, under: heading).doubts
    #expect(found == doubted.map { _ in true } + plain.map { _ in false }, "\(heading): \(found)")
  }

  @Test func aReportThatIsNoDeathIsNotHeld() throws {
    #expect(try read(["参军"], under: "停保原因", kind: "户口迁出").doubts == [false])
  }

  @Test func whoeverImportsSeesTheWordsAndHowManyRowsHaveThem() throws {
    let summary = try read(["参军", "断缴", "参军", "死亡"], under: "停保原因").summary
    #expect(summary.unfamiliar.map(\.words.chinese) == ["列「停保原因」的话不认识，3 行逐行核对：参军 2 行、断缴 1 行"])
    let kept = summary.unfamiliar.compactMap { UnfamiliarColumn(kept: $0.kept[...]) }
    #expect(kept.map(\.words) == summary.unfamiliar.map(\.words))
  }

  @Test func theSameColumnOnTwoSheetsIsToldOnce() throws {
    func sheet(_ name: String, _ reason: String) -> (name: String, rows: String) {
      (name, WorkbookParts.row("姓名", "公民身份号码", "死亡日期", "停保原因") + WorkbookParts.row("某人", "1", "2026-08-10", reason))
    }
    let book = WorkbookParts.workbook([sheet("七月", "参军"), sheet("八月", "断缴"), sheet("九月", "参军")])
    let file = try TemporaryFile(parts: book)
    let summary = try SourceFile(path: file.path, vocabulary: .police).forEachRow { _ = PoliceRow($0) }
    #expect(summary.unfamiliar.map(\.words.chinese) == ["列「停保原因」的话不认识，3 行逐行核对：参军 2 行、断缴 1 行"])
  }

  @Test func aColumnOfWhichSomebodySaysThatItTellsNothingIsPassedOverButNotWhatDenies() throws {
    let found = try read(["某甲", "人健在"], under: "包片", mapped: [("包片", "unrelated")])
    #expect(found.doubts == [false, true])
    #expect(found.summary.unfamiliar.isEmpty && found.summary.headings.last?.field == "unrelated")
    #expect(try read(["某甲"], under: "包片").doubts == [true])
  }
}
