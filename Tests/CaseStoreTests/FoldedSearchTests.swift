import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Names as people type them (features: 62).
@Suite struct FoldedSearchTests {
  @Test(
    arguments: [
      ("司马", "司馬𪚥"), ("司馬", "司馬𪚥"), ("阿依古丽买买提", "阿依古丽·买买提"), ("阿依古丽 买买提", "阿依古丽·买买提"), ("刘强", "劉強"),
    ])
  func aNameIsFoundInOtherFormsOfItsCharactersAndWithoutItsDot(_ typed: String, _ name: String) throws {
    let desk = try Desk()
    let line = RegisterLine(
      row: 1,
      cells: [
        "certificate": Desk.adult + "43", "name": name, "identity": Desk.adult, "address": "洪江市岩垅乡", "category": "肢体",
        "grade": "三级", "issued": "2020-01-10", "valid_to": "2030-01-10", "state": "有效",
      ])
    _ = try desk.store.importRegister(
      [line], of: ReceivedFile(name: "people.csv", bytes: [1]), by: Desk.session("chen"), dates: Sample.date)

    #expect(try desk.store.search(typed).map(\.identity) == [Desk.adult])
  }

  @Test func aPeriodBeforeTheOfficeBeganHasNoFigures() throws {
    let desk = try Desk()
    let period = ReportPeriod.year(2025)

    #expect(try refusalCode { _ = try desk.store.figures(of: period, by: Desk.session("sun")) } == "before_the_office")
    #expect(try refusalCode { try desk.store.sign(period, by: Desk.session("sun")) } == "before_the_office")
  }
}
