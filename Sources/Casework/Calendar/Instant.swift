/// A point in time, in milliseconds since 1970-01-01 UTC; shown in China's one time zone.
public struct Instant: Hashable, Comparable, Sendable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  private static let offset: Int64 = 8 * 3_600_000
  private static let dayLength: Int64 = 86_400_000

  /// The calendar day in China.
  public var day: Day { Day(ordinal: Int((milliseconds + Self.offset).floorDivided(by: Self.dayLength))) }

  /// `HH:mm`, in China.
  public var clock: String {
    let minutes = sinceMidnight / 60_000
    return "\(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
  }

  /// ISO 8601 with offset and milliseconds.
  public var iso: String {
    let rest = sinceMidnight
    let fraction = String(rest % 1000)
    let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
    return "\(day.iso)T\(clock):\(Self.two(rest / 1000 % 60)).\(padded)+08:00"
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  private var sinceMidnight: Int64 {
    let shifted = milliseconds + Self.offset
    return shifted - shifted.floorDivided(by: Self.dayLength) * Self.dayLength
  }

  private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
