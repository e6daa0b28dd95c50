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
  let category: Phrase
  let grade: Phrase
  /// The limb clause and whatever was measured.
  let measured: Phrase
  let opinion: Phrase
  /// The delegation under which a substitute signed; "" where there is none.
  let under: String
  /// Whether wrong secrets have locked it.
  let isLocked: Bool
  /// What reads otherwise now than in the text that was signed.
  let changes: [TextChange]

  var finding: Phrase { .joined([category, grade], by: .verbatim(" ")) }

  /// Finding and opinion in one line.
  var summary: Phrase {
    let said = opinion == Phrase("", "") ? opinion : Phrase("：", ": ") + opinion
    return finding + said + (under.isEmpty ? Phrase("", "") : .verbatim("（\(under)）"))
  }

  static func seats(
    of application: Application, staff: [StaffMember], locked: [StaffMember.ID] = []
  ) -> [Seat] {
    application.panelMembers.map { id in
      let member = staff.first { $0.id == id }
      let signature = application.signatures.first { $0.staff == id }
      let category = signature.flatMap { Int($0.category).flatMap(DisabilityCategory.init(rawValue:)) }
      return Seat(
        staff: id, name: member?.name ?? id, isChair: member?.holds([.chair]) ?? false || application.chairSeat == id,
        state: signature.map { application.stands($0) ? .signed : .stale } ?? .open, day: signature?.day,
        category: category?.name ?? Phrase("", ""), grade: signature.map { Grade.phrase($0.grade) } ?? Phrase("", ""),
        measured: .joined(signature.flatMap { Measurements(written: $0.measurements)?.words } ?? []),
        opinion: .verbatim(signature?.opinion ?? ""),
        under: signature?.under
          ?? (application.chairSeat == id ? application.value("chair_under", of: .chooseDirect) : ""),
        isLocked: locked.contains(id),
        changes: signature.map { $0.changes(in: application) } ?? [])
    }
  }

  func draw(on canvas: inout Canvas, row: Int, style: Style, in language: Language) {
    let own: Style = style == .plain && state == .stale ? .warning : style
    canvas.write(word(in: language), column: 3, row: row, style: own)
    canvas.write(name.shortened(to: 14), column: 14, row: row, style: own)
    let post = !isChair ? Role.assessor.name : under.isEmpty ? Role.chair.name : Phrase("代理事长", "For the chair")
    canvas.write(post(in: language), column: 30, row: row, style: own)
    canvas.write(day?.iso ?? "", column: 48, row: row, style: own)
  }

  private func word(in language: Language) -> String {
    if isLocked { return Phrase("已锁", "locked")(in: language) }
    return switch state {
    case .open: Phrase("未签", "open")(in: language)
    case .signed: Phrase("已签", "signed")(in: language)
    case .stale: Phrase("需重签", "sign again")(in: language)
    }
  }
}
