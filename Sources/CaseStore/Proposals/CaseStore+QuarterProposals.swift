import Casework
import GRDB

extension CaseStore {
  /// The quarters that are over and whose comparison was not carried out (domain: 3.4): the last one, and those that an
  /// office which compares left out before it.
  ///
  /// Nothing is asked for a quarter whose last day of comparing was over when the office began with this store.
  func quarterProposals(under policy: Policy, _ calendar: WorkingCalendar, in db: Database) throws -> [Proposal] {
    let first = try String.fetchOne(try db.cachedStatement(sql: "SELECT day FROM event ORDER BY seq LIMIT 1"))
    guard let begun = first.flatMap({ Day(iso: $0) }) else { return [] }
    let sweeps = try Row.fetchAll(
      try db.cachedStatement(sql: "SELECT \(Sweep.selection) FROM sweep ORDER BY id")
    ).compactMap(Sweep.init(row:))
    let applied = Set(sweeps.filter { $0.state == .applied }.compactMap { Quarter($0.quarter) })
    let last = Quarter(of: today).adding(-1)
    return (0..<Self.quartersAskedFor).map { last.adding(-$0) }.filter { quarter in
      !applied.contains(quarter) && quarter.comparisonEnd(under: policy, on: calendar).day >= begun
        && (quarter == last || applied.contains { $0 < quarter })
    }.map { quarter in
      let going = sweeps.last { $0.isUnderWay && $0.quarter == quarter.text }
      return quarter.proposal(going: going, on: today, under: policy, calendar: calendar)
    }
  }

  /// A year.
  private static let quartersAskedFor = 4
}
