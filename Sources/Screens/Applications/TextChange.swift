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
  /// What the clerk has changed since the case was given back, or since the oldest signature that it made void.
  var changedTexts: [FactLine] {
    guard let since = readAt else { return [] }
    let changes = changes(after: since.sequence)
    guard !changes.isEmpty else { return [] }
    let heading =
      application.state == .panel
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

  /// When somebody last read the case who is to read it again: whoever gave it back, or the first whose signature fell.
  private var readAt: LogEntry? {
    let state = application.state
    if state == .panel {
      let fallen = application.signatures.filter { !application.stands($0) }.map(\.staff)
      return fallen.compactMap { staff in
        history.last { $0.move == Application.Move.panelSign.rawValue && $0.actor == staff }
      }.min { $0.sequence < $1.sequence }
    }
    guard [.returned, .returnedReview, .submitted, .review].contains(state) else { return nil }
    let ends = [Application.Move.sendBack, .accept].map(\.rawValue)
    return history.last { ends.contains($0.move) }.flatMap {
      $0.move == Application.Move.sendBack.rawValue ? $0 : nil
    }
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
