import Casework
import GRDB

/// A row that may be about a holder although its number is unusable or unknown.
struct VagueRow {
  let row: Int
  let certificates: [String]
}

/// Rows by the certificates they are about, gathered while they are compared: no row is read again for it.
struct HolderRows {
  private var holders: [(mark: UInt64, row: Int32)] = []
  private var vague: [VagueRow] = []

  mutating func add(_ row: borrowing SweepRow) {
    add(row.row, row.sweepClass, row.certificate, row.candidates)
  }

  mutating func add(_ row: Int, _ sweepClass: SweepClass, _ certificate: String, _ candidates: [String]) {
    switch sweepClass {
    case .exact, .nameMismatch: holders.append((Self.mark(of: certificate), Int32(row)))
    case .malformed, .candidate: if !candidates.isEmpty { vague.append(VagueRow(row: row, certificates: candidates)) }
    case .inactive, .none, .duplicate: break
    }
  }

  mutating func add(_ others: HolderRows) {
    holders += others.holders
    vague += others.vague
  }

  /// The same with vague rows that are near the numbers of holders.
  func with(near: [VagueRow]) -> HolderRows {
    var all = self
    all.vague += near
    return all
  }

  var hasVague: Bool { !vague.isEmpty }

  /// The rows about holders whom vague ones may mean too.
  func meantTwice() -> [(row: Int, vague: [Int])] { meant(byVagueOf: self) }

  /// The same with the vague rows of another list.
  func meant(byVagueOf others: HolderRows) -> [(row: Int, vague: [Int])] {
    var wanted: [UInt64: [Int]] = [:]
    for found in others.vague {
      for certificate in Set(found.certificates) { wanted[Self.mark(of: certificate), default: []].append(found.row) }
    }
    if wanted.isEmpty { return [] }
    return holders.compactMap { holder in wanted[holder.mark].map { (Int(holder.row), Set($0).sorted()) } }
  }

  private static func mark(of certificate: String) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(certificate)
    return fingerprint.value
  }
}

extension [NearReason] {
  /// Whether name and number are the same but for a slip in the number.
  fileprivate var areOfOneSlip: Bool {
    contains { $0.field == .name && $0.finding == .same } && contains { $0.field == .identity && $0.finding.isSlip }
  }
}

extension NearReason.Finding {
  fileprivate var isSlip: Bool {
    [.oneDigit, .neighboursSwapped, .missingDigit, .extraDigit, .unreadableDigits].contains(self)
  }
}

extension CaseStore {
  /// Keeps on both rows that one without a usable number may be about the holder of another: whoever finds out about one
  /// has to know of the other (domain: 5.1, level D).
  ///
  /// On rows of other lists it is read from here.
  func keepPerhapsSame(
    _ found: HolderRows, of sweep: Int64, beside quarter: Quarter, in db: Database
  ) throws {
    let own = try found.with(near: nearSlips(of: sweep, in: db))
    for (row, others) in own.meantTwice() {
      for (one, other) in others.flatMap({ [(row, $0), ($0, row)] }) {
        try keepPerhapsSame(as: other, of: sweep, on: one, of: sweep, in: db)
      }
    }
    for list in try lists(beside: quarter, besides: sweep, in: db) {
      let theirs = try holderRows(of: list, besidesVague: own.hasVague, in: db)
      for (row, vague) in own.meant(byVagueOf: theirs) {
        for other in vague {
          try keepPerhapsSame(as: other, of: list.id, named: list.number, on: row, of: sweep, in: db)
        }
      }
      for (other, vague) in theirs.meant(byVagueOf: own) {
        for row in vague {
          try keepPerhapsSame(as: other, of: list.id, named: list.number, on: row, of: sweep, in: db)
        }
      }
    }
  }

  /// Rows whose number is a slip away from that of a holder of the same name.
  private func nearSlips(of sweep: Int64, in db: Database) throws -> [VagueRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT n.row, n.certificate, n.reasons FROM sweep_near n JOIN sweep_row r ON r.sweep = n.sweep AND r.row = n.row
        WHERE n.sweep = ? AND r.class IN \([SweepClass.malformed, .candidate].sqlList)
        """, arguments: [sweep]
    ).filter { [NearReason](kept: $0[2])?.areOfOneSlip ?? false }.map { VagueRow(row: $0[0], certificates: [$0[1]]) }
  }

  /// The rows of another list that may be about holders.
  ///
  /// - Parameter isAsked: whether those that are about holders are wanted too; a list has many of them.
  private func holderRows(of list: Sweep, besidesVague isAsked: Bool, in db: Database) throws -> HolderRows {
    let classes = [SweepClass.malformed, .candidate] + (isAsked ? [.exact, .nameMismatch] : [])
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT row, class, certificate, candidates FROM sweep_row
        WHERE sweep = ? AND class IN \(classes.sqlList) AND outcome IS NOT 'undone'
        """, arguments: [list.id])
    var found = HolderRows()
    while let row = try rows.next() {
      guard let sweepClass = SweepClass(rawValue: row[1]) else { continue }
      found.add(row[0], sweepClass, row[2], (row[3] as String).split(separator: "|").map(String.init))
    }
    return try found.with(near: nearSlips(of: list.id, in: db))
  }

  /// - Parameter number: the list of the other row, where it is another one.
  private func keepPerhapsSame(
    as other: Int, of list: Int64, named number: String? = nil, on row: Int, of sweep: Int64, in db: Database
  ) throws {
    let read = try db.cachedStatement(sql: "SELECT kind, event_date FROM sweep_row WHERE sweep = ? AND row = ?")
    guard let told = try Row.fetchOne(read, arguments: [list, other]) else { return }
    let sign = LifeSign(
      .perhapsSame, on: EventDate(kept: told[1]).text, source: number.map { "\($0):\(other)" } ?? String(other),
      detail: told[0])
    try keep(sign, row: row, of: sweep, in: db)
  }
}
