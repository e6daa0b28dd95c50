import CaseStore
import Casework
import TerminalKit

/// The notice of one village: who, until when, and what was objected, which the printed list does not say.
struct NoticeScreen: Screen {
  enum Message { case moved(Key), choose, post, end, keep, back }

  let village: Village
  let session: Session
  private(set) var lines: [NoticeLine] = []
  private(set) var minors = 0
  private(set) var selection = Selection()

  init(village: Village, session: Session) {
    self.village = village
    self.session = session
  }

  var title: Phrase {
    Phrase("公示名单 · ", "Notice · ") + village.label
      + (minors > 0 ? Phrase(" · 未成年 \(minors) 名不列", " · \(minors.counted("minor")) left out") : Phrase("", ""))
  }

  var bindings: [Binding<Message>] {
    let none = lines.isEmpty ? Phrase("没有可公示的人", "There is nobody to post") : nil
    return [
      Binding(
        .function(2), Phrase("全部张贴", "Post all"), .post,
        refusal: hindrance(.ready, Phrase("没有待公示的", "Nothing waits to be posted"))),
      Binding(
        .function(6), Phrase("期满登记", "End those over"), .end,
        refusal: hindrance(.over, Phrase("还没有期满的", "None is over yet"))),
      Binding(.function(3), Phrase("存成文件", "Into a file"), .keep, refusal: none),
      Binding(.enter, Phrase("打开业务", "Open"), .choose, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let notice = try store.notices(visibleTo: session).first { $0.village == village }
    lines = notice?.lines ?? []
    minors = notice?.minors ?? 0
    selection.fit(lines.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return .open(.application(lines[selection.index].application.id))
    case .post: return .open(.many(.postNotice, seen(.ready)))
    case .end: return .open(.many(.noticeEnd, seen(.over)))
    case .keep: return .open(.keepNotices([village]))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !lines.isEmpty else {
      canvas.write(Phrase("没有可公示的人", "There is nobody to post")(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    canvas.table(
      Table([
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 9),
        TableColumn(Phrase("评定", "Finding")(in: language), columns: 10, priority: 5),
        TableColumn(Phrase("状态", "State")(in: language), columns: 8, priority: 8),
        TableColumn(Phrase("公示至", "Until")(in: language), columns: 12, priority: 7),
        TableColumn(Phrase("异议", "Objection")(in: language), columns: 20, priority: 6, grows: true),
      ]), selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { [.over, .objected].contains(lines[$0].standing) ? .warning : .plain },
      cell: { cell(lines[$0], $1, in: language) })
  }

  private func cell(_ line: NoticeLine, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return line.name
    case 1: return (line.category?.name(in: language) ?? "") + " " + (line.grade?.name(in: language) ?? "")
    case 2: return line.standing.name(in: language)
    case 3: return line.until.iso + (line.isProvisional ? "?" : "")
    default:
      let objector = line.application.value("objector", of: .object)
      return objector.isEmpty ? "" : "\(objector)：\(line.application.value("content", of: .object))"
    }
  }

  private func seen(_ standing: NoticeLine.Standing) -> [SeenCase] {
    lines.filter { $0.standing == standing }.map { SeenCase($0.application) }
  }

  private func hindrance(_ standing: NoticeLine.Standing, _ none: Phrase) -> Phrase? {
    if !session.staff.holds([.clerk]) { return Refusal.notYourRole([.clerk]).explanation }
    return seen(standing).isEmpty ? none : nil
  }
}

/// Asks where the printed lists are kept.
struct KeepNoticesForm: FormDialog {
  let villages: [Village]
  var form = Form([
    FormField("path", Phrase("写入文件", "Write to"), .text(TextField(limit: 200)), isRequired: true),
    .button(Phrase("写入", "Write")),
  ])

  init(villages: [Village]) { self.villages = villages }

  let title = Phrase("公示名单存成文件", "Notices into a file")

  var lines: [FactLine] {
    [
      FactLine(
        Phrase("内容", "Contents"),
        Phrase(
          "\(villages.count) 村，每村一页：姓名、村、类别、等级、公示日期；不含号码、电话，未成年人不列",
          "\(villages.count.counted("village")), a page each: name, village, category, grade, days; no numbers, no minors"
        ))
    ]
  }

  mutating func load(from store: CaseStore) throws {
    if form.text("path").isEmpty { form["path"]?.value = "公示-\(store.today).txt" }
  }

  var done: Effect { .keepNotices(villages, path: form.text("path").trimmed) }
}
