import Casework
import Testing

@testable import CaseStore

@Suite struct InstitutionListTests {
  private let doctor = Doctor(institution: "RM", name: "周医生", categories: [.limb])

  @Test func aDoctorIsListedSuspendedAndTakenUpAgainByEvents() throws {
    var desk = try Desk()
    let admin = Desk.session("admin")
    try desk.store.keep(doctor, by: admin)
    let first = try desk.accepted()
    try desk.assessedByHospital(first)

    desk.go(to: "2026-04-01")
    try desk.store.suspend(doctor, Listing.Suspension(reason: "违规评定"), by: Desk.session("sun"))
    #expect(try desk.store.cases(assessedBy: doctor).map(\.id) == [first])
    let second = try desk.accepted("110105194912310038", name: "李莉")
    #expect(try refusalCode { try desk.assessedByHospital(second) } == "doctors_listed")

    desk.go(to: "2026-04-03")
    try desk.store.resume(doctor, reason: "整改完成", by: admin)
    let standing = try #require(try desk.store.doctors(of: "RM").first).listing
    #expect(standing.stands(on: desk.day) && !standing.stands(on: desk.day.adding(days: -1)))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aSuspensionEnteredLaterMarksWhatIsOpenAndIsNotForgotten() throws {
    var desk = try Desk()
    let admin = Desk.session("admin")
    try desk.store.keep(doctor, by: admin)
    let id = try desk.accepted()
    try desk.assessedByHospital(id)
    let assessed = desk.day
    try desk.posted(id)
    #expect(try desk.store.application(id).warnings(of: desk.store.assessorLists()).isEmpty)

    try desk.store.suspend(doctor, Listing.Suspension(from: assessed, until: assessed, reason: "违规"), by: admin)
    try desk.store.suspend(doctor, Listing.Suspension(reason: "培训"), by: admin)
    let warnings = try desk.store.application(id).warnings(of: desk.store.assessorLists())
    #expect(warnings.map(\.code) == [.assessorNotListed] && warnings[0].sentence.chinese.contains("违规"))

    #expect(try desk.act(.approve, Desk.ticks, on: id, by: "sun").state == .approved)
    #expect(try desk.store.doctors(of: "RM").map(\.listing.suspensions.count) == [2])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aDoctorNamedInTheFileOfAnotherCountyIsFoundAndChecked() throws {
    let desk = try Desk()
    try desk.store.keep(doctor, by: Desk.session("admin"))
    var fields = Desk.fields(Desk.adult)
    fields["accepting_county"] = "431202"
    let id = try desk.store.openCase(.new, fields, by: Desk.session("chen")).id

    try desk.act(
      .arrive,
      [
        "letter": "鹤残函〔2026〕8 号", "institution": "人民医院", "form": "7", "doctors": "周医生", "date": desk.day.iso,
        "category": "4", "grade": "3",
      ], on: id)

    #expect(try desk.store.cases(assessedBy: doctor).map(\.id) == [id])
    try desk.store.suspend(
      doctor, Listing.Suspension(from: desk.day, until: desk.day, reason: "违规"), by: Desk.session("sun"))
    let warned = try desk.store.application(id).warnings(of: desk.store.assessorLists())
    #expect(warned.map(\.code) == [.assessorNotListed])
  }

  @Test func aMultipleDisabilityGoesToAnInstitutionListedForAPartOfIt() throws {
    let desk = try Desk()
    var fields = Desk.fields(Desk.adult)
    fields["category"] = "7"
    let id = try desk.store.openCase(.new, fields, by: Desk.session("chen")).id
    try desk.act(.submit, ["materials": "ID,HK,PH×3,AF,GID,GP"], on: id)
    try desk.act(.accept, on: id)

    let referred = try desk.act(.chooseHospital, ["institution": "ZY"], on: id)

    func told(_ application: Application) throws -> [String] {
      try desk.store.allWarnings(of: application).filter { $0.code == .listedForAPart }.map(\.sentence.chinese)
    }
    #expect(try told(referred).map { $0.contains("「中医院」只列肢体") } == [true])
    var result: Entries = [
      "form": "118", "institution": "ZY", "doctors": "贺医生", "date": desk.day.iso, "category": "7", "grade": "2",
      "parts": "1:2,4:3", "sealed": "yes", "measurements": "acuity_left=0.03,acuity_right=0.03,limb_clause=3-1",
    ]
    #expect(try refusalCode { try desk.act(.recordResult, result, on: id) } == "institution_listed")
    result["part_results"] = "1:RM:周医生:\(desk.day.iso)"
    let assessed = try desk.act(.recordResult, result, on: id)
    #expect(try assessed.state == .assessedOK && told(assessed).isEmpty)
  }

  @Test func partsLeftOutAreAskedForBeforeAnyDoctorIsBlamed() throws {
    let desk = try Desk()
    try desk.store.keep(doctor, by: Desk.session("admin"))
    let id = try desk.accepted()
    try desk.act(.chooseHospital, ["institution": "RM"], on: id)
    let told: Entries = [
      "form": "118", "institution": "RM", "doctors": "周医生", "date": desk.day.iso, "category": "7", "grade": "3",
      "sealed": "yes",
    ]

    #expect(try refusalCode { try desk.act(.recordResult, told, on: id) } == "result_complete")
    var named = told
    named["parts"] = "1:3,4:3"
    #expect(try refusalCode { try desk.act(.recordResult, named, on: id) } == "doctors_listed")
  }

  @Test func theListsAreKeptByAdministratorAndSupervisor() throws {
    let desk = try Desk()
    #expect(try refusalCode { try desk.store.keep(doctor, by: Desk.session("chen")) } == "not_your_role")
    #expect(
      try refusalCode {
        try desk.store.keep(Doctor(institution: "ZY", name: "周", categories: [.visual]), by: Desk.session("sun"))
      }
        == "category_not_listed")
    #expect(
      try refusalCode {
        try desk.store.keep(Doctor(institution: "XX", name: "周", categories: [.visual]), by: Desk.session("sun"))
      }
        == "no_such_institution")
    #expect(
      try refusalCode {
        try desk.store.suspend(institution: "RM", Listing.Suspension(), by: Desk.session("sun"))
      } == "reason_missing")
  }

  @Test func aSuspendedInstitutionIsNotChosen() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.store.suspend(institution: "RM", Listing.Suspension(reason: "整改"), by: Desk.session("sun"))

    #expect(try refusalCode { try desk.act(.chooseHospital, ["institution": "RM"], on: id) } == "institution_listed")
    #expect(try desk.store.institutions(on: desk.day).map(\.code) == ["ZY"])
  }

  @Test func aStoreFromBeforeTheListsStillSaysWhoIsSuspended() throws {
    let desk = try Desk()
    try desk.store.write { db in
      try desk.store.change(.institution, "ZY", move: "add", by: "admin", data: ["active": "no"], in: db)
    }

    #expect(try desk.store.institutions(on: desk.day).map(\.code) == ["RM"])
    #expect(
      try refusalCode { try desk.store.resume(institution: "ZY", reason: " ", by: Desk.session("admin")) }
        == "reason_missing")
    try desk.store.resume(institution: "ZY", reason: "整改完成", by: Desk.session("admin"))
    #expect(try desk.store.institutions(on: desk.day).map(\.code) == ["RM", "ZY"])
  }
}
