import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// The codes that a county had before are its own (domain: 10.1, `county.old_codes`).
@Suite struct OldCodesTests {
  private static let old = "433025"

  private func desk(knowing codes: String) throws -> Desk {
    let desk = try Desk()
    if !codes.isEmpty { try desk.store.set(.countyOldCodes, to: codes, reason: "区划调整", by: Desk.session("admin")) }
    return desk
  }

  @Test(arguments: [("", 2), (Self.old, 1), ("\(Self.old),431202", 0)])
  func aRegisterOfThatTimeIsOfThisCounty(_ codes: String, _ warned: Int) throws {
    let desk = try desk(knowing: codes)
    let lines = ["431281", Self.old, "431202"].enumerated().map { index, district in
      RegisterLine(
        row: index + 1,
        cells: [
          "certificate": MadeUp.identity(born: "1970-01-01", sequence: 31 + index, district: district) + "43",
          "name": "某人", "state": "有效",
        ])
    }

    let report = try desk.store.importRegister(lines, of: Desk.list("register"), by: Desk.session("chen")) { _, _ in
      .missing
    }

    #expect(report.imported == 3)
    #expect(report.warnings["other_district", default: 0] == warned)
  }

  @Test(arguments: [("", false), (Self.old, true)])
  func aCaseThatNamesItIsDecidedHere(_ codes: String, _ isHere: Bool) throws {
    let desk = try desk(knowing: codes)
    var fields = Desk.fields(Desk.adult)
    fields["deciding_county"] = Self.old

    let opened = try desk.store.openCase(.new, fields, by: Desk.session("chen"))

    #expect(opened.decidingCounty == (isHere ? "431281" : Self.old))
    let demands = opened.demands(under: try desk.store.policy(), on: desk.day)
    #expect(demands.contains { $0.code == .residencePermit } != isHere)
  }

  @Test func aCaseFromBeforeTheNewCodeIsDecidedHereToo() throws {
    let desk = try Desk()
    var fields = Desk.fields(Desk.adult)
    fields["deciding_county"] = Self.old
    let id = try desk.store.openCase(.new, fields, by: Desk.session("chen")).id
    let papers: Entries = ["materials": "ID,HK,PH×3,AF,RP"]
    try desk.act(.submit, papers, on: id)
    try desk.act(.accept, on: id)
    try desk.assessedByHospital(id)
    try desk.act(.postNotice, ["place": "岩垅村"], on: id)
    var later = desk
    later.go(to: "2026-03-10")
    try later.act(.noticeEnd, ["evidence": "照片"], on: id)
    let approval: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]

    #expect(try refusalCode { try later.act(.approve, approval, on: id, by: "sun") } == "this_county_decides")
    try later.store.set(.countyOldCodes, to: Self.old, reason: "区划调整", by: Desk.session("admin"))
    #expect(try later.act(.approve, approval, on: id, by: "sun").state == .approved)
  }

  @Test(arguments: [("", true), ("433021", false)])
  func aTitleWithTheOldNameIsOfThisCounty(_ codes: String, _ isDoubt: Bool) throws {
    let places = try desk(knowing: codes).store.ownPlaces()
    #expect(TitleDoubt.all(in: ["黔阳县死亡人员名单"], of: nil, at: places).isEmpty == !isDoubt)
    #expect(TitleDoubt.all(in: ["洪江市死亡人员名单"], of: nil, at: places).isEmpty)
  }
}
