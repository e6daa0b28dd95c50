import CaseStore
import Casework
import TerminalKit

/// A number that somebody wants to see whole, and the work for which.
struct Reveal: Hashable, Sendable {
  let number: String
  /// The own work that it is for; `nil` where a reason is asked for.
  let work: RevealReason?
  /// What it was shown with, for the log: a case; "" where there is none.
  var subject = ""

  init(_ number: String, for work: RevealReason? = nil) {
    self.number = number
    self.work = work
  }

  /// The number of a case: whoever works on it needs no other reason.
  init(of application: Application, by staff: StaffMember) {
    number = application[.identity]
    subject = "case:\(application.number)"
    work = application.isWork(of: staff) ? .work(subject) : nil
  }
}

/// Asks once in a session why a number is shown that belongs to no work of one's own (domain: 9).
struct RevealReasonScreen: Screen {
  enum Message { case moved(Key), choose, pick(Int), back }

  let reveal: Reveal
  private let reasons = RevealReason.choices
  private(set) var selection = Selection(count: RevealReason.choices.count)

  init(_ reveal: Reveal) { self.reveal = reveal }

  let title = Phrase("为什么看全号", "Why the whole number")

  var bindings: [Binding<Message>] {
    [Binding(.enter, Phrase("以此理由显示", "Show for this reason"), .choose)]
      + reasons.indices.compactMap { index in
        Digit.key(index).map { Binding($0, reasons[index].name, Message.pick(index), isQuiet: true) }
      } + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) {}

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return .revealFor(reasons[selection.index], reveal)
    case .pick(let index): return .revealFor(reasons[index], reveal)
    // The screen below covers the number again.
    case .back: return .all([.back, .key(.function(3))])
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let rule = Phrase(
      "查看完整号码须有理由，理由记入日志；本次登录内只问一次", "A whole number takes a reason, which is logged; asked once in a session")
    canvas.write(rule(in: language).shortened(to: canvas.size.columns - 2), column: 1, row: 0, style: .heading)
    canvas.list(selection, from: 2, to: 2 + reasons.count) { canvas, index, line, style in
      canvas.write(Digit.label(index), column: 3, row: line, style: style == .plain ? .key : style)
      canvas.write(reasons[index].name(in: language), column: 5, row: line, style: style)
    }
  }
}
