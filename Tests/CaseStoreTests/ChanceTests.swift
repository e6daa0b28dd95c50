import Casework
import DeskFixtures
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// Thousands of acts by chance, legal and illegal: whatever people do, the register stays right.
///
/// `CERTDESK_SEED=123 swift test --filter ChanceTests` repeats a run; `CERTDESK_ACTS` makes it longer.
@Suite struct ChanceTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let acts = environment["CERTDESK_ACTS"].flatMap(Int.init) ?? 2000
  private static let seeds: [UInt64] =
    environment["CERTDESK_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [known, Chance.fresh().seed]
  private static let known: UInt64 = 20_260_302

  @Test(arguments: seeds) func whateverPeopleDoTheRegisterStaysRight(_ seed: UInt64) throws {
    print("chance: CERTDESK_SEED=\(seed)")
    var office = try ChanceOffice(seed: seed)
    var invariants = RegisterInvariants()

    for number in 1...Self.acts {
      let before = try Self.trace(of: office.desk.store, whole: number % 100 == 0)
      let (what, refusal) = try office.act()
      let problems = try invariants.problems(in: office.desk.store)
      try #require(problems.isEmpty, "seed \(seed), act \(number), \(what): \(problems)")
      if !refusal.isEmpty && what != "sweep" {
        let after = try Self.trace(of: office.desk.store, whole: number % 100 == 0)
        try #require(before == after, "seed \(seed), act \(number): \(what), refused as \(refusal), left a trace")
      }
      if number % 100 == 0 {
        let problem = try office.desk.store.verify().firstProblem
        try #require(problem == nil, "seed \(seed), act \(number)")
      }
    }

    // Chance has been everywhere, or the run would prove nothing; how far it comes is told of the known seed only.
    guard seed == Self.known, Self.acts >= 2000 else { return }
    let approved = ServiceKind.allCases.filter { service in office.made["\(service.rawValue) approve"] != nil }
    #expect(approved.count >= 8, "seed \(seed): only \(approved) were ever approved")
    for ending in [ServiceKind.cancel, .restore, .transferOut] {
      #expect(approved.contains(ending), "seed \(seed): \(ending)")
    }
    #expect(office.refusals.count >= 30, "seed \(seed): \(office.refusals)")
  }

  /// How many events there are, and now and then every row of every table.
  private static func trace(of store: CaseStore, whole: Bool) throws -> String {
    if whole { return try store.everything() }
    return try store.database.read { try String.fetchOne($0, sql: "SELECT max(seq) FROM event") ?? "" }
  }
}
