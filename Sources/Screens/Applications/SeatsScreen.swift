import CaseStore
import Casework
import TerminalKit

/// The seats of a panel: who has signed, who has not, and whose signature no longer fits the case.
struct SeatsScreen: Scrolling {
  enum Message { case moved(Key), turned(Int), sign, close, hospital, discuss, back }

  let id: Int64
  let session: Session
  private(set) var seats: [Seat] = []
  private(set) var facts: CaseFacts?
  private(set) var closing: Offer<Application>?
  private(set) var selection = Selection()
  /// How many rows of the opinions are above the window.
  private(set) var top = 0
  var window = Window()

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase { Phrase("评定席位 · ", "Panel seats · ") + .verbatim(facts?.application.number ?? "") }

  var bindings: [Binding<Message>] {
    [
      Binding(.enter, Phrase("此席签字", "Sign this seat"), .sign, refusal: signHindrance),
      Binding(
        .function(5), Application.Move.panelDone.name, .close, refusal: closing.map(\.refusal?.explanation) ?? gone),
      Binding(.function(6), Application.Move.panelToHospital.name, .hospital, refusal: closing == nil ? gone : nil),
      Binding(
        .function(7), Application.Move.panelDiscuss.name, .discuss,
        refusal: closing == nil
          ? gone : differs ? nil : Phrase("意见一致或未签完，不需合议", "Nothing differs, or not all have signed")),
    ] + Binding.turning(.turned(1), .turned(-1), skipped: min(top, lastTop), of: lastTop)
      + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let application = try store.application(id)
    facts = try CaseFacts(application, in: store)
    seats = Seat.seats(of: application, staff: try store.staff(), locked: try store.lockedSeats(of: application))
    closing = try store.offers(on: application, for: session).first { $0.transition.move == .panelDone }
    selection.fit(seats.count)
    if isFirstLoad || chosen?.state == .signed { selection.move(to: nextSeat ?? selection.index) }
    isFirstLoad = false
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key):
      selection.press(key)
      top = 0
    case .turned(let pages):
      top = max(0, min(min(top, lastTop) + pages * max(1, roomBelow(of: window.size).rows - 1), lastTop))
    case .sign: return chosen.map { .open(.signed(.panelSign, id, by: $0.staff)) } ?? .none
    case .close: return .open(.move(.panelDone, id))
    case .hospital: return chosen.map { .open(.signed(.panelToHospital, id, by: $0.staff)) } ?? .none
    case .discuss: return chosen.map { .open(.signed(.panelDiscuss, id, by: $0.staff)) } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let facts else { return }
    canvas.write(facts.application.applicant, column: 1, row: 0, style: .heading)
    canvas.writeWrapped(
      standing(in: language), column: 1, row: 1, columns: canvas.size.columns - 2, rows: 2, style: tone)
    canvas.list(selection, from: 4, to: 4 + seats.count) { canvas, index, line, style in
      seats[index].draw(on: &canvas, row: line, style: style, in: language)
    }
    let caret = canvas.cursor
    let rest = roomBelow(of: canvas.size)
    let above = min(top, lastTop)
    let used =
      differs
      ? Disagreement(seats: seats).draw(on: &canvas, in: rest, skipping: above, language: language)
      : canvas.facts(below(in: facts), in: rest, skipping: above, language: language)
    canvas.pageMarks(
      row: rest.row - 1, skipping: above, of: used, showing: rest.rows, columns: rest.columns, language: language)
    canvas.cursor = caret
  }

  /// Where the opinions stand: the rows below the seats.
  private func roomBelow(of size: Size) -> Rect {
    Rect(column: 0, row: 5 + seats.count, columns: size.columns, rows: max(1, size.rows - 5 - seats.count))
  }

  /// How far the opinions can be turned.
  private var lastTop: Int {
    guard let facts else { return 0 }
    let room = roomBelow(of: window.size)
    if differs {
      return max(0, Disagreement(seats: seats).rows(columns: room.columns, in: window.language) - room.rows)
    }
    return below(in: facts).scrollable(columns: room.columns, rows: room.rows, in: window.language)
  }

  private var isFirstLoad = true
  private var chosen: Seat? { seats.indices.contains(selection.index) ? seats[selection.index] : nil }
  private let gone = Phrase("此业务不在联合评定中", "The case is not with a panel")

  private var signHindrance: Phrase? {
    if closing == nil { return gone }
    if chosen?.isLocked == true { return Refusal.seatLocked.explanation }
    return chosen?.state == .signed ? Phrase("此席已签字，内容未变", "This seat has signed and nothing changed") : nil
  }

  /// The seat of whoever sits at the desk, else the first that waits for its signature.
  private var nextSeat: Int? {
    seats.firstIndex { $0.state != .signed && $0.staff == session.staff.id } ?? seats.firstIndex { $0.state != .signed }
  }

  private var lacksChair: Bool { !seats.contains(where: \.isChair) }

  private var tone: Style { lacksChair || differs ? .warning : .plain }

  private var differs: Bool {
    facts?.application.findingsDiffer == true
  }

  private func standing(in language: Language) -> String {
    let signed = seats.count { $0.state == .signed }
    if lacksChair {
      return Phrase("缺理事长席位：不能汇总结论，请转医院评定", "The chair's seat is missing: this panel cannot conclude")(in: language)
    }
    if differs {
      return Phrase(
        "意见不一致，不能汇总结论。评定人按 F7 合议后重签，或按 F6 转医院评定",
        "The findings differ: no conclusion. Discuss and sign anew with F7, or F6 to an institution")(
          in: language)
    }
    if signed == seats.count {
      return Phrase("全部签字，意见一致，可汇总（F5）", "All signed and agreed: close with F5")(in: language)
    }
    return Phrase(
      "已签 \(signed) / \(seats.count)，各人意见在全部签字前不公开",
      "\(signed) of \(seats.count) signed; opinions stay sealed until all have")(
        in: language)
  }

  /// Opinions once they are open, else what changed since the chosen seat signed.
  private func below(in facts: CaseFacts) -> [FactLine] {
    if facts.application.opinionsAreOpen {
      return [.heading(Phrase("各席意见", "Opinions"))]
        + seats.map { FactLine(.verbatim($0.name), $0.summary) }
    }
    guard let chosen, !chosen.changes.isEmpty else { return [] }
    return [.heading(Phrase("签字后改动", "Changed since the signature"))]
      + chosen.changes.map { FactLine($0.name, $0.words, .warning) }
  }
}
