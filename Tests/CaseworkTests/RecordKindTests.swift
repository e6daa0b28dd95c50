import Testing

@testable import Casework

/// What the words of a row report (domain: 5.1), also where something stands beside a known word.
@Suite struct RecordKindTests {
  @Test(arguments: [
    ("死亡注销", PoliceRecordKind.death), ("死亡注销(正常死亡)", .death), ("死亡注销（宣告死亡）", .death), ("死亡注销(01)", .death),
    ("死亡注销（误）", .other), ("死亡注销(撤销死亡注销)", .other), ("死亡注销(误报死亡)", .other), ("死亡注销(宣告失踪)", .other),
    ("死亡注销(户口迁出)", .other), ("死亡注销(重复户口注销)", .other), ("死亡注销(姓名变更)", .other), ("死亡注销(监护人死亡)", .other),
    ("迁出注销(婚迁)", .moveOut), ("迁出注销（死亡）", .other), ("户口迁出(本市内)", .other), ("户口迁出(出国定居)", .other),
    ("县（市）内移居", .moveWithin),
    ("撤销死亡注销", .other), ("入伍", .other), ("病故", .death), ("去世", .death), ("因病死亡", .death), ("迁出注销(病故)", .other),
    ("误报病故", .other), ("意外", .other),
  ])
  func whatStandsBesideAWordMayTakeItBack(_ text: String, _ kind: PoliceRecordKind) {
    #expect(PoliceRecordKind(text) == kind)
  }

  @Test(arguments: [
    ("死亡注销", false), ("死亡注销(病故)", false), ("死亡注销(1)", false), ("死亡注销(宣告死亡)", false), ("死亡注销(某种情形)", true),
    ("户口迁出(随迁)", false), ("入伍", false),
  ])
  func aDeathOfAKindThatNobodyKnowsIsUnclear(_ text: String, _ isUnclear: Bool) {
    #expect(RecordWords(text).isUnclear == isUnclear)
  }

  @Test(arguments: [("撤销死亡注销", "撤销死亡注销"), ("死亡注销", "死亡"), ("死亡注销(宣告死亡)", "宣告死亡"), ("", "其他")])
  func aRowOfNoKnownKindIsShownInItsOwnWords(_ text: String, _ word: String) {
    let row = PoliceRow(row: 1, identity: "", name: "", kind: text, eventDate: .missing)

    #expect(row.kindWord.chinese == word)
  }
}
