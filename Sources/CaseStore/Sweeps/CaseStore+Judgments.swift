import Casework
import GRDB

extension CaseStore {
  /// The judgments given with accepting declared deaths, by row.
  func judgments(of sweep: Sweep, in db: Database) throws -> [Int: CourtJudgment] {
    let events = try Row.fetchCursor(
      db,
      sql: """
        SELECT data FROM event WHERE kind = 'sweep' AND subject = ? AND move = 'decide'
          AND json_extract(data, '$.judgment') IS NOT NULL ORDER BY subject_seq
        """, arguments: [sweep.id])
    var judgments: [Int: CourtJudgment] = [:]
    while let event = try events.next() {
      guard let data = Entries(json: event[0]) else { continue }
      for row in (RowRanges.ranges(data.text("rows")) ?? []).joined() { judgments[row] = CourtJudgment(data) }
    }
    return judgments
  }
}
