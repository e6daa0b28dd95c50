import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The ten days to ask the federation above run from the delivery (Measures article 25): a clerk alone does not move
/// them over their end.
@Suite struct MovedTermTests {
  /// Refused on 2026-03-02 and handed over the same day: the ten working days end on 2026-03-16.
  private func delivered() throws -> (Desk, Int64) {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByPanel(id, grade: "none")
    try desk.act(.refuse, ["reason": "不符合标准"], on: id, by: "sun")
    try desk.act(.deliver, ["delivered": desk.day.iso], on: id)
    return (desk, id)
  }

  private func fields(_ day: String) -> Entries { ["delivered": day, "reason": "送达回证写的是这一天"] }

  @Test func aTermThatIsOverIsReopenedByTwoPeopleOnly() throws {
    var (desk, id) = try delivered()
    desk.go(to: "2026-03-20")
    let later = fields("2026-03-12")

    #expect(try refusalCode { try desk.act(.deliver, later, on: id) } == "term_kept")
    #expect(try refusalCode { try desk.act(.deliver, later, on: id, second: "li") } == "term_kept")
    try desk.act(.deliver, later, on: id, second: "sun")

    #expect(try desk.store.application(id).deliveredOn?.iso == "2026-03-12")
    let asked: Entries = ["request": "不服结论", "level": "怀化市残联"]
    #expect(try desk.act(.askCity, asked, on: id).state == .reassessCity)
    let event = try #require(try desk.store.history(of: desk.store.application(id)).last { $0.move == "deliver" })
    #expect(event.second == "sun" && event.data.text("was") == "2026-03-02")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aTermThatRunsIsEndedByTwoPeopleOnly() throws {
    var (desk, id) = try delivered()
    desk.go(to: "2026-03-16")
    try desk.act(.deliver, fields("2026-03-10"), on: id)
    desk.go(to: "2026-03-20")

    #expect(try refusalCode { try desk.act(.deliver, fields("2026-03-02"), on: id) } == "term_kept")

    try desk.act(.deliver, fields("2026-03-02"), on: id, second: "sun")
  }

  @Test func aTermThatRunsIsShortenedByTwoPeopleOnlyHoweverSmallTheSteps() throws {
    var (desk, id) = try delivered()
    desk.go(to: "2026-03-12")
    try desk.act(.deliver, fields("2026-03-11"), on: id)

    for day in ["2026-03-10", "2026-03-09", "2026-03-02"] {
      #expect(try refusalCode { try desk.act(.deliver, fields(day), on: id) } == "term_kept")
      #expect(try refusalCode { try desk.act(.deliver, fields(day), on: id, second: "li") } == "term_kept")
    }
    #expect(try desk.store.application(id).deadline?.day.iso == "2026-03-25")
    try desk.act(.deliver, fields("2026-03-10"), on: id, second: "sun")
    #expect(try desk.store.application(id).deadline?.day.iso == "2026-03-24")
  }

  /// From a Sunday to the Saturday before, not a day of the ten is lost.
  @Test func aCorrectionThatKeepsTheLastDayTakesNobodyElse() throws {
    var (desk, id) = try delivered()
    desk.go(to: "2026-03-09")
    try desk.act(.deliver, fields("2026-03-08"), on: id)

    try desk.act(.deliver, fields("2026-03-07"), on: id)

    #expect(try desk.store.application(id).deliveredOn?.iso == "2026-03-07")
  }

  @Test func aDeliveryRecordedAfterItsTermIsToldFromThenOn() throws {
    var desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByPanel(id, grade: "none")
    try desk.act(.refuse, ["reason": "不符合标准"], on: id, by: "sun")
    func told() throws -> [Application.Warning.Code] {
      try desk.store.allWarnings(of: desk.store.application(id)).map(\.code)
    }
    desk.go(to: "2026-03-20")

    try desk.act(.deliver, ["delivered": "2026-03-02"], on: id)
    #expect(try told().contains(.deliveryPast))
    try desk.act(.deliver, ["delivered": "2026-03-02", "to": "邮寄", "reason": "补写送达方式"], on: id)
    #expect(try told().contains(.deliveryPast))
    try desk.act(.deliver, fields("2026-03-12"), on: id, second: "sun")
    #expect(try !told().contains(.deliveryPast))
  }

  @Test func aCorrectionWithinTheTermTakesNobodyElse() throws {
    var (desk, id) = try delivered()
    desk.go(to: "2026-03-10")

    try desk.act(.deliver, fields("2026-03-05"), on: id)

    #expect(try desk.store.application(id).deliveredOn?.iso == "2026-03-05")
  }
}
