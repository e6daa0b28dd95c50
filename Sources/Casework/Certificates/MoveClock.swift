/// The half year and the year that run for somebody whose household moved (Measures articles 23, 24).
public struct MoveClock: Hashable, Sendable {
  /// The row of the list that told of the move: `sweep:431281-2026Q3-1:7`.
  public let ground: String
  /// The day of the move, as far as the list told it.
  public let movedOn: Day?
  public let freezeOn: Day?
  public let cancelOn: Day?
  /// Since when it runs no more because somebody has found out how it ended, and what was found.
  public let endedOn: Day?
  public let ending: String
  /// The day of the last letter that told of it.
  public let letter: Day?

  /// `431281-2026Q3-1:7`, as signs and events name the row.
  public var place: String { String(ground.dropFirst(ground.hasPrefix("sweep:") ? 6 : 0)) }

  /// The number of the sweep that started it.
  public var sweep: String { place.split(separator: ":").first.map(String.init) ?? "" }

  /// What becomes of it next, and whether the holder was written to: `应于 2027-01-05 冻结，信已于 2026-12-05 寄出`.
  public var nextWords: Phrase {
    let next =
      freezeOn.map { Phrase("应于 \($0) 冻结", "freeze on \($0)") }
      ?? cancelOn.map { Phrase("应于 \($0) 注销", "cancel on \($0)") }
    let told = letter.map { Phrase("信已于 \($0) 寄出", "letter sent on \($0)") }
    return .joined([next, told].compactMap { $0 }, by: Phrase("，", ", "))
  }
}

extension Certificate {
  /// The clock of its holder's move, running or ended; `nil` where no list told of one.
  public var moveClock: MoveClock? {
    let watch = entries.under("todo.watch_move.")
    guard let ground = watch["ground"], !ground.isEmpty else { return nil }
    let isEnded = watch.text("settled_for") == ground
    func day(_ code: String) -> Day? { Day(iso: watch.text(code)) }
    let letters = MoveDue.What.allCases.map { entries.under("letter.\($0.rawValue).") }
      .filter { letter in ["freeze_on", "cancel_on"].contains { watch[$0] == letter.text("due") } }
    return MoveClock(
      ground: ground, movedOn: day("event_date"), freezeOn: day("freeze_on"), cancelOn: day("cancel_on"),
      endedOn: isEnded ? day("settled_on") : nil, ending: isEnded ? watch.text("settled") : "",
      letter: letters.compactMap { Day(iso: $0.text("on")) }.max())
  }

  /// The same while it runs.
  public var runningMoveClock: MoveClock? { moveClock.flatMap { $0.endedOn == nil ? $0 : nil } }

  /// What a contact is given that ends the clock because the holder came back, or never moved; the remark says how that
  /// was found.
  public static let endingOfClock: Entries = [
    "about": ContactTopic.move.rawValue, "result": ContactResult.settled.rawValue,
  ]

  /// What a list told of the move, while its clock runs; else nothing.
  var runningWatch: Entries { moveClock?.endedOn == nil ? entries.under("todo.watch_move.") : [:] }

  /// What is kept where somebody has found out that the clock is to run no more.
  static func endOfClock(on day: Day, because words: String, of ground: String) -> Entries {
    ["settled_on": day.iso, "settled": words, "settled_for": ground]
  }

  /// What speaks against taking a row about its holder as it is, because of the clock of a move.
  ///
  /// - Parameter sweep: the list of the row: a clock that it has started itself is told by its other rows.
  public func signs(ofClockAgainst row: SweepRow, of sweep: String) -> [LifeSign] {
    guard let clock = moveClock, clock.sweep != sweep else { return [] }
    let day = row.day ?? row.eventDate.day
    func sign(_ block: SweepBlock, _ detail: String) -> LifeSign {
      LifeSign(block, on: clock.movedOn?.iso ?? "", source: clock.place, detail: detail)
    }
    if row.carriedOutAs == .moveOut {
      // A move after the clock was ended is a new one.
      if let ended = clock.endedOn { return day.map { $0 <= ended } ?? true ? [sign(.clockEnded, clock.ending)] : [] }
      return day != nil && day == clock.movedOn ? [] : [sign(.clockRuns, clock.written)]
    }
    return row.endsClock(clock) ? [sign(.cameBack, clock.written)] : []
  }
}

extension MoveClock {
  /// As a sign keeps it; the words are made of it when they are shown.
  fileprivate var written: String { [freezeOn, cancelOn, letter].map { $0?.iso ?? "-" }.joined(separator: " ") }

  /// - Parameter written: as a sign keeps it.
  static func nextWords(of written: String) -> Phrase {
    let days = written.split(separator: " ").map { Day(iso: String($0)) }
    guard days.count == 3 else { return Phrase("", "") }
    return MoveClock(
      ground: "", movedOn: nil, freezeOn: days[0], cancelOn: days[1], endedOn: nil, ending: "", letter: days[2]
    ).nextWords
  }
}

extension SweepRow {
  /// Whether it reports that a holder came back, or that the move was none, after the move whose clock runs.
  public func endsClock(_ clock: MoveClock) -> Bool {
    guard clock.endedOn == nil, kind == .other, source.tellsOfReturn else { return false }
    guard let day = day ?? eventDate.day, let moved = clock.movedOn else { return true }
    return day >= moved
  }
}

extension PoliceRow {
  /// Whether its kind is one of somebody who came into the county, or whose move is taken back.
  public var tellsOfReturn: Bool { Self.tellsOfReturn(kind) }

  /// The same of the words in which a row tells its kind.
  public static func tellsOfReturn(_ kind: String) -> Bool {
    guard kind.utf8.count > 3, !Remark.holds(anyOf: wordsOfElsewhere, in: kind) else { return false }
    return Remark.holds(anyOf: wordsOfReturn, in: kind)
      || Remark.holds(anyOf: ["迁出"], in: kind) && Denial.isTold(in: kind)
  }

  private static let wordsOfReturn = ["迁入", "迁回", "回迁", "转入", "落户", "入户", "恢复户口", "户口恢复", "误迁"]
  /// 迁入地, 迁入外县: of whoever settled elsewhere.
  private static let wordsOfElsewhere = ["迁入地", "外县", "外省", "外市", "外地", "他县", "他省", "他市"]
}
