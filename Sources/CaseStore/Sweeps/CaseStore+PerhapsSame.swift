import Casework
import GRDB

/// A row that may be about a holder although its number is unusable or unknown.
struct VagueRow {
  let row: Int
  let certificates: [String]
}

/// Rows by the certificates they are about, gathered while they are compared: no row is read again for it.
struct HolderRows {
  private var holders: [HolderIndex.Entry] = []
  /// Rows about people whose certificate has ended.
  private var ended: [HolderIndex.Entry] = []
  private(set) var vague: [VagueRow] = []

  mutating func add(_ row: borrowing SweepRow) {
    add(row.row, row.sweepClass, row.certificate, row.candidates)
  }

  mutating func add(_ row: Int, _ sweepClass: SweepClass, _ certificate: String, _ candidates: [String]) {
    switch sweepClass {
    case .exact, .nameMismatch: holders.append(HolderIndex.Entry(certificate, row: row))
    case .inactive: if !certificate.isEmpty { ended.append(HolderIndex.Entry(certificate, row: row)) }
    case .malformed, .candidate: if !candidates.isEmpty { vague.append(VagueRow(row: row, certificates: candidates)) }
    case .none, .duplicate: break
    }
  }

  mutating func add(_ others: HolderRows) {
    holders += others.holders
    ended += others.ended
    vague += others.vague
  }

  /// The same with vague rows that are near the numbers of holders.
  func with(near: [VagueRow]) -> HolderRows {
    var all = self
    all.vague += near
    return all
  }

  /// Where all of them stand who have or had a certificate.
  var index: HolderIndex { HolderIndex(holders + ended) }

  var hasVague: Bool { !vague.isEmpty }

  /// The rows about holders whom vague ones may mean too, of the same list or of another.
  func meant(byVagueOf others: HolderRows) -> [(row: Int, vague: [Int])] {
    var wanted: [Int64: [Int]] = [:]
    for found in others.vague {
      for certificate in Set(found.certificates) {
        wanted[HolderIndex.mark(of: certificate), default: []].append(found.row)
      }
    }
    if wanted.isEmpty { return [] }
    return holders.compactMap { holder in wanted[holder.mark].map { (Int(holder.row), Set($0).sorted()) } }
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
    _ found: HolderRows, of sweep: Int64, beside lists: [Sweep], in db: Database
  ) throws {
    let own = try found.with(near: nearSlips(of: sweep, in: db))
    let read = try BulkStatement("SELECT kind, event_date FROM sweep_row WHERE sweep = ? AND row = ?", in: db)
    read.bind(sweep, at: 1)
    for (row, others) in own.meant(byVagueOf: own) {
      for (one, other) in others.flatMap({ [(row, $0), ($0, row)] }) {
        try keepPerhapsSame(as: other, named: String(other), on: one, of: sweep, by: read, in: db)
      }
    }
    for list in lists {
      let theirs = try holderRows(of: list, besidesVague: own.hasVague, in: db)
      let pairs =
        own.meant(byVagueOf: theirs).flatMap { row, vague in vague.map { (row, $0) } }
        + theirs.meant(byVagueOf: own).flatMap { other, vague in vague.map { ($0, other) } }
      read.begin()
      read.bind(list.id, at: 1)
      for (row, other) in pairs {
        try keepPerhapsSame(as: other, named: "\(list.number):\(other)", on: row, of: sweep, by: read, in: db)
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

  /// - Parameters:
  ///   - place: how the sign names the other row.
  ///   - read: gives the kind and the date of a row of the list in which the other stands.
  private func keepPerhapsSame(
    as other: Int, named place: String, on row: Int, of sweep: Int64, by read: borrowing BulkStatement, in db: Database
  ) throws {
    read.begin()
    read.bind(Int64(other), at: 2)
    guard try read.next() else { return }
    let sign = LifeSign(
      .perhapsSame, on: EventDate(kept: read.text(1) ?? "").text, source: place, detail: read.text(0) ?? "")
    try keep(sign, row: row, of: sweep, in: db)
  }
}
