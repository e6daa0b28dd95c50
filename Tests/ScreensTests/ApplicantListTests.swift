import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct ApplicantListTests {
  static let list =
    "王小明\t11010519491231002X\t林城镇新桥村\t4\n重号\t11010519491231002X\t\t\n坏号\t4.40524E+17\t\t\n欧阳文华\t440524196001010015\t\t瘫痪\n"

  @Test func aPastedListBecomesDraftsAndEnterGoesOnInOne() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .function(5))

    try desk.handle(.paste(Self.list))
    try desk.expect("4 行，按 F2 登记")
    try desk.press(.function(2))

    try desk.expect("草稿 2，未登记 2", "× 与第 1 行是同一人", "× 公民身份号码")
    try desk.press(.enter)
    try desk.expect("王小明", "林城镇新桥村")
    #expect(try office.store.cases().map(\.applicant) == ["王小明", "欧阳文华"])
  }

  @Test func aLineWithoutADraftCannotBeOpenedAndSaysWhy() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.open(.applicantList)
    try desk.handle(.paste(Self.list))

    try desk.press(.function(2), .down, .enter)

    try desk.expect("! 与第 1 行是同一人")
  }

  @Test func aPathIsPastedIntoItsFieldAndWhatCannotBeReadIsSaid() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.open(.applicantList)

    try desk.handle(.paste("/media/usb/青树村.xlsx"))
    try desk.press(.function(2))

    try desk.expect("/media/usb/青树村.xlsx", "! 没有此文件")
  }

  @Test func nothingGivenIsSaid() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.open(.applicantList)

    try desk.press(.function(2))

    try desk.expect("! 请填文件位置，或粘贴名单")
  }
}
