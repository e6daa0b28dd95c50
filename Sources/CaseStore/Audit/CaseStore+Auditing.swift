import Casework
import GRDB

/// What `audit verify` found.
public struct AuditReport: Hashable, Sendable {
  public let events: Int
  /// The first thing that is not as it was written, or `nil`.
  public let firstProblem: Problem?

  public struct Problem: Error, Hashable, Sendable {
    /// The event at fault, or the last event of the row at fault; 0 where no event can be named.
    public let seq: Int64
    public let problem: String
  }

  public var holds: Bool { firstProblem == nil }
}

extension CaseStore {
  /// Replays the whole log: the chain of hashes, every step against its table, and every row folded from it.
  public func verify() throws -> AuditReport {
    // One snapshot, so that another desk's work in between is not taken for damage.
    try read { Audit($0).run() }
  }

  /// The log as JSON Lines, each event with its hash.
  ///
  /// Returns how many there are and the last hash.
  public func exportLog(by session: Session, _ line: (String) throws -> Void) throws -> (events: Int, head: String) {
    try write { db in
      try require([.administrator, .inspector], of: session, in: db)
      try logAccess("audit_export", by: session.staff.id, data: [:], in: db)
    }
    return try read { db in
      var count = 0
      var head = Digest.hex(EventLog.firstLink)
      let rows = try Row.fetchCursor(db, sql: "SELECT \(LoggedEvent.columns) FROM event ORDER BY seq")
      while let row = try rows.next() {
        let event = LoggedEvent(row: row)
        try line(event.json)
        head = Digest.hex(event.hash)
        count += 1
      }
      return (count, head)
    }
  }
}

extension LoggedEvent {
  var json: String {
    let second = second.map { JSONText.quoted($0) } ?? "null"
    return """
      {"seq":\(seq),"kind":\(JSONText.quoted(kind)),"subject":\(subject),"subject_seq":\(subjectSeq),\
      "event":\(JSONText.quoted(move)),"to":\(JSONText.quoted(to)),"actor":\(JSONText.quoted(actor)),\
      "second":\(second),"at":"\(Instant(milliseconds: at).iso)","ms":\(at),"day":\(JSONText.quoted(day)),"data":\(data),"hash":"\(Digest.hex(hash))"}
      """
  }
}
