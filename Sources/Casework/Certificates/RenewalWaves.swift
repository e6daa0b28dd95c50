/// The holders of a period spread over weeks, so that no week has more than the counter can serve (features: 18).
public struct RenewalWaves: Hashable, Sendable {
  public struct Week: Hashable, Sendable {
    public let from: Day
    /// By the end of the certificate, villages together.
    public let lines: [RenewalLine]

    public var to: Day { from.adding(days: 6) }
    public var done: Int { lines.count(where: \.isDone) }

    /// Whether the certificate has ended before the week begins; subsidies stop after the end (domain: 2.3).
    public func comesLate(_ line: RenewalLine) -> Bool { line.end.map { $0 < from } ?? false }
    public var late: Int { lines.count(where: comesLate) }

    /// How many of each village, in the order in which they come.
    public var villages: [(village: Village, count: Int)] {
      var counts: [Village: Int] = [:]
      for line in lines { counts[line.village, default: 0] += 1 }
      return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  public let weeks: [Week]

  /// Spreads the holders, whoever ends first before the others; a village stays in one week where that week has room.
  ///
  /// Nobody is put behind the own end; whom no week suits any more stands in the first.
  ///
  /// Throws `Refusal` where the weeks cannot take them all.
  ///
  /// - Parameter limit: how many a week takes; `nil` for as even as can be.
  public init(
    _ lines: [RenewalLine], over weeks: Int, atMost limit: Int? = nil, from monday: Day
  ) throws(Refusal) {
    let count = max(1, weeks)
    let (share, over) = (lines.count / count, lines.count % count)
    let room = (0..<count).map { limit ?? share + ($0 < over ? 1 : 0) }
    if let limit, lines.count > limit * count { throw .tooFewWeeks((lines.count + limit - 1) / max(1, limit)) }
    var taken = Array(repeating: [RenewalLine](), count: count)
    for var village in Self.byVillage(lines) {
      while !village.isEmpty {
        let whole = taken.indices.first { taken[$0].count + village.count <= room[$0] }
        guard let week = whole ?? taken.indices.first(where: { taken[$0].count < room[$0] }) else { break }
        let share = min(room[week] - taken[week].count, village.count)
        taken[week] += village.prefix(share)
        village.removeFirst(share)
      }
    }
    Self.bringForward(&taken, room, from: monday)
    self.weeks = zip(0..., taken).map { Week(from: monday.adding(days: $0 * 7), lines: $1) }
  }

  /// Nobody comes in a week after the own certificate has ended: such a one changes places with somebody who has time,
  /// and where nobody has, comes in the first week.
  private static func bringForward(_ taken: inout [[RenewalLine]], _ room: [Int], from monday: Day) {
    func lastWeek(_ line: RenewalLine) -> Int {
      line.end.map { max(0, $0 < monday ? 0 : ($0.ordinal - monday.ordinal) / 7) } ?? Int.max
    }
    for week in taken.indices.reversed() {
      for line in taken[week] where lastWeek(line) < week {
        taken[week].removeAll { $0 == line }
        let earlier = (0...lastWeek(line)).reversed()
        if let free = earlier.first(where: { taken[$0].count < room[$0] }) {
          taken[free].append(line)
        } else if let other = earlier.first(where: { taken[$0].contains { lastWeek($0) >= week } }),
          let place = taken[other].lastIndex(where: { lastWeek($0) >= week })
        {
          taken[week].append(taken[other][place])
          taken[other][place] = line
        } else {
          taken[0].append(line)
        }
      }
    }
  }

  /// The Monday of the first week in which people can still come: this one while a working day is left of it.
  public static func firstMonday(from today: Day, in calendar: WorkingCalendar) -> Day {
    let monday = today.adding(days: 1 - today.weekday)
    let isLeft = (today.weekday...7).contains { calendar.isWorkingDay(monday.adding(days: $0 - 1)) }
    return isLeft ? monday : monday.adding(days: 7)
  }

  /// The villages, the one with the earliest end first, each by its ends.
  private static func byVillage(_ lines: [RenewalLine]) -> [[RenewalLine]] {
    let sorted = lines.sorted {
      ($0.certificate[.validTo], $0.certificate.id) < ($1.certificate[.validTo], $1.certificate.id)
    }
    var order: [Village] = []
    var villages: [Village: [RenewalLine]] = [:]
    for line in sorted {
      if villages[line.village] == nil { order.append(line.village) }
      villages[line.village, default: []].append(line)
    }
    return order.compactMap { villages[$0] }
  }
}

extension Refusal {
  fileprivate static func tooFewWeeks(_ needed: Int) -> Refusal {
    Refusal(
      "too_few_weeks", Phrase("这些周排不下", "These weeks cannot take everybody"),
      remedy: Phrase("至少须 \(needed) 周，或每周多安排几人", "It takes \(needed.counted("week")), or more people a week"))
  }
}
