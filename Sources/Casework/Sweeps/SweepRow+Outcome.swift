/// What carrying a row out brings about.
public enum SweepEffect: Hashable, Sendable {
  case cancelled
  /// Another list has brought it about before.
  case already(sweep: String)
  /// The two clocks of a move run; in the place of others where there were any.
  case watched(freezeOn: Day?, cancelOn: Day?, replaced: MoveClock?)
  /// A to-do stands on the certificate; where a case was prepared for it, its number.
  case noted(case: String?)
  /// The holder came back: a to-do stands on the certificate, and the clock of the move runs no more.
  case clockEnded

  public var isAlready: Bool {
    if case .already = self { return true }
    return false
  }

  public var name: Phrase {
    switch self {
    case .cancelled: Phrase("注销", "Cancelled")
    case .already(let sweep): Phrase("\(Sweep.short(sweep)) 已办", "Done by \(Sweep.short(sweep))")
    case .watched(_, _, let replaced?):
      Phrase(
        "迁出计时，取代自 \(replaced.movedOn?.iso ?? "") 的计时（\(replaced.place)，\(replaced.nextWords.chinese)）",
        "Watched, instead of the clock of \(replaced.movedOn?.iso ?? "") (\(replaced.place), \(replaced.nextWords.english))"
      )
    case .watched: Phrase("迁出计时", "Watched")
    case .clockEnded: Phrase("迁出计时止，记待办", "Clock ended, to-do noted")
    case .noted(nil): Phrase("记待办", "To-do noted")
    case .noted: Phrase("备好信息变更业务", "Correction prepared")
    }
  }
}

/// One accepted row and what became of it, or would.
public struct SweepRowOutcome: Sendable {
  public let row: SweepRow
  public let result: Result<SweepEffect, Refusal>

  public init(row: SweepRow, result: Result<SweepEffect, Refusal>) {
    self.row = row
    self.result = result
  }

  public var words: Phrase {
    switch result {
    case .success(let effect): effect.name
    case .failure(let refusal): refusal.explanation
    }
  }
}

extension SweepRow {
  public static let done = "done"
  public static let undone = "undone"
  /// Accepted, and brought about by another list before.
  public static let already = "already"

  /// Whether it was accepted and could not be carried out.
  public var isRefused: Bool { outcome.map { ![Self.done, Self.undone, Self.already].contains($0) } ?? false }

  /// What came of the row, in words that follow from the code kept with it.
  public var outcomeWords: Phrase? {
    guard let outcome else { return nil }
    switch outcome {
    case Self.done: return doneWords
    case Self.undone: return Phrase("已撤销", "Undone")
    case Self.already: return Phrase("另一份名单已办", "Done by another list")
    default: return Phrase("被拒：", "Refused: ") + Self.words(ofRefusal: outcome)
    }
  }

  /// What was done: only a death ends a certificate, and a change is a case of its own, so far noted.
  private var doneWords: Phrase {
    switch carriedOutAs {
    case .death: Phrase("已注销", "Cancelled")
    case .moveOut: Phrase("已计时，证件仍有效", "Clocks run, still valid")
    case .moveWithin: Phrase("已记待办：改地址", "To-do noted: new address")
    case .identityChanged, .nameChanged, .other: Phrase("已记待办：", "To-do noted: ") + kind.proposal.name
    }
  }

  /// Why a row could not be carried out, in words, from the code of the refusal.
  public static func words(ofRefusal code: String) -> Phrase {
    switch code {
    case "not_from_here": Phrase("证件状态已变", "the certificate is in another state")
    case "no_target": Phrase("没有唯一对应的证件", "no single certificate")
    case "not_own_case": Phrase("办理人须回避", "a relative of whoever applies it")
    case "not_your_role": Phrase("办理人无此岗位", "not the post of whoever applies it")
    default: SweepBlock(rawValue: code)?.name ?? Certificate.Requirement(rawValue: code)?.name ?? .verbatim(code)
    }
  }
}
