import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What cannot be done says how things stand, and leads to what can.
@Suite struct GoingOnWordsTests {
  private func decided(_ service: ServiceKind, _ fields: Entries, _ number: String, at desk: Desk) throws -> Int64 {
    var all: Entries = ["certificate": number]
    all.merge(fields)
    let id = try desk.store.openCase(service, all, by: Desk.session("chen")).id
    try desk.act(.submit, ["materials": "ID,VW,OC,MV,DP"], on: id)
    try desk.act(.accept, on: id)
    try desk.act(.noAssessment, on: id)
    try desk.act(.approve, Desk.ticks, on: id, by: "sun")
    return id
  }

  private func terminating(_ id: Int64, at desk: Desk) throws -> Refusal {
    try #require(try refusal { try desk.act(.terminate, ["reason": "办完了"], on: id, second: "bai") })
  }

  @Test(arguments: [
    (ServiceKind.cancel, Entries(["reason": "voluntary"]), "注销"),
    (.freeze, Entries(["reason": "complaint", "document": "核查 5 号"]), "冻结"),
    (.transferOut, Entries(["destination": "431202 鹤城区"]), "迁出"),
  ])
  func whatThisVeryCaseHasBroughtAboutIsNoGroundToTerminateIt(
    _ service: ServiceKind, _ fields: Entries, _ state: String
  ) throws {
    let (desk, people) = try Desk.withPeople(1)
    let id = try decided(service, fields, people[0].number, at: desk)

    let refused = try terminating(id, at: desk)

    #expect(refused.code == "certificate_ended")
    #expect(refused.message.chinese == "证件现为「\(state)」，正是此件批准的结果（\(desk.day)），不必终止")
    #expect(refused.remedy?.chinese.contains("请照常「办结") == true)
  }

  @Test func aCardThatWasNotMadeAndOneThatIsValidAreToldApart() throws {
    var desk = try Desk()
    let id = try desk.approved()
    #expect(try terminating(id, at: desk).message.chinese == "此件还没有制证，没有失效的证件，不能终止")

    try desk.act(.print, ["serial": "A0001"], on: id)

    #expect(try terminating(id, at: desk).message.chinese == "证件现为「有效」，没有注销、迁出，不能终止")
  }

  /// A death before the first issue ends nothing: the card was issued in error or obtained by deceit (domain: 2.7, 2.8).
  @Test func aDeathBeforeTheFirstIssueLeadsToTheLawfulGround() throws {
    let (desk, people) = try Desk.withPeople(1)
    let id = try desk.store.openCase(
      .cancel, ["certificate": people[0].number, "reason": "death", "event_date": "2019-05-01"],
      by: Desk.session("chen")
    ).id

    let refused = try #require(try refusal { try desk.act(.submit, ["materials": "DP"], on: id) })
    #expect(refused.code == "days_possible" && refused.fields == ["event_date", "reason", "document"])
    for told in ["误发或骗领", "冻结", "骗领、弄虚作假", "处理决定文号"] {
      #expect(refused.remedy?.chinese.contains(told) == true, "\(told)")
    }
    try desk.act(.edit, ["reason": "fraud", "document": "处理决定 1 号"], on: id)

    #expect(try desk.act(.submit, ["materials": "DP"], on: id).state == .submitted)
  }

  @Test func aMoveBeforeTheFirstIssueStaysImpossible() throws {
    let (desk, people) = try Desk.withPeople(1)
    let id = try desk.store.openCase(
      .cancel, ["certificate": people[0].number, "reason": "untransferred", "event_date": "2019-05-01"],
      by: Desk.session("chen")
    ).id

    let refused = try #require(try refusal { try desk.act(.submit, ["materials": "MV"], on: id) })

    #expect(refused.code == "days_possible" && refused.remedy?.chinese.contains("骗领") == false)
  }

  /// What was answered once is not asked again, as long as nothing new is known.
  @Test func whoWasAskedAboutKinIsNotAskedAgainWhereAnotherMemberIsReplaced() throws {
    let desk = try Desk()
    func moveIn(_ id: String, _ name: String) throws {
      try desk.store.write { db in
        try desk.store.change(
          .staff, id, move: "add", by: "admin", data: ["name": name, "address": "湖南省洪江市 岩垅乡"], in: db)
      }
    }
    try moveIn("li", "张明")
    try desk.store.add(
      StaffMember(id: "xu", name: "徐某", roles: [.assessor]), password: Desk.password, by: Desk.session("admin"))
    let id = try desk.accepted()
    var panel = Desk.panel
    panel["recusal_answer"] = "同村同姓，经查无亲属关系"
    try desk.act(.chooseDirect, panel, on: id)

    let other: Entries = ["members": "li,xu,zhao", "reason": "王强生病"]
    #expect(try desk.act(.replaceMember, other, on: id).panelMembers == ["li", "xu", "zhao"])

    try moveIn("wang", "张强")
    let third: Entries = ["members": "li,wang,zhao", "reason": "徐某出差"]
    let refused = try #require(try refusal { try desk.act(.replaceMember, third, on: id) })
    #expect(refused.code == "recusal_answered" && refused.message.chinese.contains("张强"))
    #expect(!refused.message.chinese.contains("张明"))
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
