import Casework
import DeskFixtures

@testable import CaseStore

extension Desk {
  /// Imports police rows as one file.
  func importSweep(
    _ rows: [PoliceRow], file: String = "police.csv", quarter: String = "2026Q1", from source: SweepSource = .police,
    received: Day? = nil, by staff: String = "chen"
  ) throws -> Sweep {
    guard let quarter = Quarter(quarter) else { preconditionFailure("\(quarter) is no quarter") }
    return try store.importSweep(
      ReceivedFile(name: file, bytes: Array("\(file) \(rows)".utf8)), quarter: quarter,
      from: FileOrigin(received: received, source: source), by: Self.session(staff)
    ) { take in
      for row in rows { try take(row) }
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
    }
  }

  func rows(of sweep: Sweep) throws -> [SweepRow] { try store.rows(of: sweep, by: Self.session("chen")) }

  @discardableResult
  func decide(
    _ sweep: Sweep, _ rows: [ClosedRange<Int>], _ decision: SweepDecision, reason: String = "",
    date: Day? = nil, again: Bool = false, by staff: String = "chen"
  ) throws -> (decided: Int, left: Int, undecided: Int) {
    try store.decide(
      .rows(rows), decision, reason: reason, given: SweepGiven(date: date), again: again, on: sweep.id,
      by: Self.session(staff))
  }
}
