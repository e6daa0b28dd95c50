import Casework
import Testing

@testable import Exchange

@Suite struct PastedApplicantsTests {
  @Test func headingsSayWhatTheColumnsAre() {
    let lines = ApplicantLine.pasted("姓名\t监护人姓名\t身份证号\t备注\n小花\t张父\t11010519491231002X\t父母在外\n\n王\t\t\t\n")

    #expect(lines.map(\.row) == [1, 2])
    #expect(
      lines[0].cells == ["name": "小花", "guardian.name": "张父", "identity": "11010519491231002X", "note": "父母在外"])
    #expect(lines[1].cells == ["name": "王"])
  }

  @Test(arguments: [
    "王小明\t11010519491231002X\t13800001111\t岩垅乡青树村3组\t肢体\t行动不便",
    "3,11010519491231002X,王小明,肢体,岩垅乡青树村3组,13800001111,行动不便",
    "王小明，１１０１０５１９４９１２３１００２Ｘ，13800001111，岩垅乡青树村3组，肢体，行动不便",
  ]) func withoutHeadingsACellIsWhatItLooksLike(_ text: String) throws {
    let cells = try #require(ApplicantLine.pasted(text).first?.cells)

    #expect(cells["name"] == "王小明" && cells["phone"] == "13800001111" && cells["address"] == "岩垅乡青树村3组")
    #expect(cells["category"] == "肢体" && cells["note"] == "行动不便")
    #expect(Cleaning.number(cells["identity"] ?? "").text == "11010519491231002X")
  }

  @Test func aNumberThatASpreadsheetDamagedIsStillTakenForOne() {
    #expect(ApplicantLine.pasted("王小明\t4.31281E+17").first?.cells["identity"] == "4.31281E+17")
  }
}
