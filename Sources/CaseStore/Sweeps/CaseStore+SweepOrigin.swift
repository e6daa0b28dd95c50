import Casework
import GRDB

extension CaseStore {
  /// How the columns of a sender's last file were mapped by hand; the import's event is the only place that keeps it.
  public func rememberedMapping(of sender: String) throws -> [(column: String, field: String)] {
    let wanted = Cleaning.name(sender).text
    guard !wanted.isEmpty else { return [] }
    let last = try sweeps().first { Cleaning.name($0.value("sender", of: .import)).text == wanted }
    return ColumnMapping.pairs(last?.value("mapping", of: .import) ?? "")
  }

  /// The counties the office knows people of: its own and those in which its holders live.
  ///
  /// A register may be a prefecture's; a few hundred addresses out of the whole say enough.
  public func knownCounties() throws -> [String] {
    try read { db in
      let code = try Self.county(in: db)
      var counts: [String: Int] = [:]
      for address in try someAddresses(in: db) {
        let county = Village.county(of: address)
        if !county.isEmpty { counts[county, default: 0] += 1 }
      }
      let own = Districts.fullName(of: code) ?? ""
      let all = counts.values.reduce(0, +)
      // In a county's own register people with addresses elsewhere are strays; a prefecture's has many counties.
      let isOneCountys = (counts[own] ?? 0) * 2 >= all
      let lived = counts.filter { !isOneCountys || $0.value * 20 >= all }.map(\.key).sorted()
      return (own.isEmpty ? [] : [own]) + lived
    }
  }

  /// The office's own county and what it was called before, with province and city.
  ///
  /// No table tells what became of an abolished county: the office has set its code, or its holders' numbers still begin
  /// with it.
  public func ownPlaces() throws -> [String] {
    try read { db in
      let old = try String.fetchAll(
        db,
        sql: """
          SELECT substr(identity, 1, 6) AS district
          FROM (SELECT identity FROM certificate ORDER BY id LIMIT 400) GROUP BY district
          HAVING count(*) * 20 >= (SELECT min(400, count(*)) FROM (SELECT 1 FROM certificate LIMIT 400))
          """
      ).filter { Districts.standing(of: $0) == .old }
      let set = try policy(on: today, in: db).countyOldCodes
      return ([try Self.county(in: db)] + set + old.filter { !set.contains($0) }).compactMap {
        Districts.fullName(of: $0)
      }
    }
  }

  /// Townships and villages in which some of the holders live.
  public func knownPlaces() throws -> Set<String> {
    try read { db in
      Set(try someAddresses(in: db).map { Village(of: $0) }.flatMap { [$0.township, $0.name, $0.township + $0.name] })
        .subtracting([""])
    }
  }

  /// The addresses of certificates at even distances.
  private func someAddresses(in db: Database) throws -> [String] {
    let newest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM certificate") ?? 0
    let sample = min(400, newest)
    let statement = try db.makeStatement(
      sql: "SELECT json_extract(body, '$.address') FROM certificate WHERE id >= ? ORDER BY id LIMIT 1")
    return try (0..<sample).compactMap { step in
      try String.fetchOne(statement, arguments: [1 + step * newest / sample])
    }
  }

  /// The county whose office keeps the store.
  func ownCounty() throws -> OwnCounty {
    try read { db in OwnCounty(Districts.fullName(of: try Self.county(in: db)) ?? "") }
  }

  /// Says what an earlier sweep has already: how many rows are known in this quarter and from others, whether all are the
  /// same, and how those were answered that are asked again.
  ///
  /// - Parameter alike: the other lists of the quarter and office that stand.
  func tellEarlier(
    of sweep: Int64, in quarter: Quarter, alike: [Sweep], told: inout Entries, in db: Database
  ) throws {
    let all = try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE id <> ? ORDER BY id", arguments: [sweep]
    ).compactMap(Sweep.init(row:))
    try tellSameRows(of: sweep, as: all, told: &told, in: db)
    let earlier = all.filter { $0.state != .abandoned }
    let ofQuarter = earlier.filter { $0.quarter == quarter.text }.map { String($0.id) }.joined(separator: ", ")
    let ofOthers = earlier.filter { $0.quarter != quarter.text }.map { String($0.id) }.joined(separator: ", ")
    for (code, sweeps) in [("known_rows", ofQuarter), ("known_before", ofOthers)] where !sweeps.isEmpty {
      told[code] = try String.fetchOne(
        db, sql: "SELECT count(*) FROM sweep_seen WHERE sweep = ? AND earlier IN (\(sweeps))", arguments: [sweep])
    }
    let takenBack =
      try Int.fetchOne(
        db, sql: "SELECT count(DISTINCT row) FROM sweep_sign WHERE sweep = ? AND sign = ?",
        arguments: [sweep, SweepBlock.takenBack.rawValue]) ?? 0
    if takenBack > 0 { told["taken_back"] = String(takenBack) }
    try keepRepeated(of: sweep, in: alike, told: &told, in: db)
    if !earlier.isEmpty { told.merge(try answered(of: sweep, in: db)) }
  }

  /// The other lists of a quarter that were neither given up nor taken back, the oldest first.
  func lists(of quarter: Quarter, besides sweep: Int64, in db: Database) throws -> [Sweep] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(Sweep.selection) FROM sweep WHERE id <> ? AND state NOT IN \(Sweep.terminal.sqlList) ORDER BY id
        """, arguments: [sweep]
    ).compactMap(Sweep.init(row:)).filter { $0.quarter == quarter.text }
  }

  /// Counts the rows to be decided that an earlier sweep had, and how they were answered there.
  private func answered(of sweep: Int64, in db: Database) throws -> Entries {
    let asked = try readRows(
      ofSweep: sweep, where: "\(SweepRow.isAskedAgain) AND NOT \(SweepRow.isElsewhereAtAll)", [], in: db)
    guard !asked.isEmpty else { return [:] }
    let decided = try decidedBefore(asked, of: sweep, in: db).values
    return [
      "before.rows": String(asked.count), "before.reject": String(decided.count { $0.decision == .reject }),
      "before.hold": String(decided.count { $0.decision == .hold }),
    ]
  }
}

/// A mapping by hand as an event keeps it: one column a line.
public enum ColumnMapping {
  public static func text(_ pairs: [(column: String, field: String)]) -> String {
    pairs.map { "\($0.column)=\($0.field)" }.joined(separator: "\n")
  }

  static func pairs(_ text: String) -> [(column: String, field: String)] {
    text.split(separator: "\n").compactMap { line in
      line.lastIndex(of: "=").map { (column: String(line[..<$0]), field: String(line[$0...].dropFirst())) }
    }
  }
}
