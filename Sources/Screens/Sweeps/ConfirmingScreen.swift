import CaseStore
import Casework
import TerminalKit

/// What the second person sees before confirming: the totals, what stands beside the rows, every doubtful row, a random
/// few of the sure ones.
struct ConfirmingScreen: Dialog, Scrolling {
  enum Message { case moved(Key), turned(Int), keep, look, confirm, sendBack, back }

  /// The lists, one after the other; the texts beside the rows come first.
  enum Page: CaseIterable { case texts, doubtful, sample }

  let id: Int64
  let confirming: SweepConfirming
  let session: Session
  let language: Language
  /// What is read before the totals; found once, for it goes through all that speaks against each row.
  private let grave: [FactLine]
  private(set) var sweep: Sweep?
  private(set) var page = Page.doubtful
  private(set) var selection: Selection
  private(set) var offers: [Offer<Sweep>] = []
  private var texts = FactPager(reserved: 0)
  /// Whether the texts were on the screen to their end when they were left.
  private var hadSeenTexts = false
  /// How many lines of each list have been on the screen, none passed over.
  private var seen: [Page: Int] = [:]
  var window = Window() {
    didSet {
      fitTexts()
      noteSeen()
    }
  }

  init(id: Int64, confirming: SweepConfirming, session: Session, language: Language) {
    self.id = id
    self.confirming = confirming
    self.session = session
    self.language = language
    grave = [.acceptedBefore(confirming.draw.acceptedBefore), confirming.draw.againstLifeWords].compactMap { $0 }.map {
      FactLine(Phrase("先看", "Read first"), $0, .danger)
    }
    selection = Selection(count: confirming.draw.doubtful.count)
  }

  var title: Phrase { Phrase("确认前看 · ", "Before confirming · ") + .verbatim(sweep?.number ?? "") }

  var bindings: [Binding<Message>] {
    let none = rows(on: page).isEmpty ? Phrase("没有行", "There are no rows") : nil
    return [
      Binding(.function(2), Phrase("确认", "Confirm"), .confirm, refusal: hindrance(.approve) ?? unseenWords),
      Binding(.function(5), Phrase("退回", "Return"), .sendBack, refusal: hindrance(.sendBack)),
      Binding(.right, Phrase("换一张表", "Next list"), .turned(1)),
      Binding(.left, Phrase("前一张表", "List before"), .turned(-1), isQuiet: true),
      Binding(.enter, Phrase("看这一行", "See the row"), .look, refusal: none),
      Binding(.function(3), Phrase("存成文件打印", "Keep to print"), .keep, refusal: none),
    ] + (page == .texts ? texts.turning(textFacts, .moved(.pageDown), .moved(.pageUp)) : Binding.list(Message.moved))
      + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    let read = try store.sweep(id)
    let isFirst = sweep == nil
    sweep = read
    offers = try store.offers(on: read, for: session)
    if isFirst, let first = pages.first { page = first }
    fitTexts()
    noteSeen()
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key):
      if page == .texts {
        _ = texts.press(key, on: textFacts)
      } else {
        selection.press(key, page: SweepRowLine.shown(in: listRows))
        noteSeen()
      }
    case .turned(let step):
      hadSeenTexts = areTextsSeen
      page = pages[((pages.firstIndex(of: page) ?? 0) + step + pages.count) % pages.count]
      selection = Selection(count: rows(on: page).count)
      noteSeen()
    case .keep:
      return sweep.map { sweep in
        .open(
          .keepList(
            KeptList(
              Phrase("核销确认", "Confirming a sweep"), of: sweep,
              totals: [confirming.rehearsal.count.words, confirming.rehearsal.words, name(of: page)]
                + [confirming.rehearsal.share.warning].compactMap { $0 } + sweep.textsOnPaper, lines: lines,
              named: "confirm", in: language)))
      } ?? .none
    case .look: return .open(.sweepReview(id, .listed(rows(on: page).map(\.row)), rows(on: page)[selection.index].row))
    case .confirm: return .open(.sweepMove(.approve, id, seen: confirming.rehearsal))
    case .sendBack: return .open(.sweepMove(.sendBack, id))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let columns = canvas.size.columns
    let room = Rect(column: 0, row: 0, columns: columns, rows: Self.mostTotals)
    let top = min(room.rows, canvas.facts(totals, in: room, language: language))
    var column = 1
    for page in pages {
      let name = name(of: page)(in: language)
      column = canvas.write(
        page == self.page ? "[\(name)]" : " \(name) ", column: column, row: top,
        style: page == self.page ? .heading : .faint)
    }
    guard page == .texts else { return canvas.rowList(lines, selection, from: top + 1, language: language) }
    let (rows, skipped) = (texts.room, texts.skipped(of: textFacts))
    let used = canvas.facts(
      textFacts, in: Rect(column: 0, row: top + 1, columns: columns, rows: rows), skipping: skipped, language: language)
    canvas.pageMarks(row: top, skipping: skipped, of: used, showing: rows, columns: columns, language: language)
    canvas.cursor = Position(column: 1, row: top + 1)
  }

  /// How many rows the totals take at most.
  private static let mostTotals = 9

  private var totals: [FactLine] { grave + confirming.rehearsal.facts(of: sweep) }
  private var textFacts: [FactLine] { sweep?.textFacts ?? [] }
  private var pages: [Page] { Page.allCases.filter { $0 != .texts || !textFacts.isEmpty } }

  /// Whether the last of what stands beside the rows was on the screen.
  private var areTextsSeen: Bool {
    textFacts.isEmpty || hadSeenTexts || page == .texts && texts.hasShown(textFacts.count, of: textFacts)
  }

  /// Why nothing is confirmed yet: somebody has to have looked at all that a confirmer is shown.
  private var unseenWords: Phrase? {
    if !areTextsSeen { return Phrase("先看完「行外」各条（←、PgDn）", "See all that stands beside the rows first (←, PgDn)") }
    let unseen = pages.first { $0 != .texts && seen[$0] ?? 0 < rows(on: $0).count }
    switch unseen {
    case .doubtful: return Phrase("先把逐行决定的看到底（→ 换表，PgDn）", "See all that was decided singly first (→, PgDn)")
    case .sample: return Phrase("先把随机抽的看到底（→ 换表，PgDn）", "See all that was drawn first (→, PgDn)")
    case .texts, nil: return nil
    }
  }

  /// Takes note of the lines of the list that are on the screen.
  private mutating func noteSeen() {
    guard page != .texts, window.rows > 0 else { return }
    let shown = selection.visible(in: SweepRowLine.shown(in: listRows))
    if shown.lowerBound <= seen[page] ?? 0 { seen[page] = max(seen[page] ?? 0, shown.upperBound) }
  }

  /// What the totals and the names of the pages leave for a list.
  private var listRows: Int { window.rows - totalRows - 1 }

  private var totalRows: Int {
    min(Self.mostTotals, totals.lastRows(columns: window.columns, in: window.language).last ?? 0)
  }

  /// The texts have what the totals and the names of the pages leave.
  private mutating func fitTexts() {
    texts.window = Window(columns: window.columns, rows: window.rows - totalRows - 1, language: window.language)
  }

  private var lines: [SweepRowLine] { rows(on: page).map(SweepRowLine.init(decided:)) }

  private func rows(on page: Page) -> [SweepRow] {
    switch page {
    case .texts: []
    case .doubtful: confirming.draw.doubtful
    case .sample: confirming.draw.sample
    }
  }

  private func name(of page: Page) -> Phrase {
    switch page {
    case .texts: Phrase("行外的话 \(sweep?.listTexts.count ?? 0)", "beside the rows: \(sweep?.listTexts.count ?? 0)")
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
