import CaseStore
import Casework
import TerminalKit

/// What the second person sees before confirming: the totals, every doubtful row, a random few of the sure ones.
struct ConfirmingScreen: Dialog {
  enum Message { case moved(Key), turned(Int), keep, look, confirm, sendBack, back }

  /// The lists, one after the other.
  enum Page: CaseIterable { case doubtful, sample }

  let id: Int64
  let confirming: SweepConfirming
  let session: Session
  let language: Language
  private(set) var sweep: Sweep?
  private(set) var page = Page.doubtful
  private(set) var selection: Selection
  private(set) var offers: [Offer<Sweep>] = []

  init(id: Int64, confirming: SweepConfirming, session: Session, language: Language) {
    self.id = id
    self.confirming = confirming
    self.session = session
    self.language = language
    selection = Selection(count: confirming.draw.doubtful.count)
  }

  var title: Phrase { Phrase("确认前看 · ", "Before confirming · ") + .verbatim(sweep?.number ?? "") }

  var bindings: [Binding<Message>] {
    let none = lines.isEmpty ? Phrase("没有行", "There are no rows") : nil
    return [
      Binding(.function(2), Phrase("确认", "Confirm"), .confirm, refusal: hindrance(.approve)),
      Binding(.function(5), Phrase("退回", "Return"), .sendBack, refusal: hindrance(.sendBack)),
      Binding(.right, Phrase("换一张表", "Next list"), .turned(1)),
      Binding(.left, Phrase("前一张表", "List before"), .turned(-1), isQuiet: true),
      Binding(.enter, Phrase("看这一行", "See the row"), .look, refusal: none),
      Binding(.function(3), Phrase("存成文件打印", "Keep to print"), .keep, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let read = try store.sweep(id)
    sweep = read
    offers = try store.offers(on: read, for: session)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .turned(let step):
      let all = Page.allCases
      page = all[((all.firstIndex(of: page) ?? 0) + step + all.count) % all.count]
      selection = Selection(count: lines.count)
    case .keep:
      return sweep.map { sweep in
        .open(
          .keepList(
            KeptList(
              Phrase("核销确认", "Confirming a sweep"), of: sweep,
              totals: [sweep.count.words, confirming.rehearsal.words, name(of: page)]
                + [confirming.rehearsal.share.warning].compactMap { $0 }, lines: lines, named: "confirm",
              in: language)))
      } ?? .none
    case .look: return .open(.sweepReview(id, .listed(lines.map(\.row.row)), lines[selection.index].row.row))
    case .confirm: return .open(.sweepMove(.approve, id, seen: confirming.rehearsal))
    case .sendBack: return .open(.sweepMove(.sendBack, id))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let columns = canvas.size.columns
    let totals = canvas.facts(
      confirming.rehearsal.facts(of: sweep), in: Rect(column: 0, row: 0, columns: columns, rows: 9), language: language)
    // The paper that is kept has all of them.
    let texts = Rect(column: 0, row: totals, columns: columns, rows: 5)
    let top = totals + canvas.factsThatFit(sweep?.textFacts ?? [], in: texts, language: language)
    var column = 1
    for page in Page.allCases {
      let name = name(of: page)(in: language)
      column = canvas.write(
        page == self.page ? "[\(name)]" : " \(name) ", column: column, row: top,
        style: page == self.page ? .heading : .faint)
    }
    canvas.rowList(lines, selection, from: top + 1, language: language)
  }

  private var lines: [SweepRowLine] {
    (page == .doubtful ? confirming.draw.doubtful : confirming.draw.sample).map(SweepRowLine.init(decided:))
  }

  private func name(of page: Page) -> Phrase {
    switch page {
    case .doubtful:
      Phrase("逐行决定的 \(confirming.draw.doubtful.count)", "decided singly: \(confirming.draw.doubtful.count)")
    case .sample:
      Phrase(
        "没有疑点的 \(confirming.draw.sure) 中随机抽 \(confirming.draw.sample.count)（种子 \(seed)）",
        "\(confirming.draw.sample.count) at random of \(confirming.draw.sure) sure ones (seed \(seed))")
    }
  }

  private var seed: String { String(confirming.draw.seed, radix: 16) }

  private func hindrance(_ move: Sweep.Move) -> Phrase? {
    guard let offer = offers.first(where: { $0.transition.move == move }) else {
      return Phrase("现在不能办", "Not possible now")
    }
    return offer.refusal?.explanation
  }
}
