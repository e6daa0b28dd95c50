import Casework
import GRDB

/// What tells now against rows of a sweep under way: whom others refused in other lists, what cannot be right together, and
/// what has happened since.
struct ListsBeside {
  let sweep: Sweep
  /// The lists whose refusals count.
  let refusing: [Int64]
  /// What later lists say against rows, by row.
  let contraries: [Int: [LifeSign]]
  /// What the office has learnt since the import, by row.
  let since: [Int: [LifeSign]]

  /// In SQL, rows against which something speaks that the import could not know.
  var isNew: String { "(\(speaksAgainst) OR \(hasSignsSince))" }

  /// In SQL, rows of whose people the office has learnt something since the import.
  var hasSignsSince: String {
    since.isEmpty ? "FALSE" : "(row IN (\(since.keys.sorted().map(String.init).joined(separator: ", "))))"
  }

  /// In SQL, rows against which one of them speaks.
  var speaksAgainst: String {
    let rows = contraries.keys.sorted().map(String.init).joined(separator: ", ")
    let isContrary = rows.isEmpty ? "FALSE" : "(\(SweepRow.isAsked(in: sweep)) AND row IN (\(rows)))"
    return "(\(CaseStore.isRefused(beside: refusing)) OR \(isContrary))"
  }
}

extension CaseStore {
  func beside(_ sweep: Sweep, in db: Database) throws -> ListsBeside {
    ListsBeside(
      sweep: sweep, refusing: try listsBeside(sweep, in: db), contraries: try contraries(beside: sweep, in: db),
      since: try signsSince(sweep, in: db))
  }

  /// What the other lists say against some rows, by row.
  func signs(beside sweep: Sweep, of rows: [SweepRow], in db: Database) throws -> [Int: [LifeSign]] {
    let contraries = try contraries(beside: sweep, in: db)
    var found = try refusals(beside: sweep, of: rows, in: db)
    for row in rows where row.needsDecision || row.proposal != .none {
      found[row.row, default: []] += contraries[row.row] ?? []
    }
    return found.filter { !$0.value.isEmpty }
  }

  /// The rows with what the other lists say against them and what the office has learnt since the import.
  func withBeside(_ rows: [SweepRow], of sweep: Sweep, in db: Database) throws -> [SweepRow] {
    let found = try signs(beside: sweep, of: rows, in: db).merging(signsSince(sweep, in: db), uniquingKeysWith: +)
    return found.isEmpty ? rows : rows.map { row in found[row.row].map(row.seeing) ?? row }
  }
}
