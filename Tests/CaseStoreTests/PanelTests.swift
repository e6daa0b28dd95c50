import Casework
import GRDB
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

  @Test func twoSeatsSignAtTheSameMomentAndBothStand() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    let shown = try desk.act(.chooseDirect, Desk.panel, on: id).sequence
    let signed: Entries = ["category": "4", "grade": "3", "opinion": "同意"]
    func sign(_ seat: String) throws -> Application {
      try desk.store.record(.panelSign, signed, on: id, expecting: shown, by: Desk.session(seat))
    }

    _ = try sign("li")
    #expect(try sign("wang").signatures.map(\.staff) == ["li", "wang"])

    #expect(try refusalCode { _ = try sign("li") } == "changed_meanwhile")
    try desk.store.record(.registerPaper, ["code": "ID", "form": "copy"], on: id, by: Desk.session("chen"))
    #expect(try refusalCode { _ = try sign("zhao") } == "changed_meanwhile")
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func leavingAPanelTakesTheOwnSecretAsSigningDoes() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for (seat, grade) in [("li", "3"), ("wang", "3"), ("zhao", "2")] { try desk.sign(id, by: seat, grade: grade) }
    let zhao = Session(staff: Desk.session("zhao").staff, secretGiven: false)

    for (move, fields) in [
      (.panelDiscuss, ["minutes": "三人重新测量残端"]),
      (.panelToHospital, ["institution": "RM", "reason": "难以认定"]),
    ] as [(Application.Move, Entries)] {
      #expect(try refusalCode { _ = try desk.store.record(move, fields, on: id, by: zhao) } == "own_secret")
    }
  }

  @Test func aPanelOnWhichAllAgreeWaitsForWhoeverClosesItAndForNoSeat() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    func waiting(_ queue: CaseQueue, _ staff: StaffMember.ID) throws -> [Int64] {
      let session = Desk.session(staff)
      var list = CaseList(queue: queue, session: session)
      _ = try list.read(from: desk.store, around: 0)
      let listed = (0..<list.count).compactMap { list[$0]?.id }
      let standing = try #require(try desk.store.standings(for: session).first { $0.queue == queue }).standing
      #expect(try desk.store.mostUrgent(in: [queue], limit: 3, for: session).map(\.id) == listed)
      #expect(standing.count == listed.count && standing.first?.id == listed.first)
      #expect(try desk.store.cases(CaseFilter(queue: queue), visibleTo: session).map(\.id) == listed)
      return listed
    }
    for seat in ["li", "wang"] { try desk.sign(id, by: seat) }
    #expect(try waiting(.closing, "chen") == [] && waiting(.panel, "zhao") == [id])

    try desk.sign(id, by: "zhao")

    #expect(CaseQueue.closing.isWorked(by: Desk.people[1]) && !CaseQueue.closing.isWorked(by: Desk.people[4]))
    for member in ["chen", "sun"] { #expect(try waiting(.closing, member) == [id]) }
    for member in ["chen", "li", "zhao"] { #expect(try waiting(.panel, member) == []) }
    try desk.act(.panelDone, on: id)
    #expect(try waiting(.closing, "chen") == [])
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aSignatureMadeVoidBringsThePanelBackToItsSeats() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for seat in ["li", "wang", "zhao"] { try desk.sign(id, by: seat) }

    try desk.act(.edit, ["name": "张四"], on: id)

    let counts = try desk.store.queueCounts()
    #expect(counts[.closing]?.count == 0 && counts[.panel]?.count == 1)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// An agreed panel, and the telephone of a case: neither was a key in the first stores.
  @Test(arguments: ["=", "+"]) func keysThatCameLaterAreGivenToTheCasesOfAnOlderStore(kind: String) throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    for seat in ["li", "wang", "zhao"] { try desk.sign(id, by: seat) }
    try desk.store.write {
      try $0.execute(sql: "DELETE FROM case_key WHERE substr(key, 1, 1) = ?", arguments: [kind])
    }
    #expect(try desk.store.verify().firstProblem != nil)

    try desk.store.write { try Application.noteKeys(in: $0) }

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
