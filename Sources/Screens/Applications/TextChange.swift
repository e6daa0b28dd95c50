import CaseStore
import Casework

/// A text of a case that reads otherwise than when somebody gave it back or signed it (features: 9, 22).
struct TextChange: Hashable, Sendable {
  let name: Phrase
  let old: Phrase
  let new: Phrase
  /// Whether it is a number whose middle stays covered but for the few digits that differ.
  var isMasked = false

  /// The old text struck out beside the new, in words and with brackets around what differs, so that no colour is needed.
  var words: Phrase {
    let (old, new) = (pieces(\.chinese), pieces(\.english))
    return Phrase(
      Self.told(old, empty: "原空", struck: { "划去「\($0)」" }, now: { "，改为「\($0)」" }),
      Self.told(new, empty: "was empty", struck: { "struck out “\($0)”" }, now: { ", now “\($0)”" }))
  }

  /// `左[小]腿 → 左[大]腿`, where there is little room.
  var inShort: Phrase {
    let (old, new) = (pieces(\.chinese), pieces(\.english))
    return Phrase("\(old.0) → \(old.1)", "\(new.0) → \(new.1)")
  }

  private static func told(
    _ pieces: (old: String, new: String), empty: String, struck: (String) -> String, now: (String) -> String
  ) -> String {
    (pieces.old.isEmpty ? empty : struck(pieces.old)) + (pieces.new.isEmpty ? "" : now(pieces.new))
  }

  private func pieces(_ language: KeyPath<Phrase, String>) -> (String, String) {
    let oneLine = { (text: Phrase) in text[keyPath: language].replacing("\n", with: " ") }
    let difference = Difference(oneLine(old), oneLine(new))
    let shown = isMasked ? difference.masked() : difference
    // Where nothing stayed the same, the brackets would say nothing.
    guard (shown.left + shown.right).contains(where: { !$0.differs }) else {
      return (shown.left.text, shown.right.text)
    }
    return (shown.left.bracketed, shown.right.bracketed)
  }
}

extension TextChange {
  /// A change of somebody's number: the digits of a slip are shown, of another number altogether only the ends.
  static func number(_ name: Phrase, _ old: String, _ new: String) -> TextChange {
    if (1...3).contains(Difference.places(old, new).count) {
      return TextChange(name: name, old: .verbatim(old), new: .verbatim(new), isMasked: true)
    }
    return TextChange(name: name, old: .verbatim(Masking.identity(old)), new: .verbatim(Masking.identity(new)))
  }
}

extension [Difference.Piece] {
  fileprivate var text: String { map(\.text).joined() }
  fileprivate var bracketed: String { map { $0.differs ? "[\($0.text)]" : $0.text }.joined() }
}

extension CaseFacts {
  /// What was changed since the case was given back, or of what was signed.
  var changedTexts: [FactLine] {
    let isSigned = application.state == .panel
    let changes = isSigned ? changedSinceSigned : givenBack.map { self.changes(after: $0.sequence) } ?? []
    guard !changes.isEmpty else { return [] }
    let heading =
      isSigned
      ? Phrase("签字后改动，须重签", "Changed since it was signed: sign again")
      : Phrase("退回后改动", "Changed since it was sent back")
    return [.heading(heading)] + changes.map { FactLine($0.name, $0.words, .warning) }
  }

  /// What events behind one, up to another, have changed of what was written before them.
  func changes(after earlier: Int, through last: Int = .max) -> [TextChange] {
    let (before, after) = (texts(through: earlier), texts(through: last))
    return Self.texts(of: application.service).compactMap { code, name in
      let (old, new) = (before[code] ?? "", after[code] ?? "")
      guard old != new else { return nil }
      switch CaseField(rawValue: code) {
      case .identity, .guardianIdentity, .agentIdentity, .certificate: return .number(name, old, new)
      case .phone, .guardianPhone, .agentPhone:
        return TextChange(name: name, old: .verbatim(Masking.phone(old)), new: .verbatim(Masking.phone(new)))
      case let field: return TextChange(name: name, old: Self.named(old, field), new: Self.named(new, field))
      }
    }
  }

  /// What made signatures fall, each text once.
  private var changedSinceSigned: [TextChange] {
    application.signatures.filter { !application.stands($0) }.flatMap { $0.changes(in: application) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The return after which the case was not accepted yet, or not sent on.
  private var givenBack: LogEntry? {
    guard [.returned, .returnedReview, .submitted, .review].contains(application.state) else { return nil }
    let last = history.last { [Application.Move.sendBack, .accept].map(\.rawValue).contains($0.move) }
    return last?.move == Application.Move.sendBack.rawValue ? last : nil
  }

  /// What the case said after an event.
  private func texts(through sequence: Int) -> Entries {
    history.filter { $0.sequence <= sequence }.reduce(into: Entries()) { texts, entry in
      switch Application.Move(rawValue: entry.move) {
      case .open, .edit: texts.merge(entry.data)
      case .chooseDirect: texts.merge(entry.data.only(["feature", "evaluation"]))
      default: break
      }
    }
  }

  private static func texts(of service: ServiceKind) -> [(code: String, name: Phrase)] {
    CaseField.allCases.map { ($0.rawValue, service.input(for: $0).name) }
      + [
        ("feature", Phrase("明显特征", "Feature")), ("evaluation", Phrase("评定说明", "Evaluation")),
      ]
  }

  /// A value as people read it, where it is kept as a code.
  static func named(_ text: String, _ field: CaseField?) -> Phrase {
    switch field {
    case .category: Int(text).flatMap(DisabilityCategory.init(rawValue:))?.name ?? .verbatim(text)
    case .sex: Sex(rawValue: text)?.name ?? .verbatim(text)
    case .noWait: WaitException(rawValue: text)?.name ?? .verbatim(text)
    default: .verbatim(text)
    }
  }
}

extension PanelSignature {
  /// What reads otherwise in the case than in the text that was signed, line by line.
  func changes(in application: Application) -> [TextChange] {
    let (signed, now) = (Self.lines(of: text), Self.lines(of: application.signingText(of: self)))
    let labels = signed.map(\.label) + now.map(\.label).filter { label in !signed.contains { $0.label == label } }
    return labels.compactMap { label in
      let old = signed.first { $0.label == label }?.text ?? ""
      let new = now.first { $0.label == label }?.text ?? ""
      guard old != new else { return nil }
      if label == "身份号码" { return .number(.verbatim(label), old, new) }
      return TextChange(name: .verbatim(label), old: .verbatim(old), new: .verbatim(new))
    }
  }

  /// Each label once; a text of several lines stays whole.
  private static func lines(of text: String) -> [(label: String, text: String)] {
    text.split(separator: "\n").reduce(into: []) { lines, line in
      let parts = line.split(separator: "：", maxSplits: 1).map(String.init)
      if parts.count == 2, !lines.contains(where: { $0.label == parts[0] }) {
        lines.append((parts[0], parts[1]))
      } else if !lines.isEmpty {
        lines[lines.count - 1].text += "\n" + line
      }
    }
  }
}
