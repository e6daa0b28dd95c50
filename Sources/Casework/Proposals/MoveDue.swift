/// A clock of a household move that runs out in a period, and the letter before it (features: 47).
public struct MoveDue: Hashable, Sendable {
  public enum What: String, Sendable {
    case freeze, cancel

    public var name: Phrase {
      switch self {
      case .freeze: Phrase("满半年，提冻结", "Half a year: freeze")
      case .cancel: Phrase("满一年，提注销", "A year: cancel")
      }
    }
  }

  public let certificate: Certificate
  public let what: What
  public let on: Day

  /// From this day on the holder is written to.
  public var letterFrom: Day { on.adding(days: -Certificate.letterDays) }

  /// The call or letter about this very date.
  public var letter: (result: ContactResult, day: Day)? {
    certificate.contact(about: .move).flatMap { $0.day >= letterFrom && $0.result.settles ? $0 : nil }
  }

  /// The day of the household move, and the row of the sweep that told of it.
  public var movedOn: String { certificate.entries.text("todo.watch_move.event_date") }
  public var ground: String { certificate.entries.text("todo.watch_move.ground") }
}

extension Certificate {
  /// The clocks of its holder's move that have run out by a day and that nobody has acted on.
  public func movesDue(by day: Day) -> [MoveDue] {
    let watch = entries.under("todo.watch_move.")
    func clock(_ what: MoveDue.What, _ code: String) -> MoveDue? {
      watch[code].flatMap { Day(iso: $0) }.flatMap { $0 <= day ? MoveDue(certificate: self, what: what, on: $0) : nil }
    }
    let cancel = clock(.cancel, "cancel_on")
    switch state {
    case .valid, .expired: return [clock(.freeze, "freeze_on"), cancel].compactMap { $0 }
    case .lost, .frozen: return [cancel].compactMap { $0 }
    case .movedOut, .replaced, .cancelled, .spoiled: return []
    }
  }
}

extension Quarter {
  /// Its last day.
  public var lastDay: Day { Day(ordinal: firstDay.adding(months: 3).ordinal - 1) }

  public var firstDay: Day {
    guard let day = Day(year: year, month: number * 3 - 2, day: 1) else {
      preconditionFailure("a quarter has a first day")
    }
    return day
  }
}
