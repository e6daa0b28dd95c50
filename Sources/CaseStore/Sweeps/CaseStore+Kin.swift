import Casework
import Dispatch
import GRDB

/// What deaths at one address say of each other (features: 45).
extension CaseStore {
  /// The signs of kin and likely spouses on the rows of our holders.
  struct KinSigns {
    /// They are found on another thread, while this one goes on.
    fileprivate let found: Conveyor<[(row: Int, sign: LifeSign)]>
    fileprivate let ours: Set<Int>
  }

  /// Looks for signs of kin and likely spouses.
  ///
  /// Holders are compared by the address of the list and by that of the register, also with those whom another list of
  /// the quarter reports dead; strangers by the address of this list alone.
  ///
  /// - Parameters:
  ///   - houses: the rows that may report several deaths at one address of the list.
  ///   - isBesides: whether the register's addresses and the other lists are read as well, which takes as long as a look
  ///     for near matches.
  func findKin(
    in houses: [[Int]], of sweep: Int64, _ quarter: Quarter, besides isBesides: Bool, db: Database
  ) throws -> KinSigns {
    var deaths = isBesides ? try deathsOfHolders(in: sweep, db: db) : []
    var ours = Set(deaths.map(\.row))
    let read = try BulkStatement(
      """
      SELECT row, source_name, identity, event_date, source_address, class FROM sweep_row WHERE sweep = ? AND row = ?
      """, in: db)
    read.bind(sweep, at: 1)
    for row in houses.joined().sorted() where !ours.contains(row) {
      read.begin()
      read.bind(Int64(row), at: 2)
      guard try read.next(), let death = KinAtOneAddress.Death(read) else { continue }
      deaths.append(death)
      if SweepClass(rawValue: read.text(5) ?? "").map(Self.holders.contains) ?? false { ours.insert(row) }
    }
    let told = Set(deaths.map(\.identity))
    if isBesides {
      deaths += try deathsOfOtherLists(than: sweep, in: quarter, db: db).filter { !told.contains($0.identity) }
    }
    let found = Conveyor<[(row: Int, sign: LifeSign)]>(room: 1)
    DispatchQueue(label: "kin").async { [deaths] in
      found.end(Result { try found.put(KinAtOneAddress.signs(among: deaths)) })
    }
    return KinSigns(found: found, ours: ours)
  }

  /// Keeps what was looked for, once it is found.
  func keep(_ kin: KinSigns, of sweep: Int64, in db: Database) throws {
    for (row, sign) in try kin.found.take() ?? [] where kin.ours.contains(row) {
      try keep(sign, row: row, of: sweep, in: db)
    }
  }

  /// The classes of rows about a holder.
  private static let holders = [SweepClass.exact, .nameMismatch]

  /// Lists of more rows are none of one county and quarter, nor are those of more dead holders: of the former none is
  /// read again, for the latter the register is not asked one by one.
  private static let longest = 65_536
  static let mostLookedUp = 4096

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
    try lists(of: quarter, besides: sweep, in: db).flatMap {
      try deathsOfHolders(in: $0.id, named: $0.number, db: db)
    }
  }
}

extension KinAtOneAddress.Death {
  /// A row of another list bears a number that no row of this one has.
  ///
  /// - Parameter list: the number of the sweep, where it is another one than that which asks.
  fileprivate init?(_ row: Row, at addresses: [String], in list: String? = nil) {
    let number: Int = row[0]
    self.init(
      row: list == nil ? number : -number, row[1], row[2], row[3], place: list.map { "\($0):\(number)" }, addresses)
  }

  fileprivate init?(_ row: borrowing BulkStatement) {
    self.init(
      row: Int(row.number(0)), row.text(1) ?? "", row.text(2) ?? "", row.text(3) ?? "", place: nil, [row.text(4) ?? ""])
  }

  private init?(
    row: Int, _ name: String, _ identity: String, _ date: String, place: String?, _ addresses: [String]
  ) {
    guard let day = Day(iso: date) else { return nil }
    self.init(row: row, name: name, identity: identity, day: day, place: place, addresses: addresses)
  }
}
