import Casework
import GRDB

/// How a compared row is kept: what never changes in one text, what people decide in columns of their own.
extension SweepRow {
  var fixed: Entries {
    Entries(inOrder: [
      ("block", block?.rawValue ?? ""), ("candidates", candidates.joined(separator: "|")),
      ("certificate", certificate), ("class", sweepClass.rawValue),
      ("duplicate_of", duplicateOf.map(String.init) ?? ""), ("event_date", eventDate.text),
      ("event_form", eventDate.form), ("identity", identity), ("kind", kind.rawValue), ("proposal", proposal.rawValue),
      ("reason", reason), ("register_name", registerName), ("source.address", source.address),
      ("source.birth", source.birth.text), ("source.identity", source.identity), ("source.kind", source.kind),
      ("source.name", source.name), ("source.note", source.note),
      ("source.number_cell", source.identityIsNumberCell ? "yes" : ""),
    ])
  }

  static let selection = "row, fixed, decision, decided_by, reason, outcome"

  init?(row: Row) {
    guard let fixed = Entries(json: row[1]), let sweepClass = SweepClass(rawValue: fixed.text("class")),
      let kind = PoliceRecordKind(rawValue: fixed.text("kind")),
      let proposal = SweepProposal(rawValue: fixed.text("proposal"))
    else { return nil }
    let date = EventDate(text: fixed.text("event_date"), form: fixed.text("event_form"))
    self.init(
      row: row[0], sweepClass: sweepClass, reason: fixed.text("reason"), identity: fixed.text("identity"),
      certificate: fixed.text("certificate"),
      candidates: fixed.text("candidates").split(separator: "|").map(String.init),
      duplicateOf: Int(fixed.text("duplicate_of")), kind: kind, eventDate: date, proposal: proposal,
      block: SweepBlock(rawValue: fixed.text("block")),
      source: PoliceRow(
        row: row[0], identity: fixed.text("source.identity"),
        identityIsNumberCell: !fixed.text("source.number_cell").isEmpty, name: fixed.text("source.name"),
        birth: EventDate(text: fixed.text("source.birth"), form: "day"), kind: fixed.text("source.kind"),
        eventDate: date, address: fixed.text("source.address"), note: fixed.text("source.note")),
      registerName: fixed.text("register_name"), decision: (row[2] as String?).flatMap(SweepDecision.init(rawValue:)),
      decidedBy: row[3], decisionReason: row[4], outcome: row[5])
  }
}

extension EventDate {
  fileprivate var form: String {
    switch self {
    case .day: "day"
    case .impossible: "impossible"
    case .missing: ""
    case .unreadable: "unreadable"
    }
  }

  fileprivate init(text: String, form: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    switch form {
    case "day": self = Day(iso: text).map(EventDate.day) ?? (text.isEmpty ? .missing : .unreadable(text))
    case "impossible" where parts.count == 3:
      self = .impossible(year: parts[0], month: parts[1], day: parts[2])
    case "": self = .missing
    default: self = .unreadable(text)
    }
  }
}
