import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// SOD-1 to SOD-7, where the act is recorded (domain: section 1).
@Suite struct SeparationOfDutiesTests {
  /// A case that `bai`, clerk and supervisor, has accepted.
  private func acceptedByBai(_ desk: Desk) throws -> Int64 {
    let id = try desk.submitted()
    try desk.act(.accept, on: id, by: "bai")
    return id
  }

  @Test func sod1_whoAcceptedDoesNotReviewRefuseOrApprove() throws {
    var desk = try Desk()
    let id = try acceptedByBai(desk)
    try desk.assessedByHospital(id)
    try desk.posted(id)
    let before = try desk.everything()

    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "bai") } == "not_acceptor")
    #expect(try refusalCode { try desk.act(.refuse, ["reason": "已核实"], on: id, by: "bai") } == "not_acceptor")
    #expect(
      try refusalCode { try desk.act(.sendBack, ["items": "x", "reason": "已核实"], on: id, by: "bai") } == "not_acceptor")
    #expect(try desk.everything() == before)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "sun") } == "")
  }

  @Test func sod2_whoAcceptedDoesNotAssess() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let both = StaffMember(id: "both", name: "两任", roles: [.clerk, .assessor])
    try desk.store.add(both, password: Desk.password, by: Desk.session("admin"))
    try desk.store.record(.accept, on: id, by: Session(staff: both, secretGiven: true))

    let members: Entries = ["members": "both,li,zhao", "feature": "左小腿缺失", "evaluation": "可行走"]

    #expect(try refusalCode { try desk.act(.chooseDirect, members, on: id) } == "panel_complete")
  }

  @Test(arguments: [
    ("li,wang", "too few"), ("li,wang,li", "one twice"), ("li,wang,sun", "no assessor"), ("li,wang,qin", "a relative"),
    ("li,wang,chen", "the acceptor"), ("li,wang,nobody", "a stranger"), ("", "nobody"),
    ("li,wang,zhao,zhao2", "two chairs"),
    ("li,zhao,old", "retired"), ("li,wang,four", "no chair"),
  ]) func sod3_aPanelIsThreePeopleOneOfThemTheChair(_ members: String, _ why: String) throws {
    let desk = try Desk()
    let id = try desk.accepted()
    for member in [
      StaffMember(id: "zhao2", name: "副理事长", roles: [.chair]), StaffMember(id: "old", name: "退休", roles: [.assessor]),
      StaffMember(id: "four", name: "四号", roles: [.assessor]),
    ] {
      try desk.store.write { db in
        try desk.store.change(
          .staff, member.id, move: "add", by: "admin",
          data: ["name": member.name, "roles": member.roles.map(\.rawValue).joined(), "active": "yes"], in: db)
      }
    }
    try desk.store.retire("old", by: Desk.session("admin"))
    var fields = Desk.panel
    fields["members"] = members

    let code = try refusalCode { try desk.act(.chooseDirect, fields, on: id) }

    #expect(code == (members.isEmpty ? "fields_missing" : "panel_complete"), "\(why)")
    #expect(try refusalCode { try desk.act(.chooseDirect, Desk.panel, on: id) } == "")
  }

  @Test func sod3_everySeatSignsItselfWithItsOwnSecretAndOnce() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    let finding: Entries = ["category": "4", "grade": "3", "opinion": "同意"]

    let withoutSecret = Desk.session("li").continued
    #expect(try refusalCode { try desk.store.record(.panelSign, finding, on: id, by: withoutSecret) } == "own_secret")
    #expect(try refusalCode { try desk.act(.panelSign, finding, on: id, by: "qin") } == "in_the_panel")
    #expect(try refusalCode { try desk.act(.panelDone, on: id) } == "all_seats_signed")
    try desk.sign(id, by: "li")
    #expect(try refusalCode { try desk.sign(id, by: "li") } == "not_yet_signed")
    try desk.sign(id, by: "wang")
    #expect(try refusalCode { try desk.act(.panelDone, on: id) } == "all_seats_signed")
    #expect(try !desk.store.application(id).opinionsAreOpen)
    try desk.sign(id, by: "zhao", grade: "2")
    #expect(try desk.store.application(id).opinionsAreOpen)
    #expect(try refusalCode { try desk.act(.panelDone, on: id) } == "findings_agree")
    try desk.act(.panelToHospital, ["institution": "RM", "reason": "意见不一"], on: id, by: "li")
    #expect(try desk.store.application(id).signatures.isEmpty)
  }

  @Test func sod5_whoImportedOrDecidedDoesNotConfirm() throws {
    let desk = try Desk("2026-04-02")
    let sweep = try desk.importSweep(
      [PoliceRow(row: 1, identity: "12", name: "无名", kind: "死亡注销", eventDate: .missing)], by: "bai")
    try desk.decide(sweep, [1...1], .reject, reason: "查无", by: "chen")
    _ = try desk.store.record(.submit, onSweep: sweep.id, by: Desk.session("chen"))

    #expect(
      try refusalCode { _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("bai")) }
        == "not_importer_nor_decider")
    #expect(
      try refusalCode { _ = try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun").continued) }
        == "own_secret")
    #expect(try desk.store.record(.approve, onSweep: sweep.id, by: Desk.session("sun")).state == .approved)
  }

  @Test func sod6_nobodyTouchesTheCaseOfARelative() throws {
    var desk = try Desk()
    #expect(
      try refusalCode { _ = try desk.store.openCase(.new, Desk.fields(Desk.adult), by: Desk.session("qin")) }
        == "not_own_case")
    let id = try desk.submitted()

    for (move, fields) in [
      (Application.Move.accept, Entries()), (.sendBack, ["items": "x", "reason": "已核实"]),
      (.withdraw, ["request": "本人申请"]),
    ] as [(Application.Move, Entries)] {
      #expect(try refusalCode { try desk.act(move, fields, on: id, by: "qin") } == "not_own_case")
    }
    try desk.act(.accept, on: id)
    #expect(
      try refusalCode { try desk.act(.chooseHospital, ["institution": "RM"], on: id, by: "qin") } == "not_own_case")
    try desk.assessedByHospital(id)
    try desk.posted(id)
    #expect(try refusalCode { try desk.act(.approve, Desk.ticks, on: id, by: "qin") } == "not_own_case")
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    #expect(try refusalCode { try desk.act(.print, ["serial": "A1"], on: id, by: "qin") } == "not_own_case")
  }

  @Test func sod6_theSecondPersonIsNoKinEither() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let reason: Entries = ["ground": "other", "reason": "材料不属实"]

    let refused = try #require(try refusal { try desk.act(.rejectIntake, reason, on: id, second: "qin") })
    #expect(refused.code == "second_person")
    #expect(refused.message.chinese.contains("亲人") && refused.message.chinese.contains("回避"))
    try desk.act(.rejectIntake, reason, on: id, second: "sun")
  }

  @Test func sod6_norDoesKinLiftABar() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    try desk.cancel(Desk.adult + "43", .voluntary)
    let id = try desk.submitted()
    let ground: Entries = ["override": "错误注销后依法重办"]

    let refused = try #require(try refusal { try desk.act(.accept, ground, on: id, second: "qin") })
    #expect(refused.code == "not_barred" && refused.message.chinese.contains("回避"))
    try desk.act(.accept, ground, on: id, second: "sun")
  }

  @Test func sod7_theSecondPersonIsAnotherOneAndSignsInForIt() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let reason: Entries = ["ground": "other", "reason": "不属实"]

    #expect(try refusalCode { try desk.act(.rejectIntake, reason, on: id) } == "second_person")
    #expect(try refusalCode { try desk.act(.rejectIntake, reason, on: id, second: "chen") } == "second_person")
    #expect(
      try refusalCode {
        try desk.store.record(
          .rejectIntake, reason, on: id, by: Desk.session("chen"), second: Desk.session("sun").continued)
      } == "own_secret")
    try desk.act(.rejectIntake, reason, on: id, second: "sun")
    let history = try desk.store.history(of: desk.store.application(id))
    #expect(history.last?.actor == "chen" && history.last?.second == "sun")
  }
}
