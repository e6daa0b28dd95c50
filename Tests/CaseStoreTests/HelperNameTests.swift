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
    _ = try desk.submitted(father, name: "张复")

    let id = try desk.submitted()

    #expect(try warned(id, at: desk).first?.contains("「张复」") == true)
  }

  @Test func moreCasesUnderTheSameNameTellNothing() throws {
    let desk = try Desk()
    let first = try desk.submitted()
    let second = try desk.submitted(Desk.minor, name: "张小弟")

    #expect(try warned(first, at: desk).isEmpty && warned(second, at: desk).isEmpty)
  }
}
