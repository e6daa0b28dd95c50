import Casework
import GRDB

/// How a compared row is kept: what never changes, then what people decide.
extension SweepRow {
  /// The columns of what was compared, in the order of `addCompared`.
  static let comparedColumns = [
    "class", "reason", "identity", "certificate", "candidates", "duplicate_of", "kind", "event_date", "proposal",
    "block", "register_name", "source_identity", "source_number_cell", "source_name", "source_birth", "source_kind",
    "source_address", "source_note", "source_details",
  ]
  static let selection =
    "row, " + comparedColumns.joined(separator: ", ")
    + ", decision, decided_by, decision_reason, outcome, decision_date, decision_target, apart"

  /// Rows of a sweep that still need a person in this list.
  static func isUndecided(in sweep: Sweep) -> String {
    "(decision IS NULL AND \(isAsked(in: sweep)) AND NOT \(isElsewhere(in: sweep)))"
  }

  /// Rows of which something is proposed, or of which a person is asked although the certificate had ended
  /// (`isAskedThoughEnded`).
  static func isAsked(in sweep: Sweep) -> String {
    var ended: [String] = []
    if !sweep.endedRows.isEmpty { ended.append(speaksAgainstEnd) }
    if sweep.isUnderWay { ended.append(isValidAgain) }
    return ended.isEmpty
      ? "(proposal <> 'none')" : "(proposal <> 'none' OR class = 'inactive' AND (\(ended.joined(separator: " OR "))))"
  }

  /// The same as the import found it.
  static let isAskedAtAll = "(proposal <> 'none' OR class = 'inactive' AND \(speaksAgainstEnd))"

  /// Rows that tell of somebody alive whose certificate a death has ended.
  static let speaksAgainstEnd = """
    EXISTS (SELECT 1 FROM sweep_sign s
      WHERE s.sweep = sweep_row.sweep AND s.row = sweep_row.row AND s.sign = '\(SweepBlock.endedForDeath.rawValue)')
    """

  /// Rows about people whose certificates had all ended at the import, and who have a live one again.
  static let isValidAgain = """
    (class = 'inactive' AND EXISTS (SELECT 1 FROM certificate c
      WHERE c.identity = sweep_row.identity AND c.identity <> ''
        AND c.state IN \(Certificate.State.allCases.filter(\.isActive).sqlList)))
    """

  /// Undecided rows of which the same row of an earlier list settles what becomes of them; most sweeps have none.
  static func isElsewhere(in sweep: Sweep) -> String {
    sweep.value("repeated", of: .import).isEmpty ? "FALSE" : isElsewhereAtAll
  }

  /// The same of a sweep of which that is not known yet.
  static let isElsewhereAtAll = """
    (decision IS NULL AND EXISTS (SELECT 1 FROM \(repeatedRows)
      WHERE p.sweep = sweep_row.sweep AND p.row = sweep_row.row AND \(settles)))
    """

  /// Rows with their twins in earlier lists of the quarter: `p`, the earlier sweep `e`, its row `o`.
  static let repeatedRows = """
    sweep_repeated p JOIN sweep e ON e.id = p.earlier JOIN sweep_row o ON o.sweep = p.earlier AND o.row = p.earlier_row
    """

  /// Whether the twin settles it: its list is under way, or was carried out with the row; what that held or could not
  /// carry out is asked again.
  static let settles = """
    (e.state IN \(Sweep.underWay.sqlList)
      OR e.state = 'applied' AND (o.decision = 'reject' OR o.outcome IN ('done', 'already')))
    """

  /// Rows to be decided that an earlier sweep had.
  static let isAskedAgain = """
    (\(isAskedAtAll) AND EXISTS
      (SELECT 1 FROM sweep_seen s WHERE s.sweep = sweep_row.sweep AND s.row = sweep_row.row))
    """

  /// Rows with near matches.
  static let isNear = """
    EXISTS (SELECT 1 FROM sweep_near n WHERE n.sweep = sweep_row.sweep AND n.row = sweep_row.row)
    """

  /// Rows that a person looks at one by one.
  static func isDoubtful(in sweep: Sweep) -> String {
    let isAgain = sweep.isUnderWay ? " OR \(isValidAgain)" : ""
    return "((\(isDoubtfulAtAll)\(isAgain)) AND NOT \(isElsewhere(in: sweep)))"
  }

  /// The same, also where an earlier list of the quarter settles them.
  static let isDoubtfulAtAll = """
    (proposal = 'review' OR proposal <> 'none' AND (block <> '' OR EXISTS
      (SELECT 1 FROM sweep_sign s WHERE s.sweep = sweep_row.sweep AND s.row = sweep_row.row))
      OR class = 'inactive' AND \(speaksAgainstEnd))
    """

  /// Adds what was compared; the digest of a sweep covers exactly these texts.
  func addCompared(to texts: inout RowTexts) {
    texts.add(sweepClass.rawValue)
    texts.add(reason)
    texts.add(identity)
    texts.add(certificate)
    texts.add(candidates.isEmpty ? "" : candidates.joined(separator: "|"))
    texts.add(duplicateOf.map(String.init) ?? "")
    texts.add(kind.rawValue)
    texts.add(eventDate.kept)
    texts.add(proposal.rawValue)
    texts.add(block?.rawValue ?? "")
    texts.add(registerName)
    texts.add(source.identity)
    texts.add(source.identityIsNumberCell ? "yes" : "")
    texts.add(source.name)
    texts.add(source.birth.kept)
    texts.add(source.kind)
    texts.add(source.address)
    texts.add(source.note)
    texts.add(source.keptDetails)
  }

  init?(row: Row) {
    guard let sweepClass = SweepClass(rawValue: row[1]), let kind = PoliceRecordKind(rawValue: row[7]),
      let proposal = SweepProposal(rawValue: row[9])
    else { return nil }
    let date = EventDate(kept: row[8])
    self.init(
      row: row[0], sweepClass: sweepClass, reason: row[2], identity: row[3], certificate: row[4],
      candidates: (row[5] as String).split(separator: "|").map(String.init), duplicateOf: Int(row[6] as String),
      kind: kind, eventDate: date, proposal: proposal, block: SweepBlock(rawValue: row[10]),
      source: PoliceRow(
        row: row[0], identity: row[12], identityIsNumberCell: !(row[13] as String).isEmpty, name: row[14],
        birth: EventDate(kept: row[15]), kind: row[16], eventDate: date, address: row[17], note: row[18],
        details: PoliceRow.details(kept: row[19])),
      registerName: row[11], decision: (row[20] as String?).flatMap(SweepDecision.init(rawValue:)), decidedBy: row[21],
      decisionReason: row[22], outcome: row[23])
    given = SweepGiven(date: (row[24] as String?).flatMap { Day(iso: $0) }, target: row[25])
    apart = (row[26] as String?)?.split(separator: "|").map(String.init) ?? []
  }
}

extension PoliceRow {
  /// What the row says besides, as it is kept; empty for most rows.
  fileprivate var keptDetails: String {
    details.isEmpty ? "" : Entries(Dictionary(uniqueKeysWithValues: details.map { ($0.key.rawValue, $0.value) })).json
  }

  fileprivate static func details(kept: String) -> [Detail: String] {
    guard !kept.isEmpty, let entries = Entries(json: kept) else { return [:] }
    return Dictionary(
      entries.pairs.compactMap { pair in Detail(rawValue: pair.code).map { ($0, pair.text) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension EventDate {
  /// A date as it is kept: a real day as it is, an impossible one behind `!`, an unreadable one behind `?`.
  var kept: String {
    switch self {
    case .day, .missing: text
    case .impossible: "!" + text
    case .unreadable: "?" + text
    }
  }

  init(kept: String) {
    let parts = kept.dropFirst().split(separator: "-").compactMap { Int($0) }
    switch kept.first {
    case nil: self = .missing
    case "!" where parts.count == 3: self = .impossible(year: parts[0], month: parts[1], day: parts[2])
    case "?": self = .unreadable(String(kept.dropFirst()))
    default: self = Day(iso: kept).map(EventDate.day) ?? .unreadable(kept)
    }
  }
}
