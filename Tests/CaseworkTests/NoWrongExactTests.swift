import DeskFixtures
import Testing

@testable import Casework

/// Random disturbances of rows: none ever becomes `exact` for somebody it is not about, and every class is the one that
/// the definitions give, worked out here a second time and in the plainest way.
@Suite struct NoWrongExactTests {
  private struct Holder {
    let name: String
    let identity: String
    let birth: Day
    let isActive: Bool
    var certificate: String { identity + "44" }
  }

  private struct Register {
    let holders: [Holder]

    func certificates(of identity: String) -> [RegisterMatch] { matches { $0.identity == identity } }
    func certificates(named name: String, born birth: Day?) -> [RegisterMatch] {
      matches { $0.name == name && $0.birth == birth }
    }

    private func matches(_ isWanted: (Holder) -> Bool) -> [RegisterMatch] {
      holders.enumerated().filter { isWanted($0.element) }.map {
        RegisterMatch(
          id: Int64($0.offset), number: $0.element.certificate, name: $0.element.name, isActive: $0.element.isActive,
          validFrom: nil)
      }
    }
  }

  private static let today = MadeUp.day("2026-03-02")

  /// Few names and few birth dates, so that people are easily taken for each other.
  private static func holders(_ chance: inout Chance) -> [Holder] {
    var holders: [String: Holder] = [:]
    let names = ["王静", "王婧", "王静雅", "李建国", "李建囯", "李健国", "吐尔逊·帕提古丽", "张秀英", "章秀英", "欧阳瑾"]
    while holders.count < 300 {
      let birth = MadeUp.day("1970-01-01").adding(days: Int.random(in: 0..<120, using: &chance))
      let identity = MadeUp.identity(born: birth.iso, sequence: Int.random(in: 1...60, using: &chance))
      holders[identity] = Holder(
        name: names[Int.random(in: names.indices, using: &chance)], identity: identity, birth: birth,
        isActive: Int.random(in: 0..<6, using: &chance) > 0)
    }
    return holders.values.sorted { $0.identity < $1.identity }
  }

  private enum Disturbance: CaseIterable {
    case none, oneDigit, oneDigitWithItsCheck, neighboursSwapped, fifteen, spaces, fullWidth, smallX, masked, empty
    case anothersNumber, otherName, anothersName, otherBirth
  }

  /// A row about `holder`, disturbed once or twice.
  private static func row(
    _ number: Int, about holder: Holder, among holders: [Holder], _ disturbances: [Disturbance],
    _ chance: inout Chance
  ) -> PoliceRow {
    var (identity, name, birth) = (Array(holder.identity), holder.name, EventDate.day(holder.birth))
    let other = holders[Int.random(in: holders.indices, using: &chance)]
    for disturbance in disturbances {
      let place = identity.isEmpty ? 0 : Int.random(in: 0..<max(identity.count - 1, 1), using: &chance)
      switch disturbance {
      case .none: break
      case .oneDigit: if !identity.isEmpty { identity[place] = digit(&chance) }
      case .oneDigitWithItsCheck:
        guard identity.count == 18 else { break }
        identity[place] = digit(&chance)
        identity[17] = check(String(identity.prefix(17))) ?? "0"
      case .neighboursSwapped: if place + 1 < identity.count { identity.swapAt(place, place + 1) }
      case .fifteen: if identity.count == 18 { identity = Array(identity[..<6] + identity[8..<17]) }
      case .spaces: identity.insert(" ", at: place)
      case .fullWidth:
        identity = identity.map { $0.wholeNumberValue.map { Array("０１２３４５６７８９")[$0] } ?? $0 }
      case .smallX: identity = identity.map { $0 == "X" ? "x" : $0 }
      case .masked: for place in identity.indices.dropFirst(6).prefix(8) { identity[place] = "*" }
      case .empty: identity = []
      case .anothersNumber: identity = Array(other.identity)
      case .otherName: name = String(name.dropLast()) + "□"
      case .anothersName: name = other.name
      case .otherBirth: birth = Bool.random(using: &chance) ? .missing : .day(other.birth)
      }
    }
    return PoliceRow(
      row: number, identity: String(identity), name: name, birth: birth, kind: "死亡注销",
      eventDate: .day(today.adding(days: -number)))
  }

  private static func digit(_ chance: inout Chance) -> Character {
    Array("0123456789")[Int.random(in: 0..<10, using: &chance)]
  }

  private static func check(_ body: String) -> Character? {
    let digits = body.compactMap(\.wholeNumberValue)
    guard digits.count == 17 else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return Array("10X98765432")[zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11]
  }

  /// The number a cell gives, if it is a valid one.
  private static func number(_ cell: String) -> String? {
    var digits = cell.filter { $0 != " " }.map { $0.wholeNumberValue.map { Character(String($0)) } ?? $0 }
    if digits.count == 15, digits.allSatisfy(\.isWholeNumber) {
      digits.insert(contentsOf: "19", at: 6)
      digits.append(check(String(digits)) ?? "?")
    }
    let text = String(digits).uppercased()
    guard text.count == 18, text.dropLast().allSatisfy(\.isWholeNumber), check(String(text.prefix(17))) == text.last,
      let birth = birth(of: text), birth <= today, birth.year >= 1800
    else { return nil }
    return text
  }

  private static func birth(of number: String) -> Day? {
    let digits = Array(number).dropFirst(6).prefix(8).map(String.init)
    return Day(iso: digits[..<4].joined() + "-" + digits[4..<6].joined() + "-" + digits[6...].joined())
  }

  /// What cli.md says, in its order.
  private static func expected(_ row: PoliceRow, _ holders: [Holder]) -> SweepClass {
    guard let number = number(row.identity) else { return .malformed }
    let held = holders.filter { $0.identity == number }
    if let active = held.first(where: \.isActive) { return active.name == row.name ? .exact : .nameMismatch }
    if !held.isEmpty { return .inactive }
    let born = row.birth.day ?? birth(of: number)
    return holders.contains { $0.isActive && $0.name == row.name && $0.birth == born } ? .candidate : .none
  }

  @Test func everyDisturbedRowHasTheClassOfTheDefinitionsAndNoneIsExactForAStranger() throws {
    var chance = Chance.fresh()
    let seed = Comment(rawValue: "seed \(chance.seed)")
    let holders = Self.holders(&chance)
    let register = Register(holders: holders)
    let comparison = SweepComparison(today: Self.today)
    var cleaning = RowCleaning(today: Self.today)
    var classes: Set<SweepClass> = []

    for index in 1...4000 {
      let holder = holders[Int.random(in: holders.indices, using: &chance)]
      let disturbances = (0..<Int.random(in: 0...2, using: &chance)).map { _ in
        Disturbance.allCases[Int.random(in: Disturbance.allCases.indices, using: &chance)]
      }
      let source = Self.row(index, about: holder, among: holders, disturbances, &chance)
      let cleaned = cleaning.clean(source)
      let held = register.certificates(of: cleaned.identity)
      let named = register.certificates(named: cleaned.name, born: cleaned.birth)
      let row = comparison.compare(cleaned, with: (held.isEmpty ? named : held)[...], isHeld: !held.isEmpty)

      #expect(row.sweepClass == Self.expected(source, holders), "\(seed), \(source)")
      classes.insert(row.sweepClass)
      guard row.sweepClass == .exact else { continue }
      // Whoever bears number and name is whom the row tells of; a namesake's number in the column tells of the namesake.
      let number = Self.number(source.identity)
      #expect(row.certificate == number.map { $0 + "44" }, "\(seed), \(source)")
      if row.certificate != holder.certificate {
        #expect(holders.contains { $0.identity == number && $0.name == source.name }, "\(seed), \(source)")
        #expect(
          !disturbances.allSatisfy { ![.anothersNumber, .oneDigitWithItsCheck, .fifteen].contains($0) },
          "\(seed), \(source)")
      }
    }
    #expect(classes == [.exact, .nameMismatch, .inactive, .candidate, .none, .malformed], seed)
  }

  @Test func whateverIsDisturbedTheReasonsAddUpAndAreKept() throws {
    var chance = Chance.fresh()
    let holders = Self.holders(&chance)
    var weights = NearWeights(holders: holders.count)
    for holder in holders { weights.learn(name: holder.name, identity: holder.identity, address: nil) }
    let comparison = NearComparison(weights)

    for index in 1...500 {
      let holder = holders[Int.random(in: holders.indices, using: &chance)]
      let disturbance = Disturbance.allCases[Int.random(in: Disturbance.allCases.indices, using: &chance)]
      let source = Self.row(index, about: holder, among: holders, [disturbance], &chance)
      let row = NearRow(source, identity: Self.number(source.identity) ?? "", today: Self.today)
      let match = comparison.match(
        row,
        NearHolder(
          certificate: holder.certificate, name: holder.name, identity: holder.identity, birth: holder.birth,
          address: ""), sameName: 3, namesakes: 1)

      #expect(match.weight == match.reasons.reduce(0) { $0 + $1.weight }, "seed \(chance.seed), \(source)")
      #expect([NearReason](kept: match.reasons.kept) == match.reasons, "seed \(chance.seed), \(source)")
    }
  }
}
