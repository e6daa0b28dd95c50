import CaseStore
import Casework
import TerminalKit

/// What carrying a sweep out did, row by row, and what was taken back since.
struct SweepOutcomeScreen: Screen {
  enum Message { case moved(Key), sift, holder, keep, papers, undoRow, undo, back }

  let id: Int64
  let session: Session
  let language: Language
  private(set) var sweep: Sweep?
  private(set) var all: [SweepRowLine] = []
  private(set) var onlyRefused = false
  private(set) var selection = Selection()
  private(set) var offers: [Offer<Sweep>] = []

  init(id: Int64, session: Session, language: Language) {
    self.id = id
    self.session = session
    self.language = language
  }

  var title: Phrase {
    .joined(
      [Phrase("执行结果", "Outcome"), .verbatim(sweep?.number ?? ""), sweep?.state.name ?? Phrase("", "")],
      by: .verbatim(" · "))
  }

  var bindings: [Binding<Message>] {
    let none = lines.isEmpty ? Phrase("没有行", "There are no rows") : nil
    let refused = all.contains(where: \.isRefused) ? nil : Phrase("没有被拒的行", "No row was refused")
    return [
      Binding(.enter, Phrase("打开持证人", "Open holder"), .holder, refusal: none ?? noHolder),
      Binding(
        .function(5), onlyRefused ? Phrase("全部", "All") : Phrase("只看被拒的", "Refused only"), .sift, refusal: refused),
      Binding(.function(3), Phrase("存成文件打印", "Keep to print"), .keep, refusal: none),
      Binding(.function(4), Phrase("名单、信、通报", "Papers"), .papers),
      Binding(.function(6), Phrase("撤销此行", "Undo the row"), .undoRow, refusal: none ?? hindrance(.undoRow) ?? notDone),
      Binding(.function(7), Phrase("撤销整批", "Undo all"), .undo, refusal: hindrance(.undo)),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let read = try store.sweep(id)
    let isFirst = sweep == nil
    sweep = read
    offers = try store.offers(on: read, for: session)
    let rows = try store.rows(of: read, by: session).filter { $0.outcome != nil }
    let names = try store.heldNames(of: rows, by: session)
    all = rows.map { row in
      SweepRowLine(
        row, name: names[row.row],
        .joined(
          [row.outcomeWords ?? Phrase("", ""), row.outcome == SweepRow.done ? nil : row.carriedOutAs.proposal.name]
            .compactMap { $0 }, by: Phrase("：", ": ")),
        isRefused: row.isRefused)
    }
    selection.fit(lines.count)
    if isFirst, let first = lines.firstIndex(where: \.isRefused) { selection.move(to: first) }
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .sift:
      onlyRefused.toggle()
      selection = Selection(count: lines.count)
    case .holder: return chosen?.row.target.map { .open(.holder($0)) } ?? .none
    case .keep:
      return sweep.map { sweep in
        .open(
          .keepList(
            KeptList(
              Phrase("核销执行结果", "Outcome of a sweep"), of: sweep, totals: [sweep.count.words, words], lines: lines,
              named: "outcome", in: language)))
      } ?? .none
    case .papers: return .open(.sweepPapers(id))
    case .undoRow: return chosen.map { .open(.sweepUndo(id, row: $0.row.row)) } ?? .none
    case .undo: return .open(.sweepUndo(id, row: nil))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let lines = self.lines
    let refused = all.count(where: \.isRefused)
    let facts =
      [
        FactLine(Phrase("名单", "File"), sweep?.count.words ?? Phrase("", "")),
        FactLine(Phrase("结果", "Outcome"), words, refused > 0 ? .warning : .good),
      ] + openCases
    let top = canvas.facts(
      facts, in: Rect(column: 0, row: 0, columns: canvas.size.columns, rows: 5), language: language)
    canvas.rowList(lines, selection, from: top, language: language)
  }

  private var lines: [SweepRowLine] { onlyRefused ? all.filter(\.isRefused) : all }
  private var chosen: SweepRowLine? { lines.indices.contains(selection.index) ? lines[selection.index] : nil }

  /// The rows by what came of them; the sum is the rows that were accepted.
  private var words: Phrase {
    guard let sweep else { return Phrase("", "") }
    let of = { (code: String) in sweep.value(code, of: .apply) }
    let undone = all.count { $0.row.outcome == SweepRow.undone }
    let refused = all.count(where: \.isRefused)
    let already = all.count { $0.row.outcome == SweepRow.already }
    let elsewhere = already > 0 ? Phrase(" + 另一份名单已办 \(already)", " + \(already) done by another list") : Phrase("", "")
    let back = undone > 0 ? Phrase("；已撤销 \(undone)", "; \(undone) undone") : Phrase("", "")
    return Phrase(
      "同意的 \(all.count) 行 = 注销 \(of("cancelled")) + 迁出计时 \(of("watched")) + 变更 \(of("changed")) + 被拒 \(refused)",
      "\(all.count) accepted = \(of("cancelled")) cancelled + \(of("watched")) watched + \(of("changed")) changed + \(refused) refused"
    ) + elsewhere + back
  }

  /// Cases that are open although their holder has died.
  private var openCases: [FactLine] {
    let open = sweep?.openCases ?? []
    guard !open.isEmpty else { return [] }
    let rows = open.map { "\($0.row)" }
    let count = open.reduce(0) { $0 + $1.cases.count }
    return [
      FactLine(
        Phrase("在办业务", "Open cases"),
        Phrase(
          "第 \(rows.joined(separator: "、")) 行的人本人或代办的仍有 \(count) 件在办，见「今日提示」",
          "still open: \(count.counted("case")) of the people of rows \(rows.joined(separator: ", ")); see Today"),
        .warning)
    ]
  }

  private var noHolder: Phrase? {
    chosen?.row.target == nil ? Phrase("没有唯一对应的证件", "It points to no single certificate") : nil
  }

  private var notDone: Phrase? {
    chosen?.row.outcome == SweepRow.done ? nil : Phrase("此行没有执行过", "This row was not carried out")
  }

  private func hindrance(_ move: Sweep.Move) -> Phrase? {
    guard let offer = offers.first(where: { $0.transition.move == move }) else {
      return Phrase("现在不能撤销", "Not possible now")
    }
    // The second person signs in the form.
    let refusals = offer.refusals.filter { $0.code != Sweep.Requirement.twoPersons.rawValue }
    return refusals.first?.explanation
  }
}
