/// A quarter of a year, written `2026Q3`.
public struct Quarter: Hashable, Comparable, Sendable {
  public let year: Int
  public let number: Int

  /// The years of which there are quarters.
  static let years = 2000...2199

  public init?(_ text: some StringProtocol) {
    guard let (year, number) = Self.written(text), Self.years.contains(year) else { return nil }
    self.year = year
    self.number = number
  }

  /// What a text says that is written as a quarter, of whatever year.
  static func written(_ text: some StringProtocol) -> (year: Int, number: Int)? {
    let parts = text.uppercased().split(separator: "Q", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 1, let year = Int(parts[0]),
      let number = Int(parts[1]), (1...4).contains(number)
    else { return nil }
    return (year, number)
  }

  /// The quarter a day lies in.
  public init(of day: Day) {
    year = day.year
    number = (day.month - 1) / 3 + 1
  }

  public var text: String { "\(year)Q\(number)" }

  public var name: Phrase { Phrase("\(year) 年第 \(number) 季度", "Quarter \(number) of \(year)") }

  /// So many quarters later, or earlier.
  public func adding(_ quarters: Int) -> Quarter {
    let place = year * 4 + number - 1 + quarters
    return Quarter("\(place / 4)Q\(place % 4 + 1)") ?? self
  }

  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}
