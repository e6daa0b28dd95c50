import CaseStore
import Casework
import TerminalKit

/// The moves of a sweep, possible or not, with what stands against each.
struct SweepMovesScreen: Dialog {
  enum Message { case moved(Key), choose, pick(Int), rehearse, back }

  let id: Int64
  let session: Session
  private(set) var offers: [Offer<Sweep>] = []
  private(set) var sweep: Sweep?
  private(set) var selection = Selection()

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
  }

  var title: Phrase { Phrase("办理 · ", "Moves · ") + .verbatim(sweep?.number ?? "") }

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("办理", "Act"), .choose, refusal: hindrance(selection.index))]
      + offers.indices.compactMap { index in
        Digit.key(index).map {
          Binding(
            $0, offers[index].transition.move.name, Message.pick(index), isQuiet: true, refusal: hindrance(index))
        }
      } + [
        Binding(
          .function(4), Phrase("预演", "Rehearse"), .rehearse,
          refusal: sweep.map { [.applied, .undone, .abandoned].contains($0.state) } ?? true
            ? Phrase("没有可预演的", "There is nothing to rehearse") : nil)
      ] + Binding.list(Message.moved) + [.back(.back)]
  }

  /// The confirmer first sees what is confirmed; undoing takes a second person.
  private func start(_ move: Sweep.Move) -> Effect {
    switch move {
    case .approve: .begin(.prepareConfirming(id))
    case .undo: .open(.sweepUndo(id, row: nil))
    default: .open(.sweepMove(move, id))
    }
  }

  mutating func load(from store: CaseStore) throws {
    let read = try store.sweep(id)
    sweep = read
    offers = try store.offers(on: read, for: session).filter { ![.decide, .undoRow].contains($0.transition.move) }
    selection.fit(offers.count)
    if let next = offers.firstIndex(where: { $0.refusals.isEmpty && $0.transition.move != .sendBack }) {
      selection.move(to: next)
    }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return start(offers[selection.index].transition.move)
    case .pick(let index): return start(offers[index].transition.move)
    case .rehearse: return .begin(.rehearse(id))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let heading = sweep?.state.name ?? Phrase("", "")
    canvas.write(heading(in: language), column: 1, row: 0, style: .heading)
    if offers.isEmpty {
      canvas.write(Phrase("已办结", "Closed")(in: language), column: 3, row: 2, style: .faint)
      canvas.cursor = Position(column: 3, row: 2)
    }
    canvas.list(selection, from: 2, to: canvas.size.rows) { canvas, index, line, style in
      let refusal = hindrance(index)
      let own: Style = style == .plain && refusal != nil ? .faint : style
      canvas.write(Digit.label(index), column: 3, row: line, style: own == .plain ? .key : own)
      let next = max(
        canvas.write(offers[index].transition.move.name(in: language), column: 5, row: line, style: own), 14)
      if let refusal {
        canvas.write(
          ("× " + refusal(in: language)).shortened(to: canvas.size.columns - next - 3), column: next + 2, row: line,
          style: own)
      }
    }
  }

  /// The second person of an undoing signs in its form.
  private func hindrance(_ index: Int) -> Phrase? {
    guard offers.indices.contains(index) else { return Phrase("没有可办的动作", "Nothing to do") }
    return offers[index].refusals.first { $0.code != Sweep.Requirement.twoPersons.rawValue }?.explanation
  }
}
