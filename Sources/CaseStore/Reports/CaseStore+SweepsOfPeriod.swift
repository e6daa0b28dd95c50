public import Casework
import GRDB

extension CaseStore {
  /// What was done with the sweeps of a period after an event of the log, deciding and confirming left out: those change
  /// no figure (domain: 5.1, output h).
  func sweeps(of period: ReportPeriod, since last: Int64, in db: Database) throws -> [SweepOfPeriod] {
    let moves: [Sweep.Move] = [.import, .apply, .undo, .undoRow, .abandon]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT event.seq, event.day, event.move, sweep.number, sweep.id FROM event JOIN sweep ON sweep.id = event.subject
        WHERE event.seq > ? AND +event.kind = ? AND event.move IN \(moves.sqlList) ORDER BY event.seq
        """, arguments: [last, Sweep.kind])
    return try rows.compactMap { row in
      let found = try sweep(row[4], in: db)
      guard let quarter = Quarter(found.quarter), period.quarters.contains(quarter),
        let day = Day(iso: row[1] as String), let move = Sweep.Move(rawValue: row[2])
      else { return nil }
      return SweepOfPeriod(seq: row[0], day: day, sweep: found.number, move: move)
    }
  }

  /// The sweeps of a period that nobody has carried out or given up: a report signed before takes a correction later.
  public func sweepsUnderWay(in period: ReportPeriod) throws -> [Sweep] {
    try sweeps().filter { sweep in
      sweep.isUnderWay && (Quarter(sweep.quarter).map(period.quarters.contains) ?? false)
    }.reversed()
  }
}

extension ReportPeriod {
  /// What whoever signs should know of the sweeps that are under way; `nil` where there are none.
  public func warning(of sweeps: [Sweep]) -> Phrase? {
    guard !sweeps.isEmpty else { return nil }
    let named = sweeps.map { $0.name(in: .chinese) }.joined(separator: "、")
    let called = sweeps.map { $0.name(in: .english) }.joined(separator: ", ")
    return Phrase(
      "本期还有没执行完的核销：\(named)；签署后再执行的，须另出更正表",
      "Sweeps of this period are under way: \(called); what is applied after the signature takes a correction")
  }
}

extension Sweep {
  fileprivate func name(in language: Language) -> String { "\(number)（\(state.name(in: language))）" }
}
