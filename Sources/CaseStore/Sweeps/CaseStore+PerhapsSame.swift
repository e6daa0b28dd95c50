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

  /// The rows about holders whom vague ones may mean too.
  ///
  /// - Parameter near: vague rows with the certificates of near matches.
  func meantTwice(besides near: [VagueRow]) -> [(row: Int, vague: [Int])] {
    var wanted: [UInt64: [Int]] = [:]
    for found in vague + near {
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
  func keepPerhapsSame(_ found: HolderRows, of sweep: Int64, in db: Database) throws {
    let near = try Row.fetchAll(
      db,
      sql: """
        SELECT n.row, n.certificate, n.reasons FROM sweep_near n JOIN sweep_row r ON r.sweep = n.sweep AND r.row = n.row
        WHERE n.sweep = ? AND r.class IN \([SweepClass.malformed, .candidate].sqlList)
        """, arguments: [sweep]
    ).filter { [NearReason](kept: $0[2])?.areOfOneSlip ?? false }.map { VagueRow(row: $0[0], certificates: [$0[1]]) }
    let read = try BulkStatement("SELECT kind, event_date FROM sweep_row WHERE sweep = ? AND row = ?", in: db)
    read.bind(sweep, at: 1)
    for (row, others) in found.meantTwice(besides: near) {
      for (one, other) in others.flatMap({ [(row, $0), ($0, row)] }) {
        read.begin()
        read.bind(Int64(other), at: 2)
        guard try read.next() else { continue }
        let sign = LifeSign(
          .perhapsSame, on: EventDate(kept: read.text(1) ?? "").text, source: String(other), detail: read.text(0) ?? "")
        try keep(sign, row: one, of: sweep, in: db)
      }
    }
  }
}
