/// When an institution or a doctor stands on the list of those who may assess (Measures article 6).
public struct Listing: Hashable, Sendable {
  /// From the beginning where no day was recorded.
  public let from: Day?
  /// The last day, where one was set.
  public let until: Day?
  public let suspension: Suspension?
  /// Suspensions before that one: a list does not forget.
  public let earlier: [Suspension]

  /// A time off the list, with its reason; without days it lasts until it is taken back.
  public struct Suspension: Hashable, Sendable {
    public let from: Day?
    public let until: Day?
    public let reason: String

    public init(from: Day? = nil, until: Day? = nil, reason: String = "") {
      self.from = from
      self.until = until
      self.reason = Cleaning.field(reason)
    }

    /// Whether it keeps an assessment of this day from counting.
    public func covers(_ day: Day) -> Bool { (from.map { day >= $0 } ?? true) && (until.map { day <= $0 } ?? true) }

    /// Taken back on the day on which it began: it never held for a whole day.
    var isEmpty: Bool { if let from, let until { until < from } else { false } }

    /// `2026-10-20 至 2026-10-31`.
    public var term: Phrase {
      switch (from, until) {
      case (let from?, let until?): Phrase("\(from) 至 \(until)", "\(from) to \(until)")
      case (let from?, nil): Phrase("自 \(from) 起", "from \(from)")
      case (nil, let until?): Phrase("至 \(until) 止", "until \(until)")
      case (nil, nil): Phrase("起止不明", "days unknown")
      }
    }
  }

  public init(
    from: Day? = nil, until: Day? = nil, suspension: Suspension? = nil, earlier: [Suspension] = []
  ) {
    self.from = from
    self.until = until
    self.suspension = suspension
    self.earlier = earlier
  }

  /// Whether it stands on this day.
  public func stands(on day: Day) -> Bool { problem(on: day) == nil }

  /// Why it does not stand on this day, or `nil`.
  public func problem(on day: Day) -> Phrase? {
    if let from, day < from { return Phrase("自 \(from) 起才在册", "listed only from \(from)") }
    if let until, day > until { return Phrase("在册至 \(until) 止", "listed only until \(until)") }
    guard let suspension = suspensions.last(where: { $0.covers(day) }) else { return nil }
    let end = suspension.until.map { Phrase("至 \($0) ", "until \($0) ") } ?? Phrase("", "")
    let why = suspension.reason.isEmpty ? Phrase("", "") : Phrase("（\(suspension.reason)）", " (\(suspension.reason))")
    return end + Phrase("停评", "suspended") + why
  }

  /// Every suspension, the latest last; one that was taken back on its first day is none.
  public var suspensions: [Suspension] { (earlier + [suspension].compactMap { $0 }).filter { !$0.isEmpty } }

  /// How it stands on this day, and that it was or will be suspended.
  public func standing(on day: Day) -> Phrase {
    if let problem = problem(on: day) { return problem }
    let listed = Phrase("在册", "listed")
    guard let last = suspensions.last else { return listed }
    let isToCome = last.from.map { day < $0 } ?? false
    return listed + (isToCome ? Phrase("；将停评 ", "; to be suspended ") : Phrase("；曾停评 ", "; was suspended ")) + last.term
  }

  /// Every suspension with its reason, for whoever looks at the entry.
  public var trace: Phrase {
    .joined(suspensions.map { $0.term + .verbatim($0.reason.isEmpty ? "" : " \($0.reason)") }, by: Phrase("；", "; "))
  }
}

/// What a list of categories covers.
public enum CategoryList {
  /// The categories written as digits: `1,2,4`.
  public static func categories(_ text: some StringProtocol) -> [DisabilityCategory] {
    WrittenList.items(text).compactMap { Int($0).flatMap(DisabilityCategory.init(rawValue:)) }
  }

  public static func text(_ categories: [DisabilityCategory]) -> String {
    categories.map { String($0.rawValue) }.joined(separator: ",")
  }
}
