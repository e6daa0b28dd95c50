import Casework
import Testing

@testable import CaseStore

/// Recusal asked about, findings that differ, seats that lock.
@Suite struct PanelTests {
  @Test func sameSurnameAndAddressIsAskedAbout() throws {
    let desk = try Desk()
    try desk.store.write { db in
      try desk.store.change(
        .staff, "li", move: "add", by: "admin", data: ["name": "张明", "address": "湖南省洪江市 岩垅乡"], in: db)
    }
    let id = try desk.accepted()
    #expect(try refusalCode { try desk.act(.chooseDirect, Desk.panel, on: id) } == "recusal_answered")

    var fields = Desk.panel
    fields["recusal_answer"] = "同村同姓，经查无亲属关系"
    #expect(try desk.act(.chooseDirect, fields, on: id).value("recusal_answer", of: .chooseDirect).contains("无亲属"))
  }

  @Test func findingsThatDifferAreDiscussedAndSignedAnewAndNobodyIsOutvoted() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for (seat, grade) in [("li", "3"), ("wang", "3"), ("zhao", "2")] { try desk.sign(id, by: seat, grade: grade) }
    #expect(try refusalCode { try desk.act(.panelDone, on: id) } == "findings_agree")
    #expect(try refusalCode { try desk.act(.panelDiscuss, on: id, by: "li") } == "fields_missing")
    #expect(try refusalCode { try desk.act(.panelDiscuss, ["minutes": "x"], on: id, by: "chen") } == "not_your_role")

    let discussed = try desk.act(.panelDiscuss, ["minutes": "三人重新测量残端"], on: id, by: "zhao")

    #expect(discussed.state == .panel && discussed.signatures.isEmpty)
    let signed = try desk.store.history(of: discussed).filter { $0.move == "panel_sign" }
    #expect(signed.map { $0.data.text("grade") } == ["3", "3", "2"])
    #expect(signed.allSatisfy { !discussed.isSealed(eventAt: $0.sequence) })
    try desk.sign(id, by: "li")
    let again = try desk.store.application(id)
    #expect(again.isSealed(eventAt: again.sequence))
    for seat in ["wang", "zhao"] { try desk.sign(id, by: seat) }
    #expect(try refusalCode { try desk.act(.panelDiscuss, ["minutes": "x"], on: id, by: "li") } == "findings_differ")
    #expect(try desk.act(.panelDone, on: id).state == .assessedOK)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func threeWrongSecretsLockOneSeatOfOneCase() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    #expect(try desk.store.noteWrongSecret(of: "chen", inSeatOf: id) == false)
    for tries in 1...3 { #expect(try desk.store.noteWrongSecret(of: "li", inSeatOf: id) == (tries == 3)) }

    #expect(try refusalCode { try desk.sign(id, by: "li") } == "seat_not_locked")
    try desk.sign(id, by: "wang")
    try desk.store.setPassword("another-one", of: "li", by: Desk.session("li"))
    #expect(try refusalCode { try desk.sign(id, by: "li") } == "seat_not_locked")

    try desk.store.setPassword("another-two", of: "li", by: Desk.session("admin"))
    try desk.sign(id, by: "li")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aRightSecretMakesTheWrongOnesForgotten() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for _ in 1...2 { try desk.store.noteWrongSecret(of: "li", inSeatOf: id) }
    try desk.sign(id, by: "li")

    #expect(try desk.store.noteWrongSecret(of: "li", inSeatOf: id) == false)
  }

  @Test(arguments: [("", "seal_number_given"), ("评-07", "")]) func theSpecialSealIsNumberedWhereTheOfficeWantsIt(
    _ number: String, _ code: String
  ) throws {
    let desk = try Desk()
    _ = try desk.store.set(.panelSpecialSeal, to: "true", from: desk.day, reason: "省残联要求", by: Desk.session("admin"))
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for seat in ["li", "wang", "zhao"] { try desk.sign(id, by: seat) }

    #expect(
      try refusalCode { try desk.act(.panelDone, number.isEmpty ? [:] : ["seal_number": number], on: id) } == code)
  }
}
