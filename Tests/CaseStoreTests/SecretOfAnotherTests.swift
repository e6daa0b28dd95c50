import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// Whoever decides, and whoever inspects the year, sees what was signed by a password that somebody else had set.
@Suite struct SecretOfAnotherTests {
  private func told(of id: Int64, at desk: Desk) throws -> [String] {
    try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .secretOfAnother }
      .map(\.sentence.chinese)
  }

  @Test func aSignatureAndAnApprovalByAResetPasswordAreTold() throws {
    var desk = try Desk()
    for id in ["li", "sun"] { try desk.store.setPassword("another-secret", of: id, by: Desk.session("admin")) }
    let id = try desk.accepted()
    try desk.assessedByPanel(id)
    #expect(try told(of: id, at: desk) == ["「李明」的签字所用密码是「管理员」设的，本人还没有改过"])
    try desk.posted(id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")

    #expect(try told(of: id, at: desk).last == "审批所用密码是「管理员」设的，本人还没有改过")
    let listed = try desk.store.exceptions(in: .year(2026), by: Desk.session("sun"))
    #expect(listed.map(\.staff) == [["李明"], ["孙敏"]] && listed.allSatisfy { $0.secretBy == "管理员" })
    #expect(listed.map(\.why.chinese) == ["密码由「管理员」设定", "密码由「管理员」设定"])
  }

  @Test func whoeverHasChangedItSignsByTheOwn() throws {
    let desk = try Desk()
    try desk.store.setPassword("another-secret", of: "li", by: Desk.session("admin"))
    try desk.store.setPassword("my-own-secret", of: "li", by: Desk.session("li"))
    let id = try desk.accepted()
    try desk.assessedByPanel(id)

    #expect(try told(of: id, at: desk).isEmpty)
  }

  @Test func aQuestionThatNobodyAnsweredIsToldToWhoeverDecides() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.assessedByHospital(id, grade: "none")
    func open() throws -> [Application.Warning] {
      try desk.store.allWarnings(of: desk.store.application(id)).filter { $0.code == .questionOpen }
    }
    #expect(try open().isEmpty)
    try desk.act(.askAdvice, ["question": "是否须重新评定"], on: id)
    #expect(try open().map(\.sentence.chinese.count).first ?? 0 > 0)

    try desk.act(.answerAdvice, ["advice": "不须"], on: id, by: "sun")
    #expect(try open().isEmpty)
  }
}
