/// When an institution or a doctor stands on the list of those who may assess (Measures article 6).
public struct Listing: Hashable, Sendable {
  /// From the beginning where no day was recorded.
  public let from: Day?
  /// The last day, where one was set.
  public let until: Day?
  public let suspension: Suspension?

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
  }

  public init(from: Day? = nil, until: Day? = nil, suspension: Suspension? = nil) {
    self.from = from
    self.until = until
    self.suspension = suspension
  }

  /// Whether it stands on this day.
  public func stands(on day: Day) -> Bool { problem(on: day) == nil }

  /// Why it does not stand on this day, or `nil`.
  public func problem(on day: Day) -> Phrase? {
    if let from, day < from { return Phrase("自 \(from) 起才在册", "listed only from \(from)") }
    if let until, day > until { return Phrase("在册至 \(until) 止", "listed only until \(until)") }
    guard let suspension, suspension.from.map({ day >= $0 }) ?? true, suspension.until.map({ day <= $0 }) ?? true else {
      return nil
    }
    let end = suspension.until.map { Phrase("至 \($0) ", " until \($0)") } ?? Phrase("", "")
    let why = suspension.reason.isEmpty ? Phrase("", "") : Phrase("（\(suspension.reason)）", " (\(suspension.reason))")
    return end + Phrase("停评", " suspended") + why
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
