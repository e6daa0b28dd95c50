/// What figures are about: a year, written `2026`, or a quarter, written `2026Q3`.
public enum ReportPeriod: Hashable, Sendable {
  case year(Int)
  case quarter(Quarter)

  public init?(_ text: some StringProtocol) {
    if let quarter = Quarter(text) {
      self = .quarter(quarter)
    } else if text.count == 4, let year = Int(text), (2000...2199).contains(year) {
      self = .year(year)
    } else {
      return nil
    }
  }

  public var text: String {
    switch self {
    case .year(let year): String(year)
    case .quarter(let quarter): quarter.text
    }
  }

  public var name: Phrase {
    switch self {
    case .year(let year): Phrase("\(year) 年", "\(year)")
    case .quarter(let quarter): quarter.name
    }
  }

  public var first: Day {
    switch self {
    case .year(let year): Self.day(year, 1)
    case .quarter(let quarter): Self.day(quarter.year, 3 * quarter.number - 2)
    }
  }

  public var last: Day {
    switch self {
    case .year: first.adding(months: 12).adding(days: -1)
    case .quarter: first.adding(months: 3).adding(days: -1)
    }
  }

  /// What must be said of figures that still change by themselves; `nil` once the period is over.
  public func stillRunning(on day: Day) -> Phrase? {
    if last < day { return nil }
    return Phrase(
      "\(text) 未完：增减到 \(day)，状态按 \(last) 计，还不能签署。",
      "\(text) is not over: events to \(day), states of \(last); not to be signed yet.")
  }

  /// The quarters of the period, the first first.
  public var quarters: [Quarter] {
    switch self {
    case .year(let year): (1...4).compactMap { Quarter("\(year)Q\($0)") }
    case .quarter(let quarter): [quarter]
    }
  }

  private static func day(_ year: Int, _ month: Int) -> Day {
    guard let day = Day(year: year, month: month, day: 1) else {
      preconditionFailure("a period begins in the years 2000 to 2199")
    }
    return day
  }
}
