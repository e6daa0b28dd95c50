import Casework
import Exchange
import Testing

/// Dates as other offices write them.
@Suite struct PoliceDateTests {
  @Test(arguments: [
    "20260131", "2026-01-31", "2026/1/31", "2026.1.31", "2026年1月31日", "2026年01月31号", "２０２６－０１－３１", "46053",
    "46053.75", " 2026-01-31 ", "2026-01-31 10:20:30", "2026-01-31T10:20:30.5+08:00", "2026年1月31日 10时20分",
    "2026年1月31日10时", "2026/1/31 下午 3:05", "20260131102030", "20260131 10:20", "'2026-01-31", "2026 年 1 月 31 日",
    "2026—1—31", "2026-01-31 星期六",
  ])
  func everySpellingIsTheSameDay(text: String) {
    #expect(PoliceDate.parse(text) == Day(year: 2026, month: 1, day: 31).map(EventDate.day))
  }

  @Test func anImpossibleDateIsTheSameHoweverSpelled() {
    let expected = EventDate.impossible(year: 2025, month: 13, day: 1)

    for text in ["2025-13-01", "2025年13月1日", "20251301", "2025.13.1"] {
      #expect(PoliceDate.parse(text) == expected)
    }
    #expect(PoliceDate.parse("2025-02-29") == .impossible(year: 2025, month: 2, day: 29))
  }

  @Test(arguments: ["不详", "-", "无", ""])
  func whatStandsForNoDateIsKeptAsItWasWritten(_ text: String) throws {
    let file = try TemporaryFile("公民身份号码,姓名,死亡日期\n1,王芳,\(text)\n2,李四,2026-01-01\n")
    var dates: [EventDate] = []

    try SourceFile(path: file.path, vocabulary: .police).forEachRow { dates.append(PoliceRow($0).eventDate) }

    #expect(dates.first == (text.isEmpty ? .missing : .unreadable(text)))
  }

  @Test(
    arguments: [
      ("撤销标志", "1", "补录 撤销标志:1"), ("是否死亡", "否", "补录 是否死亡:否"), ("核实情况", "健在", "补录 核实情况:健在"), ("撤销标志", "0", "补录"),
      ("序号", "7", "补录"), ("性别", "男", "补录"), ("经办人", "张三", "补录"),
    ])
  func whatAnUnknownColumnSaysAgainstARowJoinsItsRemark(_ heading: String, _ value: String, _ note: String) throws {
    let file = try TemporaryFile("公民身份号码,姓名,死亡日期,备注,\(heading)\n1,王芳,2026-01-01,补录,\(value)\n")
    var notes: [String] = []

    try SourceFile(path: file.path, vocabulary: .police).forEachRow { notes.append(PoliceRow($0).note) }

    #expect(notes == [note])
  }

  @Test(arguments: ["", "  ", "　", "-", "——", "/", "无", "NULL"])
  func nothingIsMissing(text: String) {
    #expect(PoliceDate.parse(text) == .missing)
  }

  @Test(arguments: [
    "2026", "2026-01", "去年", "31/01/2026", "26-1-31",
    "2026-01-31至2026-02-01", "1304081905030200141", "2026-1-311", "4.6053E+4",
  ])
  func anythingElseIsUnreadable(text: String) {
    #expect(PoliceDate.parse(text) == .unreadable(text))
  }

  @Test func aCellGivesItsDate() {
    #expect(PoliceDate.parse(Cell(text: "46053", isNumberCell: true)) == PoliceDate.parse("2026-01-31"))
  }
}
