/// A clock of a household move that runs out in a period, and the letter before it (features: 47).
public struct MoveDue: Hashable, Sendable {
  public enum What: String, CaseIterable, Sendable {
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

  /// The day of the notice that the sweep itself sent, where that has told of this date as well.
  public private(set) var notice: Day?

  /// The call or letter about this very date.
  public var letter: (result: ContactResult, day: Day)? {
    certificate.moveLetter(what, on: on) ?? notice.map { (.posted, $0) }
  }

  /// The same where the sweep wrote to the holder on a day: that has told of the date if it was near enough, and nobody
  /// is written to again at once.
  public func told(on day: Day?, today: Day) -> MoveDue {
    var told = self
    told.notice = day.flatMap { $0 >= letterFrom || $0.adding(days: Certificate.letterDays) > today ? $0 : nil }
    return told
  }

  /// How the event of a letter names the clock that it tells of.
  public var key: String { "\(what.rawValue) \(on)" }

  /// The day of the household move, and the row of the sweep that told of it.
  public var movedOn: String { certificate.entries.text("todo.watch_move.event_date") }
  public var ground: String { certificate.entries.text("todo.watch_move.ground") }

  /// The sweep and row that the ground names.
  public var source: Dispatch.Subject? { certificate.watchedBy }
}

extension Certificate {
  /// The sweep and row that told of its holder's move.
  public var watchedBy: Dispatch.Subject? {
    let parts = entries.text("todo.watch_move.ground").split(separator: ":").map(String.init)
    guard parts.count == 3, parts[0] == "sweep", let row = Int(parts[2]) else { return nil }
    return .sweep(parts[1], rows: [row...row])
  }

  /// Whether a letter has reminded its holder of a clock of the move since a day.
  func isReminded(since day: Day) -> Bool {
    MoveDue.What.allCases.contains { what in
      Day(iso: entries.text("letter.\(what.rawValue).on")).map { $0 >= day } ?? false
    }
  }

  /// The letter that told of a clock, whenever that was; else the last call, if it was in the quarter before the clock's
  /// end, so that one about the freeze is none about the cancellation.
  func moveLetter(_ what: MoveDue.What, on day: Day) -> (result: ContactResult, day: Day)? {
    let letter = entries.under("letter.\(what.rawValue).")
    if letter.text("due") == day.iso, let sent = Day(iso: letter.text("on")) { return (.posted, sent) }
    // A letter about one clock says nothing of the other.
    guard entries["contact.move.clocks"] == nil else { return nil }
    return contact(about: .move).flatMap { $0.day > day.adding(months: -3) && $0.result.settles ? $0 : nil }
  }

  /// The clocks of its holder's move that have run out by a day and that nobody has acted on; once the year is over the
  /// half year asks for nothing more.
  public func movesDue(by day: Day, on today: Day) -> [MoveDue] {
    let watch = runningWatch
    func clock(_ what: MoveDue.What, _ code: String) -> MoveDue? {
      watch[code].flatMap { Day(iso: $0) }.flatMap { $0 <= day ? MoveDue(certificate: self, what: what, on: $0) : nil }
    }
    let cancel = clock(.cancel, "cancel_on")
    switch state {
    case .valid, .expired:
      if let end = watch["cancel_on"].flatMap({ Day(iso: $0) }), end < today { return [cancel].compactMap { $0 } }
      return [clock(.freeze, "freeze_on"), cancel].compactMap { $0 }
    case .lost, .frozen: return [cancel].compactMap { $0 }
    case .movedOut, .replaced, .cancelled, .spoiled: return []
    }
  }
}

extension [MoveDue] {
  /// The clocks of each holder together: a person gets one letter about all of them.
  public var byHolder: [[MoveDue]] {
    var places: [String: Int] = [:]
    var holders: [[MoveDue]] = []
    for due in self {
      if let place = places[due.certificate.number] {
        holders[place].append(due)
      } else {
        places[due.certificate.number] = holders.count
        holders.append([due])
      }
    }
    return holders
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
