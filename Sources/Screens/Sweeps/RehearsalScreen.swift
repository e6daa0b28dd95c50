import CaseStore
import Casework
import TerminalKit

/// What carrying a sweep out would do, row by row, before anything is done.
struct RehearsalScreen: Screen {
  enum Message { case moved(Key), sift, keep, look, back }

  let id: Int64
  let rehearsal: SweepRehearsal
  let language: Language
  private let all: [SweepRowLine]
  private(set) var sweep: Sweep?
  private(set) var lines: [SweepRowLine]
  private(set) var onlyRefused = false
  private(set) var selection: Selection

  init(id: Int64, rehearsal: SweepRehearsal, outcomes: [SweepRowOutcome], language: Language) {
    self.id = id
    self.rehearsal = rehearsal
    self.language = language
    all = outcomes.map(SweepRowLine.init)
    lines = all
    selection = Selection(count: all.count, index: all.firstIndex(where: \.isRefused) ?? 0)
  }

  var title: Phrase { Phrase("预演 · ", "Rehearsal · ") + .verbatim(sweep?.number ?? "") }

  var bindings: [Binding<Message>] {
    let none = lines.isEmpty ? Phrase("没有行", "There are no rows") : nil
    let refused = rehearsal.outcome.refused.isEmpty ? Phrase("没有被拒的行", "No row would be refused") : nil
    return [
      Binding(.function(3), Phrase("存成文件打印", "Keep to print"), .keep, refusal: none),
      Binding(
        .function(5), onlyRefused ? Phrase("全部", "All") : Phrase("只看被拒的", "Refused only"), .sift, refusal: refused),
      Binding(.enter, Phrase("看这一行", "See the row"), .look, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws { sweep = try store.sweep(id) }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .sift:
      onlyRefused.toggle()
      lines = onlyRefused ? all.filter(\.isRefused) : all
      selection = Selection(count: lines.count)
    case .keep:
      return sweep.map {
        .open(
          .keepList(
            KeptList(
              Phrase("核销预演", "Rehearsal of a sweep"), of: $0, totals: totals, lines: lines, named: "rehearsal",
              in: language)))
      } ?? .none
    case .look: return .open(.sweepReview(id, .all, lines[selection.index].row.row))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let facts = rehearsal.facts(of: sweep)
    let top = canvas.facts(
      facts, in: Rect(column: 0, row: 0, columns: canvas.size.columns, rows: 11), language: language)
    canvas.rowList(lines, selection, from: top, language: language)
  }

  private var totals: [Phrase] {
    [rehearsal.count.words, rehearsal.words] + [rehearsal.share.warning].compactMap { $0 }
      + (sweep?.textsOnPaper ?? [])
  }
}

extension SweepRehearsal {
  /// What would happen, in numbers; the rows of the file and those of the decisions both close.
  func facts(of sweep: Sweep?) -> [FactLine] {
    let refused = refusals.sorted { $0.key < $1.key }.map { code, count in
      SweepRow.words(ofRefusal: code) + .verbatim(" \(count)")
    }
    return [
      FactLine(Phrase("名单", "File"), count.words)
    ] + [share.warning].compactMap { $0 }.map { FactLine(Phrase("先看", "Read first"), $0, .danger) } + [
      FactLine(Phrase("将发生", "Would do"), words, outcome.cancelled > 0 ? .danger : .plain),
      FactLine(
        Phrase("未取", "Not taken"),
        Phrase(
          "不同意 \(rejected)、留待 \(held)、未决定 \(undecided)", "rejected \(rejected), held \(held), undecided \(undecided)")),
      FactLine(
        Phrase("被拒", "Refused"), refused.isEmpty ? Phrase("没有", "none") : .joined(refused),
        refused.isEmpty ? .plain : .warning),
    ]
  }
}
