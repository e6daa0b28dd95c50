/// What the register teaches about chance: how many of its people share a name, a birth date, a village.
///
/// A finding weighs the logarithm of how much likelier it is where row and holder are one person than where they are
/// not (Fellegi and Sunter), in tenths of a bit, so that weights can be added up by hand.
public struct NearWeights: Sendable {
  /// How many certificates the register has.
  public let holders: Int

  private var names = 0
  private var familyNames: [Unicode.Scalar: Int] = [:]
  private var letters: [Unicode.Scalar: Int] = [:]
  private var letterCount = 0
  private var sounds: [String: Int] = [:]
  private var years: [Int: Int] = [:]
  private var days: [Int: Int] = [:]
  private var districts: [String: Int] = [:]
  private var addresses = 0
  private var villages: [Village: Int] = [:]
  private var townships: [String: Int] = [:]

  public init(holders: Int) { self.holders = max(holders, 1) }

  /// Takes one certificate of a fair sample into account; `address` only where it was read.
  public mutating func learn(name: String, identity: String, address: String?) {
    names += 1
    for (place, scalar) in name.unicodeScalars.enumerated() {
      if place == 0 {
        familyNames[scalar, default: 0] += 1
      } else {
        letters[scalar, default: 0] += 1
        letterCount += 1
      }
      if let sound = Pinyin.readings(of: scalar).first { sounds[sound, default: 0] += 1 }
    }
    if let number = IdentityNumber(identity) {
      years[number.birth.year, default: 0] += 1
      days[number.birth.month * 100 + number.birth.day, default: 0] += 1
      districts[number.district, default: 0] += 1
    }
    if let address {
      let village = Village(of: address)
      addresses += 1
      villages[village, default: 0] += 1
      townships[village.township, default: 0] += 1
    }
  }

  /// The districts that most numbers of the register begin with, the commonest first.
  public func commonDistricts(_ most: Int) -> [String] {
    districts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(most).map(\.key)
  }

  /// How many holders a name that stands in so many places too often to be counted has, by its characters.
  public func expected(of name: String) -> Int {
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.first else { return 0 }
    return Int(
      scalars.dropFirst().reduce(share(of: first, in: familyNames, names)) { $0 * letter($1) } * Double(holders))
  }
}

extension NearWeights {
  func name(_ likeness: NameLikeness, familyName: Unicode.Scalar?, holdersOfThatName: Int) -> Int {
    if likeness.finding == .different { return Self.tenths(Self.chanceOfAnotherName) }
    var chance = Double(max(holdersOfThatName, 1)) / Double(holders)
    if likeness.finding != .same {
      chance = likeness.shared.reduce(1) { $0 * letter($1) }
      if likeness.sharesFamilyName, let familyName { chance *= share(of: familyName, in: familyNames, names) }
      for scalar in likeness.sounding {
        if let sound = Pinyin.readings(of: scalar).first { chance *= share(of: sound, in: sounds, names + letterCount) }
      }
    }
    return Self.tenths(Self.chance(of: likeness.finding) / max(chance, 1 / Double(holders)))
  }

  func birth(_ finding: NearReason.Finding, of day: Day) -> Int {
    let year = share(of: day.year, in: years, names)
    // Each day of the year counts as if it had been seen four times more, since few days are seen often.
    let date = (Double(days[day.month * 100 + day.day] ?? 0) + 4) / Double(names + 4 * 366)
    return switch finding {
    case .same: Self.tenths(0.86 / (year * date))
    case .dayAndMonth: Self.tenths(0.02 / (year * date))
    case .neighboursSwapped: Self.tenths(0.02 / (3 * year * date))
    case .oneDigit: Self.tenths(0.05 / (33 * year * date))
    case .neighbouring: Self.tenths(0.02 / (6 * year * date))
    default: Self.tenths(0.02)
    }
  }

  func village(_ finding: NearReason.Finding, _ village: Village) -> Int {
    let here = share(of: village, in: villages, addresses)
    return switch finding {
    // Some households hold two certificates.
    case .same: Self.tenths(0.6 / here * 64)
    case .sameVillage: Self.tenths(0.3 / here)
    case .likeVillage: Self.tenths(0.05 / here)
    case .sameTownship: min(Self.tenths(0.05 / share(of: village.township, in: townships, addresses)), 20)
    default: Self.tenths(0.12)
    }
  }

  /// - Parameter told: how many of the last four characters the row tells.
  func number(_ finding: NearReason.Finding, district: String, told: Int) -> Int {
    switch finding {
    case .same: 120
    case .oneDigit, .neighboursSwapped: 85
    case .missingDigit, .extraDigit: 75
    case .unreadableDigits: 30 * told
    case .ofAnother: -15
    case .sameDistrict: min(Self.tenths(0.9 / share(of: district, in: districts, names)), 40) - 10
    default: -25
    }
  }

  func sex(_ finding: NearReason.Finding) -> Int { finding == .same ? 9 : -20 }

  /// So many people are thought of before anything is compared; one row in four is about one of them.
  var register: Int { Self.tenths(0.25 / Double(holders)) }
}

extension NearWeights {
  private static let chanceOfAnotherName = 0.003

  /// How often the name of one and the same person is found written so, among rows that no exact rule settles.
  private static func chance(of finding: NearReason.Finding) -> Double {
    switch finding {
    case .same: 0.7
    case .soundsAlike, .oneCharacter: 0.05
    case .variant, .unreadable, .dots, .transcribed: 0.03
    default: 0.02
    }
  }

  private func letter(_ scalar: Unicode.Scalar) -> Double { share(of: scalar, in: letters, letterCount) }

  /// What was never seen counts half.
  private func share<Key>(of key: Key, in counts: [Key: Int], _ all: Int) -> Double {
    (Double(counts[key] ?? 0) + 0.5) / Double(all + 1)
  }

  /// The logarithm to base 2 in tenths, rounded.
  static func tenths(_ ratio: Double) -> Int {
    guard ratio > 0 else { return -300 }
    return Int(ratio.exponent) * 10 + steps.count { ratio.significand >= $0 }
  }

  /// 2^0.05, 2^0.15 … 2^0.95.
  private static let steps = [
    1.035_264_924, 1.109_569_472, 1.189_207_115, 1.274_560_627, 1.366_040_257, 1.464_085_696, 1.569_168_196,
    1.681_792_831, 1.802_500_939, 1.931_872_658,
  ]
}
