import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// A call by which the holder has died is checked by somebody, also where no case is under way (features: 18).
@Suite struct SaidDeadTests {
  private static let clerk = Desk.session("chen")

  private func call(
    _ person: Person, _ result: ContactResult, about topic: ContactTopic = .renewal, on day: Day? = nil, at desk: Desk
  ) throws {
    _ = try desk.store.record(
      .contact, ["about": topic.rawValue, "result": result.rawValue, "date": (day ?? desk.day).iso],
      onCertificate: person.number, by: Self.clerk)
  }

  @Test func itIsAProposalOfTheDayThatLeadsToTheCancelling() throws {
    let (desk, people) = try Desk.withPeople(2)
    try call(people[0], .reportedDead, at: desk)
    try call(people[1], .willCome, at: desk)

    let proposals = try desk.proposals()
    #expect(proposals.map(\.kind) == [.saidDead])
    let proposal = try #require(proposals.first)
    #expect(proposal.subject == .certificate(number: people[0].number) && proposal.due == desk.day)
    #expect(proposal.roles == [.clerk])
    guard case .open(.cancel, let fields) = proposal.action else {
      Issue.record("it leads to the cancelling")
      return
    }
    #expect(fields == ["certificate": people[0].number, "reason": "death"])
    #expect(try desk.certificate(people[0]).state == .valid)

    _ = try desk.store.openCase(.cancel, fields, by: Self.clerk)
    #expect(try desk.proposals().isEmpty)
  }

  @Test func whoeverIsReachedLaterIsNotAskedAfterAnyMore() throws {
    var (desk, people) = try Desk.withPeople(1)
    try call(people[0], .reportedDead, at: desk)
    desk.go(to: desk.day.adding(days: 3))
    #expect(try desk.proposals().map(\.kind) == [.saidDead])
    try call(people[0], .willCome, at: desk)
    #expect(try desk.proposals().isEmpty)
  }

  @Test(arguments: [ContactResult.notReached, .wrongNumber, .posted], [ContactTopic.renewal, .other])
  func whoeverReachesNobodyLearnsNothingAgainstIt(_ result: ContactResult, _ topic: ContactTopic) throws {
    var (desk, people) = try Desk.withPeople(1)
    try call(people[0], .reportedDead, at: desk)
    desk.go(to: desk.day.adding(days: 3))
    try call(people[0], result, about: topic, at: desk)
    #expect(try desk.proposals().map(\.kind) == [.saidDead])
    #expect(try desk.certificate(people[0]).contact(about: topic)?.result == result)
  }

  @Test(arguments: ContactTopic.allCases)
  func anAnswerGivenBeforeSaysNothingAgainstItOneOfTheSameDayDoes(_ topic: ContactTopic) throws {
    let (desk, people) = try Desk.withPeople(1)
    try call(people[0], .reportedDead, at: desk)
    try call(people[0], .willCome, about: topic, on: desk.day.adding(days: -1), at: desk)
    #expect(try desk.proposals().map(\.kind) == [.saidDead])
    try call(people[0], .declined, about: topic, at: desk)
    #expect(try desk.proposals().isEmpty)
  }

  @Test func nobodyIsCalledBeforeTheCardWasIssuedOrTheHolderBorn() throws {
    let (desk, people) = try Desk.withPeople(1)
    let issued = try #require(try desk.certificate(people[0]).validFrom)
    func refused(_ day: Day) throws -> Refusal? {
      try refusal { try call(people[0], .willCome, on: day, at: desk) }
    }
    let early = try #require(try refused(issued.adding(days: -1)))
    #expect(early.code == "day_is_possible" && early.message.chinese == "日期 2020-01-09 早于核发日期 2020-01-10")
    let unborn = try #require(try refused(MadeUp.day("1950-01-14")))
    #expect(unborn.code == "day_is_possible" && unborn.message.chinese == "日期 1950-01-14 早于出生日期 1950-01-15")
    #expect(try refused(issued) == nil)
  }

  @Test func callsOfBeforeAreAskedAfterToo() throws {
    let (desk, people) = try Desk.withPeople(1)
    try call(people[0], .reportedDead, at: desk)
    try call(people[0], .notReached, at: desk)
    try desk.store.database.writeWithoutTransaction { db in
      try db.execute(
        sql: "UPDATE certificate SET due = NULL, body = json_remove(body, '$.\"answer.date\"', '$.\"answer.result\"')")
      try Certificate.noteAnswers(in: db)
    }
    #expect(try desk.proposals().map(\.kind) == [.saidDead])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
