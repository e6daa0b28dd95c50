/// The holders of a period spread over weeks, so that no week has more than the counter can serve (features: 18).
public struct RenewalWaves: Hashable, Sendable {
  public struct Week: Hashable, Sendable {
    public let from: Day
    /// By the end of the certificate, villages together.
    public let lines: [RenewalLine]

    public var to: Day { from.adding(days: 6) }
    public var done: Int { lines.count(where: \.isDone) }

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
  /// Throws `Refusal` where the weeks cannot take them all.
  ///
  /// - Parameter limit: how many a week takes; `nil` for as even as can be.
  public init(
    _ lines: [RenewalLine], over weeks: Int, atMost limit: Int? = nil, from monday: Day
  ) throws(Refusal) {
    let count = max(1, weeks)
    let limit = limit ?? max(1, (lines.count + count - 1) / count)
    guard lines.count <= limit * count else { throw .tooFewWeeks((lines.count + limit - 1) / max(1, limit)) }
    var taken = Array(repeating: [RenewalLine](), count: count)
    for var village in Self.byVillage(lines) {
      while !village.isEmpty {
        let whole = taken.firstIndex { $0.count + village.count <= limit }
        guard let week = whole ?? taken.firstIndex(where: { $0.count < limit }) else { break }
        let share = min(limit - taken[week].count, village.count)
        taken[week] += village.prefix(share)
        village.removeFirst(share)
      }
    }
    self.weeks = zip(0..., taken).map { Week(from: monday.adding(days: $0 * 7), lines: $1) }
  }

  /// The Monday after a day.
  public static func monday(after day: Day) -> Day { day.adding(days: 8 - day.weekday) }

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
      remedy: Phrase("至少须 \(needed) 周，或每周多安排几人", "It takes \(needed) weeks, or more people a week"))
  }
}
