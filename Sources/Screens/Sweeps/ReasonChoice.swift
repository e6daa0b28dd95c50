import CaseStore
import Casework
import TerminalKit

/// Asks why a row is decided so: usual reasons by the arrow keys, anything else by typing; Enter alone decides.
struct ReasonChoice: Equatable, Sendable {
  /// The row as it was seen when this was asked, or as a colleague has decided it since.
  private(set) var row: SweepRow
  let decision: SweepDecision
  /// The certificate of whom alone it is said that the row is not about it, or of whom that is taken back.
  let apart: String?
  /// The certificate that accepting acts on, where several people are possible and one of them is meant.
  let target: String?
  /// Whom it acts on; `nil` where that is chosen next.
  private let whom: Phrase?
  /// Whether it may not be decided without a reason.
  private(set) var isRequired: Bool
  /// Whether something shows life after the death: what was found out is written, and not only chosen.
  let needsFinding: Bool
  /// What stands decided already and would be changed.
  private(set) var standing: Phrase?
  /// Who has decided the row meanwhile, as long as Enter has not said so.
  private(set) var overtaken: Refusal?
  private(set) var field = TextField(limit: 400)
  /// The usual reason that was taken; what is typed stands behind it.
  private(set) var picked: Int?
  private let reasons: [Phrase]
  private var isTyping = true

  /// - Parameters:
  ///   - held: whoever stands on the right.
  ///   - before: what was given last for the same decision; it stands behind the usual ones, and ↑ leads to it.
  init(
    _ decision: SweepDecision, on review: RowInReview, showing held: Certificate?, apart: String? = nil,
    before: String = ""
  ) {
    let meant = decision == .accept ? review.meant(showing: held) : nil
    target = review.row.peopleLeft.count > 1 ? meant : nil
    whom = meant.map { number in review.held.first { $0.number == number }?.whom ?? Certificate.whom(numbered: number) }
    row = review.row
    self.decision = decision
    self.apart = apart
    isRequired =
      decision != .open && (row.isAcceptedSingly || !review.evidence.isEmpty || row.decision != nil)
    standing = review.standing
    needsFinding = decision == .accept && row.isAgainstLife(review.evidence)
    let usual = decision.usualReasons(for: row)
    reasons = usual + (before.isEmpty || usual.contains { $0.chinese == before } ? [] : [.verbatim(before)])
  }

  /// The reason as it will be kept; "" where none is given.
  var text: String {
    [picked.map { reasons[$0].chinese } ?? "", field.text.trimmed].filter { !$0.isEmpty }.joined(separator: "：")
  }

  /// Takes in that somebody else has decided the row meanwhile: what was typed stays, for its characters would be keys
  /// elsewhere, and Enter says so once before it decides.
  mutating func take(_ overtaken: Refusal, on review: RowInReview) {
    (row, self.overtaken) = (review.row, overtaken)
    standing = .verbatim("! ") + overtaken.message + Phrase("；再定即改掉", "; this changes it")
    isRequired = isRequired || review.row.decision != nil && decision != .open
  }

  /// What Enter says instead of deciding; it decides the next time.
  mutating func takeOvertaken() -> Refusal? {
    defer { overtaken = nil }
    return overtaken
  }

  /// Whether a key takes or writes a reason.
  func takes(_ key: Key) -> Bool {
    switch key {
    case .character, .backspace, .delete, .left, .right, .up, .down, .home, .end, .control("u"), .control("w"): true
    default: false
    }
  }

  mutating func press(_ key: Key) {
    switch key {
    case .down: pick(picked.map { $0 + 1 } ?? 0)
    case .up: pick(picked.map { $0 - 1 } ?? reasons.count - 1)
    case .right where !isTyping: pick(picked.map { $0 + 1 } ?? 0)
    case .left where !isTyping: pick(picked.map { $0 - 1 } ?? -1)
    default:
      isTyping = true
      field.press(key)
    }
  }

  mutating func paste(_ text: String) {
    isTyping = true
    field.insert(text)
  }

  private mutating func pick(_ index: Int) {
    picked = index < 0 ? nil : min(index, reasons.count - 1)
    isTyping = picked == nil
  }

  /// - Parameter unread: why nothing is decided before more has been read.
  func bindings<Message>(
    typed: (Key) -> Message, decided: Message, cancelled: Message, unread: Phrase? = nil
  ) -> [Binding<Message>] {
    let missing =
      needsFinding && (field.text.trimmed.isEmpty || !row.isFinding(text))
      ? Phrase("报亡之后此人有活动：请写明怎样查明的", "Life was seen after this death: write how it was found out")
      : isRequired && text.isEmpty ? Phrase("请用 ↓ 选一项，或写明理由", "Take a reason with ↓, or write one") : nil
    return [
      Binding(.down, Phrase("选理由", "Take a reason"), typed(.down)),
      Binding(.up, Phrase("前一项", "The one before"), typed(.up), isQuiet: true),
      Binding(
        .enter, apart == nil ? decision.name : Self.name(ofOne: decision == .open), decided,
        refusal: unread ?? missing),
      Binding(.escape, Phrase("不决定", "Do not decide"), cancelled),
    ]
  }
}

extension ReasonChoice {
  /// How many lines it takes.
  func rows(columns: Int, in language: Language) -> Int {
    lines(columns: columns, in: language).count + (standing == nil ? 2 : 3)
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let heading = canvas.write(consequence(in: language), column: 1, row: 0, style: .heading) + 2
    let hint =
      needsFinding
      ? Phrase("写明怎样查明的，⏎ 决定", "write how it was found out, ⏎")
      : isRequired
        ? Phrase("↓ 选理由或直接写，⏎ 决定", "↓ or type why, ⏎")
        : Phrase("⏎ 决定，理由可不写", "⏎, no reason needed")
    canvas.write(
      hint(in: language).shortened(to: max(0, canvas.size.columns - heading - 1)), column: heading, row: 0, style: .key)
    var row = 1
    if let standing {
      canvas.write(standing(in: language).shortened(to: canvas.size.columns - 2), column: 1, row: row, style: .warning)
      row += 1
    }
    var caret: Position?
    for line in lines(columns: canvas.size.columns, in: language) {
      for (column, index) in line {
        let isPicked = index == picked
        canvas.write(
          (isPicked ? "> " : "  ") + reasons[index](in: language), column: column, row: row,
          style: isPicked ? .selected : .plain)
        if isPicked { caret = Position(column: column, row: row) }
      }
      row += 1
    }
    let label = (picked == nil ? Phrase("写明：", "write: ") : Phrase("补充：", "and: "))(in: language)
    canvas.write(label, column: 3, row: row)
    let start = 3 + label.columns
    canvas.field(field, column: start, row: row, columns: canvas.size.columns - start - 2, isFocused: true)
    if !isTyping, let caret { canvas.cursor = caret }
  }

  /// What the decision brings about once the sweep is carried out.
  private var consequence: Phrase {
    if apart != nil {
      let rest = row.peopleLeft.count - 1
      return Self.name(ofOne: decision == .open)
        + (decision == .open
          ? Phrase("：可能的有 \(rest + 2) 人", ": \(rest + 2) are possible")
          : Phrase("：其余 \(rest) 人仍可能", ": \(rest) stay possible"))
    }
    let act = row.carriedOutAs.proposal
    let will = act == .review ? Phrase("记待办", "a to-do is noted") : act.name
    switch decision {
    case .accept:
      guard let whom else {
        let people = row.peopleLeft.count
        return decision.name + Phrase("：接着选定是哪一位（可能的 \(people) 人）", ": then which of \(people) it is")
      }
      return decision.name + Phrase("：执行时\(will.chinese) ", ": will “\(will.english)” ") + whom
    case .reject, .hold, .open: return decision.name + Phrase("：不动证件", ": the certificate stays as it is")
    }
  }

  /// What is said of one person alone; of whom it was said, that it is taken back.
  static func name(ofOne isApart: Bool) -> Phrase {
    isApart ? Phrase("仍可能是此人", "Possible again") : Phrase("不是此人", "Not this one")
  }

  /// Where each reason stands: beside one another as far as there is room.
  private func lines(columns: Int, in language: Language) -> [[(column: Int, index: Int)]] {
    var lines: [[(column: Int, index: Int)]] = []
    var end = columns
    for (index, reason) in reasons.enumerated() {
      let width = reason(in: language).columns + 3
      if end + width >= columns {
        lines.append([])
        end = 1
      }
      lines[lines.count - 1].append((end, index))
      end += width
    }
    return lines
  }
}

extension Certificate {
  /// Who it is, in a question about ending it.
  var whom: Phrase { .verbatim("\(name) ") + Self.whom(numbered: number) }

  static func whom(numbered number: String) -> Phrase { .verbatim(Masking.certificate(number)) }
}

extension SweepRow {
  /// The certificate that it is about where nobody else is possible.
  var onlyTarget: String? { peopleLeft.count > 1 ? nil : target }
}

extension RowInReview {
  /// Whom accepting means with this one on the right: whoever is shown; `nil` where an exact rule found nobody, and
  /// that is chosen from a list.
  func meant(showing held: Certificate?) -> String? { row.target == nil ? nil : held?.number ?? row.target }

  /// Where whomever the row is about stands among those shown.
  var start: Int { held.firstIndex { $0.number == row.target } ?? 0 }

  /// What stands decided, by whom and why; `nil` where nothing does.
  var standing: Phrase? {
    guard let decision = row.decision, let last = steps.last(where: { $0.decision != nil }) else { return nil }
    let reason = last.reason.isEmpty ? Phrase("", "") : Phrase("：", ", ") + .reason(last.reason)
    return Phrase(
      "! \(last.name)已决定「\(decision.name.chinese)」\(reason.chinese)；再定即改掉",
      "! \(last.name) has decided “\(decision.name.english)”\(reason.english): this changes it")
  }
}
