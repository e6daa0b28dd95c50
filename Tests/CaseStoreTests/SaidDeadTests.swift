import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// A call by which the holder has died is checked by somebody, also where no case is under way (features: 18).
@Suite struct SaidDeadTests {
  private static let clerk = Desk.session("chen")

  private func call(_ person: Person, _ result: ContactResult, at desk: Desk) throws {
    _ = try desk.store.record(
      .contact, ["about": "renewal", "result": result.rawValue, "date": desk.day.iso], onCertificate: person.number,
      by: Self.clerk)
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

  @Test func callsOfBeforeAreAskedAfterToo() throws {
    let (desk, people) = try Desk.withPeople(1)
    try call(people[0], .reportedDead, at: desk)
    try desk.store.database.writeWithoutTransaction { db in
      try db.execute(sql: "UPDATE certificate SET due = NULL")
      try Certificate.noteSaidDead(in: db)
    }
    #expect(try desk.proposals().map(\.kind) == [.saidDead])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}
