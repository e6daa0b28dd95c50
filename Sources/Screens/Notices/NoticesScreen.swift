import CaseStore
import Casework
import TerminalKit

/// The public notices of every village: how many are to be posted, hang, are over.
struct NoticesScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), moved(Key), choose, keep, back }

  let session: Session
  private(set) var all: [VillageNotice] = []
  private(set) var found: [VillageNotice] = []
  private(set) var filter = TextField(limit: 40)
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  var title: Phrase {
    let people = all.reduce(0) { $0 + $1.lines.count }
    return Phrase("公示名单 · \(all.count) 村 \(people) 人", "Notices · \(people) in \(all.count.counted("village"))")
  }

  var bindings: [Binding<Message>] {
    let none =
      all.isEmpty
      ? Phrase("没有待公示和公示中的业务", "Nothing is posted or waits to be") : found.isEmpty ? Phrase.noneFits : nil
    return [
      Binding(.enter, Phrase("看一村", "Look"), .choose, refusal: none),
      Binding(.function(3), Phrase("名单存成文件", "Lists into a file"), .keep, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    all = try store.notices(visibleTo: session)
    sift()
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key):
      filter.press(key)
      sift()
    case .pasted(let text):
      filter.insert(text.trimmed)
      sift()
    case .moved(let key): selection.press(key)
    case .choose: return .open(.notice(found[selection.index].village))
    case .keep: return .open(.keepNotices(found.map(\.village)))
    case .back:
      if filter.isEmpty { return .back }
      filter.clear()
      sift()
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("村：", "Village: ")(in: language)
    canvas.write(label, column: 1, row: 0)
    canvas.field(filter, column: 1 + label.columns, row: 0, columns: 24, isFocused: found.isEmpty)
    canvas.table(
      Table(
        [TableColumn(Phrase("村、社区", "Village")(in: language), columns: 20, priority: 9, grows: true)]
          + NoticeLine.Standing.allCases.map {
            TableColumn($0.name(in: language), columns: 8, priority: 5, alignsRight: true)
          } + [
            TableColumn(
              Phrase("未成年不列", "Minors out")(in: language), columns: 10, priority: 1, alignsRight: true)
          ]), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
      style: { found[$0].lines(.over).isEmpty && found[$0].lines(.objected).isEmpty ? .plain : .warning },
      cell: { cell(found[$0], $1, in: language) })
  }

  private func cell(_ notice: VillageNotice, _ column: Int, in language: Language) -> String {
    let standings = NoticeLine.Standing.allCases
    switch column {
    case 0: return notice.village.label(in: language)
    case 1...standings.count: return String(notice.lines(standings[column - 1]).count)
    default: return String(notice.minors)
    }
  }

  private mutating func sift() {
    found = all.filter { $0.village.answers(to: filter.text.trimmed) }
    selection.fit(found.count)
  }
}

extension NoticeLine.Standing {
  var name: Phrase {
    switch self {
    case .ready: Phrase("待公示", "To post")
    case .posted: Phrase("公示中", "Posted")
    case .over: Phrase("已期满", "Over")
    case .objected: Phrase("有异议", "Objected")
    }
  }
}
