import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A certificate that moves away: its papers go along by a list, and it is in transit until the other side confirms (features: 36).
@Suite struct TransitTests {
  private func moving(_ office: TestOffice) throws -> Application {
    let holder = try office.holder("张伟", 2)
    let (li, zhou) = try (office.session("li"), office.session("zhou"))
    _ = try office.store.record(
      .registerPaper, ["code": "AF", "form": "original", "pages": "3", "shelf": "A-07"], on: holder.id, by: li)
    let id = try office.store.openCase(
      .transferOut, ["certificate": holder.certificateNumber, "destination": "431202 鹤城区"], by: li
    ).id
    _ = try office.store.record(.submit, ["materials": "MV"], on: id, by: li)
    _ = try office.store.record(.accept, on: id, by: li)
    _ = try office.store.record(.noAssessment, on: id, by: li)
    return try office.store.record(
      .approve, ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"], on: id, by: zhou)
  }

  @Test func theSlipListsEveryPaperWithItsShelfMark() throws {
    let office = try TestOffice()
    let application = try moving(office)

    let slip = try CasePrint.letter.text(of: application, in: office.store, .chinese)

    let lines = slip.split(separator: "\n").map(String.init)
    #expect(slip.contains("移交档案核对清单"))
    let form = try #require(lines.first { $0.contains("A-07") })
    #expect(form.hasPrefix("□") && form.contains("申请表") && form.contains("原件"))
    #expect(lines.contains { $0.hasPrefix("□") && $0.contains("身份证") && $0.contains("__") })
    #expect(slip.contains("已登记 3 页"))
    #expect(lines.allSatisfy { $0.columns <= PrintedPage.columns })
  }

  @Test func theDaysUnderWayStandOnCaseHolderQueueAndTodayUntilTheReceiptIsThere() throws {
    let office = try TestOffice()
    let application = try moving(office)
    let number = application[.certificate]
    let sent = office.store.today
    office.time.pass(days: 31)
    var desk = try DeskDriver("li", in: office, columns: 120, rows: 40)

    try desk.open(.application(application.id))
    try desk.expect("在途", "自 \(sent) 在途 31 天，对方未回执")
    try desk.open(.holder(number))
    try desk.expect("在途 31 天")
    try desk.open(.queue(.printing))
    try desk.expect("在途31天")
    try desk.open(.today)
    try desk.expect("迁出在途，对方未回执：已 31 天")

    _ = try office.store.record(
      .moveInConfirmed, ["receipt": "鹤城区残联回执 5 号"], onCertificate: number, by: office.session("li"))
    try desk.open(.application(application.id))
    try desk.expect("迁入确认", "鹤城区残联回执 5 号")
    try desk.expectNot("在途 31 天")
    try desk.open(.today)
    try desk.expectNot("迁出在途")
  }
}
