/// Deaths at one address, of one file or of the lists of a quarter: a second one within a week is asked about where the
/// two are kin, by their surname, or may be husband and wife, who often bear different ones (domain: 5.1; features: 45).
public struct KinAtOneAddress: Sendable {
  public struct Death: Hashable, Sendable {
    public let row: Int
    public let name: String
    public let identity: String
    public let day: Day
    /// How a sign on another row names it: its row, behind the sweep where that is another one (`431281-2026Q3-1:7`).
    public let place: String
    /// As the list has it, and as the register has it.
    public let addresses: [String]
    fileprivate let number: IdentityNumber?

    public init(row: Int, name: String, identity: String, day: Day, place: String? = nil, addresses: [String] = []) {
      self.row = row
      self.place = place ?? String(row)
      self.addresses = addresses
      self.name = Cleaning.name(name).text
      self.identity = identity
      self.day = day
      number = IdentityNumber(identity)
    }
  }

  /// How many days apart two deaths count as of one week.
  static let week = 7

  /// Whether an address names a house and not a whole village.
  public static func isHouse(_ address: String) -> Bool {
    address.utf8.contains { (48...57).contains($0) } || address.contains { $0.isNumber || $0 == "号" }
  }

  /// Whether an address ends as that of one household does: with a house, a room, a number.
  public static func endsAsDwelling(_ address: String) -> Bool {
    switch address.unicodeScalars.last {
    case "号", "室", "户", "房": true
    case let last?: last.properties.numericType != nil
    case nil: false
    }
  }

  /// Whether an address names the dwelling of one household: not the house of many, not the flats of one stair, not the
  /// group of a village, not a home where strangers live together.
  public static func isDwelling(_ address: String) -> Bool {
    guard endsAsDwelling(address), !["栋号", "幢号"].contains(where: address.hasSuffix) else { return false }
    let scalars = Array(address.unicodeScalars)
    return !scalars.indices.contains { place in homes.contains { scalars[place...].starts(with: $0) } }
  }

  private static let homes = ["院", "集体", "宿舍", "公寓", "中心", "寺"].map { Array($0.unicodeScalars) }

  /// The same of deaths at many addresses, each of which may be written with province and city or without.
  ///
  /// The many of one home are one group, gone through in the order of their days.
  public static func signs(among deaths: [Death]) -> [(row: Int, sign: LifeSign)] {
    let ends = deaths.indices.flatMap { index in
      Set(deaths[index].addresses.filter(isHouse)).map { (address: $0, end: end(of: $0), death: index) }
    }
    return Dictionary(grouping: ends, by: \.end).values.flatMap { alike -> [(row: Int, sign: LifeSign)] in
      if Set(alike.lazy.map(\.death)).count < 2 { return [] }
      let written = Dictionary(grouping: alike, by: \.address).mapValues { $0.map(\.death) }
      return houses(among: Array(written.keys)).flatMap { house in
        let there = Set(house.flatMap { written[$0] ?? [] }).sorted().map { deaths[$0] }
        return there.count < 2 ? [] : signs(among: there, at: house.max { $0.count < $1.count } ?? "")
      }
    }
  }

  /// The last few characters of an address, without blanks: what two ways to write it share.
  private static func end(of address: String) -> String {
    String(Array(address.unicodeScalars.suffix(12).filter { !$0.isBlank }.suffix(5)))
  }

  /// The addresses that mean one house together.
  private static func houses(among addresses: [String]) -> [[String]] {
    var houses: [(place: HouseAddress, addresses: [String])] = []
    for address in addresses.sorted() {
      let place = HouseAddress(address)
      if let known = houses.firstIndex(where: { $0.place.isSame(as: place) }) {
        houses[known].addresses.append(address)
      } else {
        houses.append((place, [address]))
      }
    }
    return houses.map(\.addresses)
  }

  /// For each death the nearest of kin or a likely spouse within the week, as a sign.
  public static func signs(among deaths: [Death], at address: String) -> [(row: Int, sign: LifeSign)] {
    let kin = Dictionary(grouping: deaths) { Masking.surname(of: $0.name) }.filter { !$0.key.isEmpty }.values
      .flatMap { signs(.kinSameWeek, among: $0, within: 1) { _, _ in true } }
    guard isDwelling(address) else { return kin }
    let asked = Set(kin.map(\.row))
    return kin
      + signs(.spouseSameWeek, among: deaths, within: household, where: mayBeMarried).filter { !asked.contains($0.row) }
  }

  /// More who die at one address in a week are no household.
  private static let household = 4

  /// - Parameter places: how far away, in the order of their days, two deaths are held beside one another.
  private static func signs(
    _ block: SweepBlock, among deaths: [Death], within places: Int, where fits: (Death, Death) -> Bool
  ) -> [(row: Int, sign: LifeSign)] {
    let ordered = deaths.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
    return ordered.indices.compactMap { index -> (row: Int, sign: LifeSign)? in
      let death = ordered[index]
      let near = (1...places).flatMap { [index - $0, index + $0] }.filter(ordered.indices.contains).map { ordered[$0] }
      guard let other = near.first(where: { isAnother($0, than: death) && fits($0, death) }) else { return nil }
      let sign = LifeSign(block, on: other.day.iso, source: other.place, detail: Masking.name(other.name))
      return (death.row, sign)
    }
  }

  private static func isAnother(_ other: Death, than death: Death) -> Bool {
    other.name != death.name && other.identity != death.identity && abs(other.day.ordinal - death.day.ordinal) <= week
  }

  /// From which age people marry, and how many years apart a couple counts as of like age: in-laws are further apart.
  private static let marriageable = 20
  private static let likeAge = 15

  private static func mayBeMarried(_ one: Death, _ other: Death) -> Bool {
    guard let first = one.number, let second = other.number, first.sex != second.sex else { return false }
    let areAdult = [(first, one), (second, other)].allSatisfy { number, death in
      number.birth.adding(years: marriageable) <= death.day
    }
    let (younger, older) = (max(first.birth, second.birth), min(first.birth, second.birth))
    return areAdult && older.adding(years: likeAge) >= younger
  }
}
