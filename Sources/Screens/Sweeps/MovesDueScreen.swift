import CaseStore
import Casework
import TerminalKit

/// Moved households whose clocks run out this quarter: whom to write to, whose certificate to freeze or to end.
struct MovesDueScreen: Screen {
  enum Message { case moved(Key), holder, contact, cameBack, letters, turned(Int), back }

  let session: Session
  private(set) var quarter: Quarter?
  private(set) var due: [MoveDue] = []
  /// How many holders get a letter now.
  private(set) var letters = 0
  private(set) var today: Day?
  private(set) var selection = Selection()

  /// Whoever may note that a letter was posted.
  static let writers = Certificate.transitions.first { $0.move == .contact }?.roles ?? []

  init(session: Session) { self.session = session }

  var title: Phrase { Phrase("迁出到期 · ", "Moves due · ") + (quarter?.name ?? Phrase("", "")) }

  var bindings: [Binding<Message>] {
    let none = due.isEmpty ? Phrase("没有到期的", "Nothing is due") : nil
    let role = session.staff.holds(Self.writers) ? nil : Refusal.notYourRole(Self.writers).explanation
    let unsent = letters == 0 ? Phrase("没有该寄而未寄的信", "No letter is due that was not sent") : nil
    return [
      Binding(.enter, Phrase("打开持证人", "Open holder"), .holder, refusal: none),
      Binding(.function(2), Phrase("记联系结果", "Record the letter"), .contact, refusal: none),
      Binding(.function(3), Phrase("写通知书", "Write the letters"), .letters, refusal: role ?? unsent),
      Binding(.function(4), Phrase("已迁回，停计时", "Came back: end clock"), .cameBack, refusal: none),
      Binding(.right, Phrase("换季度", "Next quarter"), .turned(1)),
      Binding(.left, Phrase("前一季", "Quarter before"), .turned(-1), isQuiet: true),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let shown = quarter ?? Quarter(of: store.today)
    (quarter, today) = (shown, store.today)
    due = try store.movesDue(in: shown, by: session)
    letters = try store.lettersDue(by: session).byHolder.count
    selection.fit(due.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .holder: return .open(.holder(due[selection.index].certificate.number))
    case .contact:
      return .open(
        .certificateMove(
          .contact, due[selection.index].certificate.number, ["about": ContactTopic.move.rawValue]))
    case .cameBack:
      return .open(
        .certificateMove(.contact, due[selection.index].certificate.number, Certificate.endingOfClock))
    case .letters: return .open(.moveLetters)
    case .turned(let step):
      quarter = quarter?.adding(step)
      selection = Selection()
      return .reload
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let late = due.filter { item in today.map { item.on <= $0 } ?? false }.byHolder.count
    let words = Phrase(
      "本季末前到期 \(due.byHolder.count) 人，其中已到期 \(late) 人；现在该寄信 \(letters) 人",
      "People due by the end of the quarter: \(due.byHolder.count), already: \(late); letters to send now: \(letters)")
    canvas.write(words(in: language), column: 1, row: 0, style: late > 0 ? .warning : .heading)
    canvas.cursor = Position(column: 1, row: 0)
    guard !due.isEmpty else { return }
    canvas.table(
      Table([
        TableColumn(Phrase("到期日", "Due")(in: language), columns: 10, priority: 8),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 8, priority: 9),
        TableColumn(Phrase("应办", "What")(in: language), columns: 22, priority: 7),
        TableColumn(Phrase("电话", "Phone")(in: language), columns: 11, priority: 5),
        TableColumn(Phrase("迁出日期", "Moved on")(in: language), columns: 10, priority: 3),
        TableColumn(Phrase("信", "Letter")(in: language), columns: 16, priority: 6, grows: true),
      ]), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
      style: { index in today.map { due[index].on <= $0 } ?? false ? .warning : .plain },
      cell: { cell(due[$0], $1, in: language) })
  }

  private func cell(_ item: MoveDue, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: item.on.iso
    case 1: item.certificate.name
    case 2: (today.map { item.on <= $0 } ?? false ? "! " : "") + item.what.name(in: language)
    case 3: Masking.phone(item.certificate[.phone])
    case 4: item.movedOn
    default:
      item.letter.map { "√ \($0.day) " + $0.result.name(in: language) }
        ?? (today.map { item.letterFrom <= $0 } ?? false
        ? Phrase("! 该寄", "! to send") : Phrase("\(item.letterFrom) 起寄", "from \(item.letterFrom)"))(in: language)
    }
  }
}
