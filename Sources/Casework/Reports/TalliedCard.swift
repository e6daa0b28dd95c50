/// What is known of one certificate while a register is counted: a few bytes, because there may be millions.
struct TalliedCard: Sendable {
  /// The day of its last event, since 1970.
  var day = Int32.min
  private(set) var opening: Certificate.State?
  private(set) var closing: Certificate.State?
  private(set) var now: Certificate.State?
  /// As it would have stood at the end had what came to light later been known.
  var corrected: Certificate.State?
  /// The line in which its issue counts, and whether that was within the period.
  var issue: ReportLine?
  var isIssuedInPeriod = false
  /// The line in which it was last counted, as long as nothing came after that, and whether within the period.
  var counted: ReportLine?
  var isCountedInPeriod = false
  var reason: CancellationReason?
  private(set) var category: UInt8 = 0
  private(set) var grade: UInt8 = 0
  private(set) var sex: Sex?
  private(set) var village: Int32 = 0
  private(set) var birth: Int32?
  private(set) var validTo: Int32?

  /// Takes over what the register says of the person and the card.
  mutating func take(_ entries: Entries, in villages: inout VillageIndex) {
    for (code, text) in entries.pairs {
      switch Certificate.Field(rawValue: code) {
      case .category: category = Int(text).flatMap(DisabilityCategory.init(rawValue:)).map { UInt8($0.rawValue) } ?? 0
      case .grade: grade = Int(text).flatMap(Grade.init(rawValue:)).map { UInt8($0.rawValue) } ?? 0
      case .sex: sex = Sex(rawValue: text)
      case .address: village = villages.number(of: text)
      case .birth: birth = Day(iso: text).map { Int32($0.ordinal) }
      case .validTo: validTo = Day(iso: text).map { Int32($0.ordinal) }
      default: break
      }
    }
  }

  /// Takes note of the state after an event of the day `day`.
  mutating func stand(_ state: Certificate.State, first: Int32, last: Int32) {
    if day < first { opening = state }
    if day <= last {
      closing = state
      corrected = state
    }
    now = state
  }

  /// The state in which it counts, where it was in force: time alone makes a valid one expired.
  func standing(_ state: Certificate.State?, on day: Int32) -> Certificate.State? {
    guard let state, state.isActive else { return nil }
    return state == .valid && validTo.map { $0 < day } ?? false ? .expired : state
  }
}

/// The villages of a register, each under a number.
struct VillageIndex: Sendable {
  private(set) var all: [Village] = [Village(of: "")]
  private var numbers: [Village: Int32] = [:]
  private var byAddress: [String: Int32] = [:]

  /// The number of the village of an address; addresses that differ by the house alone are read once.
  mutating func number(of address: String) -> Int32 {
    let street = Self.withoutHouse(address)
    if let known = byAddress[street] { return known }
    let village = Village(of: address)
    let number = numbers[village] ?? Int32(all.count)
    if number == all.count {
      all.append(village)
      numbers[village] = number
    }
    byAddress[street] = number
    return number
  }

  /// The address without the group and house behind the village (`12组34号`), in which no village is named.
  private static func withoutHouse(_ address: String) -> String {
    var rest = address.unicodeScalars[...]
    while let last = rest.last, ("0"..."9").contains(last) || last == "组" || last == "号" { rest.removeLast() }
    return String(rest)
  }
}
