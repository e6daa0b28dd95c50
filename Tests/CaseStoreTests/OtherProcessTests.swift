import Casework
import DeskFixtures
import Foundation
import Testing

@testable import CaseStore

/// Other processes at the same store: killed, out of room, without rights, or simply at work.
@Suite(.serialized) struct OtherProcessTests {
  @Test func whateverIsKilledInTheMiddleOfAnActLeavesAWholeStore() throws {
    let desk = try Desk()
    try desk.makeSigningInQuick()
    var chance = Chance.fresh()
    let seed = chance.seed
    var done: [String] = []

    for turn in 1...200 {
      var runner = try ActsRunner("acts", desk.store.path, "chen", Desk.password)
      let lines = Int.random(in: 0...12, using: &chance)
      for _ in 0..<lines { done += [runner.line()].compactMap { $0 } }
      Self.spin(microseconds: Int.random(in: 0...4000, using: &chance))
      runner.kill()
      done += runner.rest()
      if turn % 20 == 0 { #expect(try desk.store.verify().firstProblem == nil, "seed \(seed), turn \(turn)") }
    }

    let logged = try desk.loggedActs()
    #expect(done.count > 200, "seed \(seed)")
    for (act, count) in Dictionary(grouping: done, by: { $0 }).mapValues(\.count) {
      #expect(logged[act, default: 0] >= count, "seed \(seed): \(act) was reported done and is gone")
    }
    #expect(try desk.store.verify().firstProblem == nil, "seed \(seed)")
  }

  @Test func aSweepKilledInTheMiddleOfItsApplyingHasDoneNothing() throws {
    let (desk, people) = try Desk.withPeople(600)
    try desk.makeSigningInQuick()
    let sweep = try desk.confirmedSweep(people.map { $0.row() })
    let before = try desk.everything()

    for lines in [0, 1, 2] {
      var runner = try ActsRunner("sweep", desk.store.path, "chen", Desk.password, "\(sweep.id)")
      for line in 0..<lines { #expect(runner.line() == "\((line + 1) * 200) of 600") }
      runner.kill()
      _ = runner.rest()
      #expect(try desk.everything() == before, "after \(lines) lines")
      #expect(try desk.store.verify().firstProblem == nil)
    }
    var runner = try ActsRunner("sweep", desk.store.path, "chen", Desk.password, "\(sweep.id)")
    #expect(runner.rest().last == "applied")
    #expect(try desk.store.registerCounts()[.cancelled] == 600)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  /// Passes a moment too short to sleep through, so that the kill meets every part of an act.
  private static func spin(microseconds: Int) {
    let end = ContinuousClock.now + .microseconds(microseconds)
    while ContinuousClock.now < end {}
  }

  @Test func aDiskThatIsFullStopsTheDeskAndLeavesTheStoreWhole() throws {
    let desk = try Desk()
    try desk.makeSigningInQuick()

    var runner = try ActsRunner("limited", desk.store.path, "chen", Desk.password, "600000")
    let lines = runner.rest()

    #expect(lines.last == "problem unreachable")
    let logged = try desk.loggedActs()
    #expect(lines.dropLast().count > 5)
    #expect(lines.dropLast().allSatisfy { logged[$0, default: 0] > 0 })
    #expect(try desk.store.verify().firstProblem == nil)
    _ = try desk.submitted()
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test(arguments: [0o555, 0o000]) func aFolderWithoutRightsIsOneProblem(_ mode: Int) throws {
    let desk = try Desk()
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: desk.folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: desk.folder.path) }

    var runner = try ActsRunner("nobody", desk.store.path)

    #expect(["problem unreachable", "problem no_store"].contains(runner.rest().last))
  }

  @Test func threeProcessesWorkAtOnceAndNothingIsLost() throws {
    let desk = try Desk()
    try desk.makeSigningInQuick()
    var runners = try (0..<3).map { _ in try ActsRunner("acts", desk.store.path, "chen", Desk.password) }

    var done: [String] = []
    for index in runners.indices {
      for _ in 0..<40 { done += [runners[index].line()].compactMap { $0 } }
    }
    for index in runners.indices {
      runners[index].kill()
      done += runners[index].rest()
    }

    let logged = try desk.loggedActs()
    #expect(done.count >= 120)
    #expect(done.filter { logged[$0, default: 0] == 0 } == [])
    #expect(try desk.store.verify().firstProblem == nil)
  }
}

extension Desk {
  /// How often each act on a case is in the log, as `acts-runner` names it.
  fileprivate func loggedActs() throws -> [String: Int] {
    let cases = try store.cases()
    return try store.read { db in
      var acts: [String: Int] = [:]
      for application in cases {
        for event in try EventLog.events(of: Application.kind, application.id, in: db) {
          acts["\(application.id) \(event.move)", default: 0] += 1
        }
      }
      return acts
    }
  }
}
