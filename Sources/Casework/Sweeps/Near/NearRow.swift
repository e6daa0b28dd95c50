/// A police row as far as near matches need it, taken apart once.
public struct NearRow: Sendable {
  /// Cleaned.
  public let name: String
  /// The birth dates that the row tells: that of its own column, else that of its number.
  public let births: [Day]
  /// The cleaned number where it is valid.
  public let identity: String
  /// Numbers of which one slip made the invalid one that stands there.
  public let repairs: [String]
  /// The number that the row tells as its person's former one.
  public let formerIdentity: String?

  let scalars: [Unicode.Scalar]
  let places: [UInt8]
  let address: String
  /// Whether the name is an ordinary one: two to four characters that can be read.
  private let isPlain: Bool

  /// - Parameter identity: the number as the comparison of the row found it, "" where it is not valid.
  public init(_ source: PoliceRow, identity: String, today: Day) {
    name = Cleaning.name(source.name).text
    scalars = Array(name.unicodeScalars)
    self.identity = identity
    places = source.identityIsNumberCell ? [] : NumberLikeness.places(of: identity.isEmpty ? source.identity : identity)
    repairs =
      identity.isEmpty && !source.identityIsNumberCell
      ? IdentityCheck.repairs(of: source.identity, today: today) : []
    let written =
      places.count == 18 && !places[6..<14].contains(0) ? WrittenIdentity(places.map { $0 == 0 ? 48 : $0 }) : nil
    births = (source.birth.day ?? written?.birth).map { [$0] } ?? []
    formerIdentity = source.formerIdentity
    address = Cleaning.field(source.address)
    isPlain = (2...4).contains(scalars.count) && !scalars.contains { $0.isPlaceholder || $0 == NameLikeness.dot }
  }

  var village: Village { Village(of: address) }

  /// The six digits of the district its number names.
  public var district: String? {
    places.count == 18 && !places[..<6].contains(0) ? String(decoding: places[..<6], as: UTF8.self) : nil
  }

  /// Every other birth date that one slip may have made of those told.
  public var nearBirths: [Day] { births.flatMap(BirthLikeness.near) }

  /// Whether a birth date is one that the row tells, or near it.
  public func isNear(_ birth: Day) -> Bool {
    births.contains { BirthLikeness.between(row: $0, held: birth) != .different }
  }

  /// Whether a name resembles the row's.
  public func resembles(_ name: String) -> Bool {
    mayResemble(name)
      && NameLikeness.between(row: scalars, held: Array(name.unicodeScalars)).finding != .different
  }

  /// A quick no for the many names that have nothing in common with the row's; what it lets through is looked at whole.
  func mayResemble(_ name: String) -> Bool {
    guard isPlain else { return true }
    var (place, differing) = (0, 0)
    var (sharesFirst, isAlike, isSwapped) = (false, true, false)
    var last: Unicode.Scalar?
    for scalar in name.unicodeScalars {
      if place == 4 || scalar.isPlaceholder { return true }
      if place < scalars.count, scalar != scalars[place] {
        differing += 1
        if differing == 2, let last, place > 0, last == scalars[place], scalars[place - 1] == scalar {
          isSwapped = true
        }
        if isAlike {
          isAlike = Variants.areSame(scalars[place], scalar) || Pinyin.soundAlike(scalars[place], scalar)
        }
      } else if place == 0 {
        sharesFirst = true
      }
      last = scalar
      place += 1
    }
    switch place - scalars.count {
    case 0: return differing <= 1 || isAlike || isSwapped && differing == 2
    case 1, -1: return sharesFirst || last == scalars.last
    default: return false
    }
  }
}

/// Somebody of the register, beside whom a row is held.
public struct NearHolder: Sendable {
  public let certificate: String
  /// Cleaned.
  public let name: String
  public let identity: String
  public let birth: Day?
  public let address: String

  public init(certificate: String, name: String, identity: String, birth: Day?, address: String) {
    self.certificate = certificate
    self.name = name
    self.identity = identity
    self.birth = birth
    self.address = address
  }
}
