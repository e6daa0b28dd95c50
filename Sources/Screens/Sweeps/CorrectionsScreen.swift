import CaseStore
import Casework
import TerminalKit

/// Who was told of something that no longer holds, and must be told so.
struct CorrectionsScreen: Screen {
  enum Message { case moved(Key), holder, corrected, letters, back }

  let session: Session
  private let language: Language
  private(set) var due: [DueCorrection] = []
  private(set) var selection = Selection()
  private var today: Day?
  private var office = ""

  init(session: Session, language: Language) {
    self.session = session
    self.language = language
  }

  var title: Phrase { Phrase("须更正的 · \(due.count) 项", "To be corrected · \(due.count)") }

  var bindings: [Binding<Message>] {
    let none = due.isEmpty ? Phrase("没有须更正的", "Nothing is to be corrected") : nil
    return [
      Binding(.enter, Phrase("打开持证人", "Open holder"), .holder, refusal: none),
      Binding(.function(2), Phrase("登记已更正", "Note as corrected"), .corrected, refusal: none),
      Binding(.function(3), Phrase("写更正函", "Write the letters"), .letters, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    due = try store.dueCorrections(by: session)
    (today, office) = (store.today, try store.countyName())
    selection.fit(due.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .holder: return .open(.holder(due[selection.index].certificate))
    case .corrected:
      let told = due[selection.index]
      return .open(.noteCorrected(told.certificate, told.receiver))
    case .letters: return .open(.keepList(KeptList(correcting: due, on: today, from: office, in: language)))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let size = canvas.size
    let words =
      due.isEmpty
      ? Phrase("已送出的都还成立，没有须更正的", "Everything that was sent out still holds")
      : Phrase("下列单位、个人曾被告知，现在不成立，须逐一更正", "These were told of something that no longer holds")
    canvas.write(words(in: language), column: 1, row: 0, style: due.isEmpty ? .faint : .warning)
    canvas.cursor = Position(column: 1, row: 0)
    guard !due.isEmpty else { return }
    let bottom = size.rows - 3
    canvas.table(
      Table([
        TableColumn(Phrase("向谁", "Receiver")(in: language), columns: 18, priority: 8, grows: true),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 8, priority: 9),
        TableColumn(Phrase("所送", "What")(in: language), columns: 12, priority: 6),
        TableColumn(Phrase("日期", "Sent on")(in: language), columns: 10, priority: 7),
        TableColumn(Phrase("文件", "File")(in: language), columns: 16, priority: 3, grows: true),
      ]), selection: selection, in: Rect(column: 1, row: 1, columns: size.columns - 1, rows: bottom - 1),
      cell: { cell(due[$0], $1, in: language) })
    let caret = canvas.cursor
    canvas.writeWrapped(
      due[selection.index].request(in: language), column: 1, row: bottom, columns: size.columns - 2, rows: 3,
      style: .faint)
    canvas.cursor = caret
  }

  private func cell(_ item: DueCorrection, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: item.receiver.name(in: language)
    case 1: item.name
    case 2: item.what.name(in: language)
    case 3: item.sentOn.iso
    default: item.file
    }
  }
}
