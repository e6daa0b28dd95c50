/// Somebody of the register whom a police row may be about although no exact rule says so; it never decides.
public struct NearMatch: Hashable, Sendable {
  /// The number of the certificate.
  public let certificate: String
  public let reasons: [NearReason]

  public init(certificate: String, reasons: [NearReason]) {
    self.certificate = certificate
    self.reasons = reasons
  }

  /// Tenths of a bit for and against: exactly what the reasons add up to.
  public var weight: Int { reasons.reduce(0) { $0 + $1.weight } }

  /// Whether a person said of an earlier sweep that the two are not the same.
  public var isToldApart: Bool { reasons.contains { $0.field == .earlier } }

  /// The better match first; of equal ones the smaller number.
  public static func isBetter(_ left: NearMatch, _ right: NearMatch) -> Bool {
    left.weight == right.weight ? left.certificate < right.certificate : left.weight > right.weight
  }
}

/// One thing that speaks for or against a near match.
public struct NearReason: Hashable, Sendable {
  public let field: Field
  public let finding: Finding
  /// What the finding names: places, letters and dates, the register's before the row's.
  public let details: [String]
  /// Tenths of a bit.
  public let weight: Int

  public init(_ field: Field, _ finding: Finding, _ details: [String] = [], weight: Int) {
    self.field = field
    self.finding = finding
    self.details = details
    self.weight = weight
  }

  /// What was looked at.
  public enum Field: String, CaseIterable, Sendable {
    case identity, name, birth, address, sex
    /// How many people the register holds: so many are thought of before anything is compared.
    case register
    /// How many people of the register share name and birth date.
    case namesakes
    /// What a person decided in an earlier sweep.
    case earlier
  }

  /// What was found there.
  public enum Finding: String, CaseIterable, Sendable {
    case same, different
    case oneDigit = "one_digit"
    case neighboursSwapped = "neighbours_swapped"
    case missingDigit = "missing_digit"
    case extraDigit = "extra_digit"
    case unreadableDigits = "unreadable_digits"
    case sameDistrict = "same_district"
    case ofAnother = "of_another"
    case formerNumber = "former_number"
    case variant
    case soundsAlike = "sounds_alike"
    case oneCharacter = "one_character"
    case unreadable
    case missingCharacter = "missing_character"
    case extraCharacter = "extra_character"
    case dots
    case partsSwapped = "parts_swapped"
    case partMissing = "part_missing"
    case transcribed
    case dayAndMonth = "day_and_month"
    case neighbouring
    case sameVillage = "same_village"
    case likeVillage = "like_village"
    case sameTownship = "same_township"
    case people
    case notTheSame = "not_the_same"
  }
}

extension [NearReason] {
  /// The reasons as they are kept: one a line, its parts divided by tabs, which no cleaned value holds.
  public var kept: String {
    map { reason in
      ([reason.field.rawValue, reason.finding.rawValue, String(reason.weight)] + reason.details).joined(separator: "\t")
    }.joined(separator: "\n")
  }

  /// Reads what `kept` wrote; `nil` for anything else.
  public init?(kept text: String) {
    var reasons: [NearReason] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 3, let field = NearReason.Field(rawValue: parts[0]),
        let finding = NearReason.Finding(rawValue: parts[1]), let weight = Int(parts[2])
      else { return nil }
      reasons.append(NearReason(field, finding, Array<String>(parts.dropFirst(3)), weight: weight))
    }
    self = reasons
  }
}
