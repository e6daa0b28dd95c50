import Casework
import TerminalKit

/// One seat of a panel as people see it.
struct Seat: Hashable, Sendable {
  enum State: Hashable, Sendable { case open, signed, stale }

  let staff: StaffMember.ID
  let name: String
  let isChair: Bool
  let state: State
  let day: Day?
  let finding: Phrase
  let opinion: Phrase
  /// Lines of the signed text that read differently now.
  let changes: [String]

  static func seats(of application: Application, staff: [StaffMember]) -> [Seat] {
    application.panelMembers.map { id in
      let member = staff.first { $0.id == id }
      let signature = application.signatures.first { $0.staff == id }
      let category = signature.flatMap { Int($0.category).flatMap(DisabilityCategory.init(rawValue:)) }
      return Seat(
        staff: id, name: member?.name ?? id, isChair: member?.holds([.chair]) ?? false,
        state: signature.map { application.stands($0) ? .signed : .stale } ?? .open, day: signature?.day,
        finding: .joined(
          [category?.name, signature.map { Grade.phrase($0.grade) }].compactMap { $0 }, by: .verbatim(" ")),
        opinion: signature.map { Phrase("：\($0.opinion)", ": \($0.opinion)") } ?? Phrase("", ""),
        changes: signature.map { application.changes(since: $0) } ?? [])
    }
  }

  func draw(on canvas: inout Canvas, row: Int, style: Style, in language: Language) {
    let own: Style = style == .plain && state == .stale ? .warning : style
    canvas.write(word(in: language), column: 3, row: row, style: own)
    canvas.write(name.shortened(to: 14), column: 14, row: row, style: own)
    let post = isChair ? Role.chair.name : Role.assessor.name
    canvas.write(post(in: language), column: 30, row: row, style: own)
    canvas.write(day?.iso ?? "", column: 48, row: row, style: own)
  }

  private func word(in language: Language) -> String {
    switch state {
    case .open: Phrase("未签", "open")(in: language)
    case .signed: Phrase("已签", "signed")(in: language)
    case .stale: Phrase("需重签", "sign again")(in: language)
    }
  }
}

extension Application {
  /// The lines of the text as it reads now that differ from what was signed.
  fileprivate func changes(since signature: PanelSignature) -> [String] {
    let now = signingText(of: signature)
    let signed = Set(signature.text.split(separator: "\n"))
    return now.split(separator: "\n").filter { !signed.contains($0) }.map(String.init)
  }
}
