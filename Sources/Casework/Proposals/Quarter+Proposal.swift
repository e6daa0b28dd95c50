extension Proposal {
  /// By when something is to be done.
  public struct Term: Hashable, Sendable {
    public let last: Day
    /// Working days left; negative once it is late.
    public let left: Int
    /// Whether it was counted through a year whose days off are not published.
    public let isProvisional: Bool

    /// In the cell of a list: `剩 3`, `超期 19`.
    public var short: Phrase {
      switch left {
      case ..<0: Phrase("超期 \(-left)", "late \(-left)")
      case 0: Phrase("今天到期", "due today")
      default: Phrase("剩 \(left)", "\(left) left")
      }
    }

    public var words: Phrase {
      let rest =
        left < 0
        ? Phrase("已超 \(-left) 个工作日", "\((-left).counted("working day")) late")
        : Phrase("剩 \(left) 个工作日", "\(left.counted("working day")) left")
      let mark = isProvisional ? Phrase("（暂估）", " (provisional)") : Phrase("", "")
      return Phrase("最迟 \(last)，", "by \(last), ") + rest + mark
    }
  }
}

extension Quarter {
  /// The last day on which the register is to have been compared with the police list of the quarter (domain: 3.4).
  public func comparisonEnd(under policy: Policy, on calendar: WorkingCalendar) -> (day: Day, provisional: Bool) {
    calendar.adding(policy.reconDeadlineDays, to: lastDay)
  }

  /// That its comparison is still to be carried out.
  ///
  /// - Parameter sweep: the one that is under way, of which the next step is proposed; else a list is to be imported.
  public func proposal(
    going sweep: Sweep?, on today: Day, under policy: Policy, calendar: WorkingCalendar
  ) -> Proposal {
    let end = comparisonEnd(under: policy, on: calendar)
    let isProvisional = end.provisional || !calendar.covers(from: today, to: end.day)
    return Proposal(
      kind: .quarterDue, subject: .quarter(self, sweep: sweep?.id, number: sweep?.number ?? ""),
      name: text, due: lastDay.adding(days: 1), action: .sweep(sweep?.nextStep ?? .import),
      term: Proposal.Term(
        last: end.day, left: calendar.workingDays(from: today, to: end.day), isProvisional: isProvisional))
  }
}

extension Sweep {
  /// The step that brings it nearer to having been carried out; `nil` once it is, or was given up.
  public var nextStep: Move? { Self.forward.first { $0.from.contains(state) }?.move }

  /// The posts that may make a move.
  static func roles(of move: Move) -> [Role] {
    openings.filter { $0.move == move }.flatMap(\.roles) + transitions.filter { $0.move == move }.flatMap(\.roles)
  }
}
