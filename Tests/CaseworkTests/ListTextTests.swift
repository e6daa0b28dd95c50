import Testing

@testable import Casework

/// What a list says outside of its rows, and of which of them (domain: 5.1).
@Suite struct ListTextTests {
  @Test(
    arguments: [
      ("注：第3行健在", [1, 3]), ("第 2、5 行系误报", [2, 3, 5]), ("序号2至4的人员待核", [2, 3, 4]), ("第十二位", [10, 12]),
      ("第三季度名单", []), ("共 3 人", []), ("第99行", []),
    ])
  func theRowsThatItNamesAreThoseOfTheListAndOfTheSheet(_ text: String, _ rows: [Int]) {
    let note = ListText(.below, text: text, rows: 1...20, headingLine: 2)
    #expect(note.namedRows == Set(rows).union(text.contains("序号") ? [1, 2] : []))
  }

  @Test(
    arguments: [
      ("注：张三还活着", true), ("以上人员系误报", true), ("如有误请联系", false), ("本表一式两份", false), ("核对无误", false),
    ])
  func itTakesRowsBackInTheWordsOfTitlesAndRemarks(_ text: String, _ isDenial: Bool) {
    #expect(ListText(.below, text: text, rows: 1...2, headingLine: 1).isDenial == isDenial)
  }

  @Test func itIsKeptInOneLine() {
    let note = ListText(.below, text: "注：张三 健在", rows: 3...9, headingLine: 2)
    #expect(ListText(kept: note.kept[...]) == note)
  }

  @Test(
    arguments: [
      ("注：第3行健在", false), ("注：倒数第二行有误", true), ("除第3行外系误报", true), ("已删除第3行，系误报", false), ("第3行请看", false),
      ("以上均请核，第3行在内", true), ("第3行……", true),
    ])
  func itMayBeAboutOthersThanThoseItNames(_ text: String, _ isAboutOthers: Bool) {
    #expect(ListText(.below, text: text, rows: 1...20, headingLine: 2).isAboutOthers == isAboutOthers)
  }

  @Test func colouredRowsAreNamedByTheirNumbersAlone() throws {
    let marked = ListText.colours(ofRows: [2, 5, 6, 7, 8])
    let text = try #require(ListText(kept: ListText(.colour, text: marked, rows: 1...8, headingLine: 2).kept[...]))
    #expect(marked == "2,5-8" && text.namedRows == [2, 5, 6, 7, 8] && !text.isDenial && !text.isAboutOthers)
    #expect(text.words.chinese == "着色：第 2, 5-8 行的颜色与多数行不同，请打开原件看是什么意思")
    #expect(ListText(.colour, text: ListText.manyColours, rows: 1...8, headingLine: 2).namedRows.isEmpty)
  }
}
