import Casework
import GRDB
import Testing

@testable import CaseStore

/// Two desks with one store between them.
@Suite struct TwoDesksTests {
  @Test func theSecondToActIsToldThatSomebodyWasFaster() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let other = try CaseStore.open(at: desk.store.path, clock: Desk.clock("2026-03-02"))
    let shown = try other.application(id)
    try desk.act(.sendBack, ["items": "户口簿", "reason": "缺页"], on: id)
    let before = try desk.everything()

    let code = try refusalCode {
      try other.record(.accept, on: id, expecting: shown.sequence, by: Desk.session("bai"))
    }

    #expect(code == "changed_meanwhile")
    #expect(try desk.everything() == before)
    #expect(try other.application(id) == desk.store.application(id))
  }

  @Test func withoutTheSequenceTheTableRefusesWhatIsNoLongerPossible() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let other = try CaseStore.open(at: desk.store.path, clock: Desk.clock("2026-03-02"))
    try desk.act(.accept, on: id)

    #expect(try refusalCode { try other.record(.accept, on: id, by: Desk.session("bai")) } == "not_from_here")
    #expect(try desk.store.application(id).staff(of: .accept) == "chen")
  }

  @Test func whatTwoDesksDoAtOnceIsAllInTheLog() async throws {
    let desk = try Desk()
    let path = desk.store.path
    let before = try desk.store.verify().events

    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in ["甲", "乙"] {
        group.addTask {
          let store = try CaseStore.open(at: path, clock: Desk.clock("2026-03-02"))
          for number in 0..<25 {
            let opened = try store.openCase(.new, ["name": "\(name)\(number)"], by: Desk.session("chen"))
            try store.record(.edit, ["address": "岩垅村"], on: opened.id, by: Desk.session("bai"))
          }
        }
      }
      try await group.waitForAll()
    }

    let report = try desk.store.verify()
    #expect(report.firstProblem == nil)
    #expect(report.events == before + 100)
    #expect(Set(try desk.store.cases().map(\.number)).count == 50)
  }

  @Test func aStoreHeldByAnotherIsBusyAndUnchanged() throws {
    let desk = try Desk()
    let id = try desk.submitted()
    let before = try desk.everything()
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let impatient = CaseStore(
      database: try DatabaseQueue(path: desk.store.path, configuration: configuration), path: desk.store.path,
      clock: Desk.clock("2026-03-02"))

    try desk.store.database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        let code = try problemCode { _ = try impatient.record(.accept, on: id, by: Desk.session("chen")) }
        #expect(code == "busy")
        return .rollback
      }
    }

    #expect(try desk.everything() == before)
  }
}

@Suite struct MachineClockTests {
  @Test func nothingIsRecordedUnderADateBeforeTheLastEvent() throws {
    let desk = try Desk()
    let last = try #require(try desk.store.lastEventTime())
    let behind = desk.store.with(
      CaseStore.Clock(now: { Instant(milliseconds: last.milliseconds - 86_400_000) }, rehearsalDay: desk.day))

    #expect(throws: Refusal.clockBehind(last)) {
      try behind.openCase(.new, ["name": "王芳"], by: Session(staff: Desk.people[1], secretGiven: true))
    }
    #expect(try desk.store.lastEventTime() == last)
  }
}
