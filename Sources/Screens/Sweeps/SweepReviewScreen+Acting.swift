import CaseStore
import Casework
import TerminalKit

extension SweepReviewScreen {
  /// Asked for a reason the keys answer it; else they ask for one and go from row to row.
  var bindings: [Binding<Message>] {
    if let asking {
      return asking.bindings(typed: Message.typed, decided: .confirm, cancelled: .cancel)
        + RowView.scrolling(Message.scroll)
    }
    let none = review == nil ? Phrase("没有要看的行", "There is no row to look at") : nil
    let why = none ?? deciding?.explanation
    let isVague = review?.row.target == nil && review?.row.peopleLeft.isEmpty ?? true
    let unmatched = isVague ? Phrase("没有唯一对应的证件，不能同意", "No single certificate to act on") : nil
    let toldApart =
      isApart && review?.row.target != nil
      ? Phrase("已定不是此人：按 Tab 换一人，或按 5 改回", "Told apart: Tab for another person, or 5 to take that back") : nil
    let unheld = held == nil ? Phrase("登记册中没有此人", "The register does not hold this person") : nil
    let unbulked =
      bulk == nil ? Phrase("须逐行看的不成批；← → 换到一类", "Looked at one by one: ← → for a class") : nil
    return [
      Binding(
        "1", SweepDecision.accept.name, .decide(.accept), letter: "y", decides: true,
        refusal: why ?? unmatched ?? toldApart ?? read.refusal),
      Binding("2", SweepDecision.reject.name, .decide(.reject), letter: "n", decides: true, refusal: why),
      Binding("3", SweepDecision.hold.name, .decide(.hold), letter: "w", decides: true, refusal: why),
      Binding(
        "4", Phrase("收回", "Undo"), .undo, letter: "u", decides: true,
        refusal: deciding?.explanation
          ?? (progress?.ownLast == nil ? Refusal.nothingToTakeBack.message : nil)),
      Binding(
        "5", ReasonChoice.name(ofOne: isApart), .notThisOne, letter: "x", isQuiet: aloneRefusal != nil, decides: true,
        refusal: why ?? aloneRefusal),
      Binding(.down, Phrase("下一行", "Next row"), .step(1), refusal: none),
      Binding(.up, Phrase("上一行", "Row before"), .step(-1), isQuiet: true, refusal: none),
      .number(.reveal, isRevealed: isRevealed, isQuiet: true, refusal: none),
      Binding(.enter, Phrase("打开持证人", "Open holder"), .holder, isQuiet: true, refusal: unheld),
      Binding(.tab, Phrase("换一人比对", "Next person"), .other, isQuiet: true, refusal: otherRefusal),
      Binding(.right, Phrase("换类", "Class"), .filter(1), isQuiet: true),
      Binding(.left, Phrase("前一类", "Class before"), .filter(-1), isQuiet: true),
      Binding(.function(5), Phrase("本类成批", "All of the class"), .bulk, refusal: why ?? unbulked),
    ] + RowView.scrolling(Message.scroll) + [.back(.back)]
  }

  /// Whether somebody has said that the row is not about the person shown.
  var isApart: Bool { held.map { review?.row.apart.contains($0.number) ?? false } ?? false }

  /// Why nothing can be said of the person shown alone.
  private var aloneRefusal: Phrase? {
    guard let row = review?.row, let held, row.people.contains(held.number) else {
      return Phrase("没有可比的人", "There is nobody to compare with")
    }
    if row.decision != nil { return Phrase("此行已经决定，先收回", "The row is decided: take that back first") }
    if isApart { return nil }
    return row.peopleLeft.count > 1 ? nil : Phrase("可能的只有此人，按 2 不同意", "Nobody else is possible: 2 rejects the row")
  }

  private var otherRefusal: Phrase? {
    (review?.held.count ?? 0) > 1 ? nil : Phrase("没有别人可比", "There is nobody else to compare with")
  }
}

extension SweepReading {
  private static let steps: [SweepReading] =
    [.doubtful, .near, .all] + SweepClass.allCases.map(SweepReading.only) + [.before]

  var name: Phrase {
    switch self {
    case .doubtful: Phrase("须逐行看的", "in doubt")
    case .near: Phrase("近似的", "near matches")
    case .before: Phrase("以前也有的", "asked before")
    case .only(let sweepClass): sweepClass.name
    case .all: Phrase("全部", "all")
    case .listed: Phrase("表中的行", "the rows listed")
    }
  }

  func stepped(by step: Int) -> SweepReading {
    let index = Self.steps.firstIndex(of: self) ?? 0
    return Self.steps[(index + step + Self.steps.count) % Self.steps.count]
  }
}

extension Sweep {
  /// Why this person cannot decide on rows now; `nil` where that is possible.
  func refusalToDecide(for session: Session, in store: CaseStore) throws -> Refusal? {
    try store.offers(on: self, for: session).first { $0.transition.move == .decide }.map(\.refusal) ?? .notDecidedNow
  }
}

extension Refusal {
  fileprivate static let notDecidedNow = Refusal(
    "not_from_here", Phrase("现在不能改决定", "Decisions cannot be changed now"),
    remedy: Phrase("核对中或退回后才可决定", "Possible while it is open or returned"))
}
