import CaseStore
import Casework
import TerminalKit

/// The cases in review, to be approved many at once: marked by Space, sifted as one types.
struct ApprovalsScreen: Scrolling {
  enum Message: TextMessage {
    case typed(Key), pasted(String), moved(Key), mark, markShown, approve, look, turned(Key), checked, back
  }

  let session: Session
  private(set) var all: [Application] = []
  private(set) var found: [Application] = []
  private(set) var marked: Set<Int64> = []
  /// What speaks against approving a case among many; nothing of those without a doubt.
  private(set) var doubts: [Int64: [Phrase]] = [:]
  /// What each case decides.
  private(set) var matters: [Int64: [DecidedFact]] = [:]
  /// What follows where a certificate ends or rests with it.
  private(set) var endings: [Int64: Phrase] = [:]
  private var isDecider = false
  private var isTyping = false
  private(set) var filter = TextField(limit: 40)
  private(set) var selection = Selection()
  /// What is to be checked in the row in hand, shown whole before it is marked.
  private(set) var checking: FactPager?
  var window = Window() {
    didSet { checking?.window = window }
  }

  init(session: Session) { self.session = session }

  var title: Phrase {
    let hidden = marked.subtracting(found.map(\.id)).count
    return Phrase("成批审批 · 选中 \(marked.count) / \(all.count)", "Approve many · \(marked.count) of \(all.count) marked")
      + (hidden == 0 ? Phrase("", "") : Phrase("，其中 \(hidden) 件未列出", ", \(hidden) not listed"))
  }

  var bindings: [Binding<Message>] {
    if checking != nil { return checkingBindings }
    let post = isDecider ? nil : Refusal.notYourRole(CaseQueue.review.roles).explanation
    return [
      Binding(" ", Phrase("选中", "Mark"), .mark, refusal: none),
      Binding(
        .function(2), Phrase("审批选中", "Approve marked"), .approve,
        refusal: post ?? (marked.isEmpty ? Phrase("还没有选中业务", "Nothing is marked") : nil)),
      Binding(.enter, Phrase("先看", "Look first"), .look, refusal: none),
      Binding(.function(5), Phrase("全选无疑点的", "Mark all without doubt"), .markShown, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    isDecider = CaseQueue.review.isWorked(by: try store.member(session))
    all = try store.cases(CaseFilter(state: .review), visibleTo: session)
    marked.formIntersection(all.map(\.id))
    let looked = try store.toDecide(all)
    doubts = looked.mapValues { $0.warnings.map(\.sentence) }.filter { !$0.value.isEmpty }
    matters = looked.mapValues(\.matter)
    endings = looked.compactMapValues(\.ending)
    let inHand = checking.map { _ in found[selection.index].id }
    sift()
    if inHand != nil, !found.indices.contains(selection.index) || found[selection.index].id != inHand { checking = nil }
  }

  func message(typing key: Key) -> Message? {
    key.halfWidthTwin == " " || checking != nil || !key.isForTextLine ? nil : .typed(key)
  }

  mutating func update(_ message: Message) -> Effect {
    if case .typed = message { isTyping = true } else { isTyping = false }
    switch message {
    case .typed(let key):
      filter.press(key)
      sift()
    case .pasted(let text):
      guard checking == nil else { return .none }
      filter.insert(text.trimmed)
      sift()
    case .moved(let key): selection.press(key)
    case .mark:
      let id = found[selection.index].id
      guard doubts[id] == nil && endings[id] == nil || marked.contains(id) else {
        checking = FactPager(reserved: 2)
        checking?.window = window
        return .none
      }
      mark(id)
    case .turned(let key):
      let lines = toCheck
      _ = checking?.press(key, on: lines)
    case .checked:
      checking = nil
      mark(found[selection.index].id)
    case .markShown: return markShown()
    case .approve: return .open(.many(.approve, all.filter { marked.contains($0.id) }.map(SeenCase.init)))
    case .look: return .open(.review(found[selection.index].id))
    case .back where checking != nil: checking = nil
    case .back:
      if filter.isEmpty { return .back }
      filter.clear()
      sift()
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    if let checking { return draw(checking, on: &canvas, in: language) }
    let label = Phrase("筛选：", "Filter: ")(in: language)
    canvas.write(label, column: 1, row: 0)
    canvas.field(filter, column: 1 + label.columns, row: 0, columns: 24, isFocused: true)
    let caret = canvas.cursor
    if let none {
      canvas.write(none(in: language), column: 3, row: 2, style: .faint)
      return
    }
    canvas.table(
      Table([
        TableColumn(Phrase("选", "✓")(in: language), columns: 4, priority: 6),
        TableColumn(Phrase("业务号", "Case")(in: language), columns: 18, priority: 4),
        TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 5),
        TableColumn(Phrase("事项", "Service")(in: language), columns: 8, priority: 3),
        TableColumn(Phrase("结论或事由", "Finding, ground")(in: language), columns: 12, priority: 2, grows: true),
        TableColumn(Phrase("最迟", "Due")(in: language), columns: 10, priority: 1),
      ]), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 5),
      style: { doubts[found[$0].id] == nil ? .plain : .warning }, cell: { cell(found[$0], $1, in: language) })
    // An input method shows what is being typed where the cursor stands.
    if isTyping { canvas.cursor = caret }
    guard found.indices.contains(selection.index) else { return }
    let chosen = found[selection.index]
    canvas.writeWrapped(
      matter(of: chosen, in: language) + follows(from: chosen)(in: language), column: 1, row: canvas.size.rows - 4,
      columns: canvas.size.columns - 2, rows: 2)
    guard let doubts = doubts[chosen.id] else { return }
    let sentence = Phrase("请核：", "Check: ") + .joined(doubts, by: Phrase("；", "; "))
    canvas.writeWrapped(
      sentence(in: language), column: 1, row: canvas.size.rows - 2, rows: 2, style: .warning)
  }

  /// Why nothing is listed, or `nil`.
  private var none: Phrase? {
    guard found.isEmpty else { return nil }
    return all.isEmpty ? Phrase("没有待审批的业务", "Nothing is in review") : .noneFits
  }

  private mutating func mark(_ id: Int64) {
    marked.formSymmetricDifference([id])
    selection.moveDown()
  }

  /// Marks what is shown and without doubt; whatever has one is marked by hand, after a look.
  private mutating func markShown() -> Effect {
    // What ends or stops a certificate is looked at by itself.
    let sure = Set(found.map(\.id)).subtracting(endings.keys).subtracting(doubts.keys)
    if !sure.isEmpty, marked.isSuperset(of: sure) {
      marked.subtract(found.map(\.id))
      return .none
    }
    marked.formUnion(sure)
    let left = found.count - sure.count
    guard left > 0 else { return .none }
    return .say(
      .told(
        Phrase(
          "所列的留下 \(left) 件有「请核」的、注销冻结的：先看，再按空格选中",
          "Of these, \(left) left, to check, to cancel or to freeze: look, then Space")))
  }

  private func cell(_ application: Application, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return (marked.contains(application.id) ? "[x]" : "[ ]") + (doubts[application.id] == nil ? "" : "!")
    case 1: return application.number
    case 2: return application.applicant
    case 3: return application.service.shortName(in: language)
    case 4:
      let found = application.finding.map { [$0.category.name, $0.grade?.name].compactMap { $0?(in: language) } }
      return found?.joined(separator: " ") ?? matter(of: application, in: language)
    default: return application.deadline.map { $0.day.iso + ($0.isProvisional ? "?" : "") } ?? ""
    }
  }

  /// What is decided: the finding, what is corrected, or why a certificate ends, rests, moves or comes back, and since when.
  private func matter(of application: Application, in language: Language) -> String {
    let words = (matters[application.id] ?? []).map { $0.brief(in: language) }
    return words.isEmpty ? "—" : words.joined(separator: " ")
  }

  private func follows(from application: Application) -> Phrase {
    endings[application.id].map { Phrase("；", "; ") + CaseFacts.ifApproved + Phrase("：", ": ") + $0 } ?? Phrase("", "")
  }

  private mutating func sift() {
    let typed = filter.text.trimmed
    found =
      typed.isEmpty
      ? all
      : all.filter {
        $0.number.contains(typed) || $0.applicant.contains(typed) || Pinyin.matches(typed, name: $0.applicant)
          || $0.service.name.chinese.contains(typed)
      }
    selection.fit(found.count)
  }
}
