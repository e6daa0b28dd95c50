import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// One number of a guardian is one person: another name under it elsewhere is told where it is entered.
@Suite struct HelperNameTests {
  private let father = MadeUp.identity(born: "1980-01-01", sequence: 23)

  private func warned(_ id: Int64, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .helperNameDiffers }
      .map(\.sentence.chinese)
  }

  @Test func anotherNameInAnotherCaseIsTold() throws {
    let desk = try Desk()
    let first = try desk.submitted()
    var fields = Desk.fields(Desk.minor, name: "张小弟")
    fields["guardian.name"] = "章付"

    let second = try desk.store.openCase(.new, fields, by: Desk.session("chen"))

    let number = try desk.store.application(first).number
    #expect(try warned(second.id, at: desk) == ["监护人「章付」的身份号码在别处是「张父」：业务 \(number)"])
    #expect(try warned(first, at: desk).count == 1)
    _ = try desk.store.record(.edit, ["guardian.name": "张父"], on: second.id, by: Desk.session("chen"))
    #expect(try warned(second.id, at: desk).isEmpty && warned(first, at: desk).isEmpty)
  }

  @Test func theOwnCaseOfTheGuardianNamesTheGuardianToo() throws {
    let desk = try Desk()
    var fields = Desk.fields(father, name: "张复")
    for code in ["guardian.identity", "guardian.name", "guardian.relation"] { fields[code] = nil }
    _ = try desk.store.openCase(.new, fields, by: Desk.session("chen"))

    let id = try desk.submitted()

    #expect(try warned(id, at: desk).first?.contains("「张复」") == true)
  }

  /// Whoever needs no guardian and names one under the own number has written one of the two wrongly.
  @Test func theOwnNumberUnderAnotherNameIsToldAndNotSubmitted() throws {
    let desk = try Desk()
    for part in ["guardian", "agent"] {
      var fields = Desk.fields(Desk.adult).without(["guardian.identity", "guardian.name", "guardian.relation"])
      fields.merge(["\(part).identity": Desk.adult, "\(part).name": "王五"])
      let id = try desk.store.openCase(.new, fields, by: Desk.session("chen")).id

      let said = try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .helperIsApplicant }
      #expect(said.count == 1 && said.first?.sentence.chinese.contains("「王五」填的是申请人本人的身份号码") == true)
      #expect(
        try refusalCode { try desk.act(.submit, ["materials": "ID,HK,PH×3,AF"], on: id) } == "\(part)_is_another")
      try desk.act(.edit, ["\(part).identity": MadeUp.identity(born: "1980-01-01", sequence: 23)], on: id)
      #expect(try desk.act(.submit, ["materials": "ID,HK,PH×3,AF,PX"], on: id).state == .submitted)
      try desk.act(.withdraw, ["request": "申请人书面撤回申请"], on: id)
    }
  }

  @Test func manyNamesUnderOneNumberAreToldInOneSentence() throws {
    let desk = try Desk()
    for (index, name) in ["章一", "章二", "章三", "章四", "章五"].enumerated() {
      var fields = Desk.fields(MadeUp.identity(born: "2014-05-0\(index + 1)", sequence: 30 + index), name: "张小\(index)")
      fields["guardian.name"] = name
      _ = try desk.store.openCase(.new, fields, by: Desk.session("chen"))
    }

    let said = try warned(try desk.submitted(), at: desk)

    #expect(said.count == 1 && said.first?.contains("还有 4 个姓名：章四、章三、章二…") == true)
  }

  @Test func moreCasesUnderTheSameNameTellNothing() throws {
    let desk = try Desk()
    let first = try desk.submitted()
    let second = try desk.submitted(Desk.minor, name: "张小弟")

    #expect(try warned(first, at: desk).isEmpty && warned(second, at: desk).isEmpty)
  }
}
