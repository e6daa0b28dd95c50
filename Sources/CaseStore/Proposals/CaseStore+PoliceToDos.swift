import Casework
import GRDB

/// What applied sweeps leave to be done that no other list has: reports without a service, and rows that were refused.
extension CaseStore {
  /// Reports of a list for which nothing follows by itself (domain: 5.1, "manual"), until somebody says how they ended.
  func policeToDos(_ limit: Int, in db: Database) throws -> [Proposal] {
    let noted = try Int64.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT DISTINCT subject FROM event INDEXED BY event_police_todo
          WHERE kind = 'certificate' AND move = 'note' AND json_extract(data, '$.todo') <> 'watch_move'
          """))
    return try Certificate.find(noted, in: db).filter(\.state.isActive).flatMap { held in
      held.openToDos.map { todo in
        Proposal(
          kind: .policeTold, subject: .certificate(number: held.number), name: held.name,
          due: todo["event_date"].flatMap { Day(iso: $0) } ?? held.since, action: .contact(.police),
          detail: .joined([todo.todoName, todo.todoWords], by: Phrase("，", ", ")))
      }
    }
    .sorted { $0.due < $1.due }.prefix(limit).map { $0 }
  }

  /// Rows that a sweep could not carry out, about a holder with whom nothing has happened since (features: 45).
  func refusedRows(of sweep: Sweep, in db: Database) throws -> [Proposal] {
    let refused = sweep.value("refused", of: .apply).split(separator: ",").compactMap { Int($0.prefix { $0 != ":" }) }
    guard !refused.isEmpty else { return [] }
    let applied = try application(of: sweep, in: db)
    let rows = refused.map(String.init).joined(separator: ", ")
    return try readRows(of: sweep, where: "row IN (\(rows))", [], in: db).compactMap { row in
      guard row.isRefused, let held = try row.target.flatMap({ try Self.inForce(numbered: $0, in: db) }),
        try !isSettled(
          held, since: applied, after: sweep.id, by: [.cancel, .freeze],
          butNotBy: [.issue, .replace, .update, .note], in: db)
      else { return nil }
      return Proposal(
        kind: .refusedRow, subject: .certificate(number: held.number), name: held.name, due: sweep.appliedOn ?? today,
        action: row.casesByHand(of: held, in: sweep),
        detail: Phrase("\(sweep.number) 第 \(row.row) 行，", "\(sweep.number), row \(row.row), ")
          + .joined(
            [row.kind.name, .verbatim(row.dayText), SweepRow.words(ofRefusal: row.outcome ?? "")],
            by: Phrase("，", ", ")))
    }
  }
}

extension SweepRow {
  /// The case by which a person does what the sweep could not: a death is cancelled on the evidence of list and row.
  fileprivate func casesByHand(of held: Certificate, in sweep: Sweep) -> Proposal.Action {
    guard kind == .death else { return .look }
    var fields: Entries = [
      "certificate": held.number, "reason": CancellationReason.death.rawValue,
      "document": "\(sweep.source.list.chinese) \(sweep.number) 第 \(row) 行",
    ]
    if let day { fields["event_date"] = day.iso }
    return .open(.cancel, fields)
  }
}
