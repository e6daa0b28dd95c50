import Casework
import GRDB

/// What deaths at one address say of each other (features: 45).
extension CaseStore {
  /// Keeps the signs of kin and likely spouses on the rows of our holders.
  ///
  /// Holders are compared by the address of the list and by that of the register, also with those whom another list of
  /// the quarter reports dead; strangers by the address of this list alone.
  ///
  /// - Parameters:
  ///   - houses: the rows that may report several deaths at one address of the list.
  ///   - isBesides: whether the register's addresses and the other lists are read as well, which takes as long as a look
  ///     for near matches.
  func keepKin(
    in houses: [[Int]], of sweep: Int64, _ quarter: Quarter, besides isBesides: Bool, db: Database
  ) throws {
    var deaths = isBesides ? try deathsOfHolders(in: sweep, db: db) : []
    var ours = Set(deaths.map(\.row))
    let sql = """
      SELECT row, source_name, identity, event_date, source_address, class FROM sweep_row WHERE sweep = ? AND row = ?
      """
    for row in houses.joined() where !ours.contains(row) {
      guard let read = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [sweep, row]),
        let death = KinAtOneAddress.Death(read, at: [read[4]])
      else { continue }
      deaths.append(death)
      if SweepClass(rawValue: read[5]).map(Self.holders.contains) ?? false { ours.insert(row) }
    }
    let told = Set(deaths.map(\.identity))
    if isBesides {
      deaths += try deathsOfOtherLists(than: sweep, in: quarter, db: db).filter { !told.contains($0.identity) }
    }
    for (row, sign) in KinAtOneAddress.signs(among: deaths) where ours.contains(row) {
      try keep(sign, row: row, of: sweep, in: db)
    }
  }

  /// The classes of rows about a holder.
  private static let holders = [SweepClass.exact, .nameMismatch]

  /// Lists of more rows are none of one county and quarter, nor are those of more dead holders: of the former none is
  /// read again, for the latter the register is not asked one by one.
  private static let longest = 65_536
  private static let mostLookedUp = 4096

  /// The holders whom the rows of a sweep report dead, with the addresses of the list and of the register.
  private func deathsOfHolders(
    in sweep: Int64, named number: String? = nil, db: Database
  ) throws -> [KinAtOneAddress.Death] {
    let last = try Int.fetchOne(db, sql: "SELECT max(row) FROM sweep_row WHERE sweep = ?", arguments: [sweep]) ?? 0
    if last > Self.longest { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT row, source_name, identity, event_date, source_address, certificate FROM sweep_row
        WHERE sweep = ? AND kind = 'death' AND class IN \(Self.holders.sqlList)
        """, arguments: [sweep])
    let address = try db.cachedStatement(
      sql: """
        SELECT json_extract(body, '$.address') FROM certificate
        WHERE number = ? AND state NOT IN ('spoiled', 'replaced') AND json_valid(body)
        """)
    return try rows.compactMap { row in
      var addresses: [String] = [row[4]]
      if rows.count <= Self.mostLookedUp, let held = try String.fetchOne(address, arguments: [row[5] as String]) {
        addresses.append(held)
      }
      return KinAtOneAddress.Death(row, at: addresses, in: number)
    }
  }

  private func deathsOfOtherLists(
    than sweep: Int64, in quarter: Quarter, db: Database
  ) throws -> [KinAtOneAddress.Death] {
    try Row.fetchAll(
      db, sql: "SELECT \(Sweep.selection) FROM sweep WHERE id <> ? AND state NOT IN \(Sweep.terminal.sqlList)",
      arguments: [sweep]
    ).compactMap(Sweep.init(row:)).filter { $0.quarter == quarter.text }
      .flatMap { try deathsOfHolders(in: $0.id, named: $0.number, db: db) }
  }
}

extension KinAtOneAddress.Death {
  /// A row of another list bears a number that no row of this one has.
  ///
  /// - Parameter list: the number of the sweep, where it is another one than that which asks.
  fileprivate init?(_ row: Row, at addresses: [String], in list: String? = nil) {
    guard let day = Day(iso: row[3] as String) else { return nil }
    let number: Int = row[0]
    self.init(
      row: list == nil ? number : -number, name: row[1], identity: row[2], day: day,
      place: list.map { "\($0):\(number)" }, addresses: addresses)
  }
}
