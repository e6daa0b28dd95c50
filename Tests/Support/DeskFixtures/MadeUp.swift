public import Casework

/// People who do not exist, with numbers that pass every check.
public enum MadeUp {
  /// A citizen number of a birth date; `sequence` tells people of one day apart (odd: male).
  public static func identity(born birth: String, sequence: Int = 1, district: String = "431281") -> String {
    let digits = birth.filter { $0 != "-" }
    let number = String(sequence)
    let body = district + digits + String(repeating: "0", count: 3 - number.count) + number
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  /// A notice for 2027 that nobody has issued: New Year has one day more than Monday to Friday would say.
  public static let notice2027 = """
    2027-01-01 休
    2027-01-04 休
    2027-02-08 休
    2027-05-01 休
    2027-10-01 休

    """

  /// A day that the calendar has.
  public static func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
  }
}

/// Chance that can be repeated: the same numbers for the same seed.
public struct Chance: RandomNumberGenerator, Sendable {
  public let seed: UInt64
  private var state: UInt64

  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// Another seed each time; print it where a test fails.
  public static func fresh() -> Chance { Chance(seed: UInt64.random(in: 1...UInt64(UInt32.max))) }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
