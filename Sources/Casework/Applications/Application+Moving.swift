/// Where a certificate moves to and from (domain: 2.6): another county, and one that can be found.
extension Application {
  /// Whether it moves between this county and another; inside the county only the address is another one.
  func movesElsewhere(in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    guard let named = placeOfMove, let office = Self.code(of: circumstances.facts.county) else { return true }
    return !Districts.codes(writtenIn: named).contains { circumstances.policy.present($0, of: office) == office }
  }

  /// Whether the destination is a district that is known, or somebody says why it is written so.
  var destinationIsKnown: Bool {
    service != .transferOut || self[.destination].isEmpty || !self[.reason].isEmpty
      || !Districts.codes(writtenIn: self[.destination]).isEmpty
  }

  /// The county to which a certificate moves, by its full name where the code says it.
  public var destinationName: String { Self.placeName(self[.destination]) }

  /// The county from which it moves, likewise.
  public var originName: String { Self.placeName(self[.origin]) }

  private static func placeName(_ written: String) -> String {
    let codes = Districts.codes(writtenIn: written)
    guard codes.count == 1, let code = codes.first, let name = Districts.fullName(of: code) else { return written }
    return "\(name)（\(code)）"
  }

  private var placeOfMove: String? {
    switch service {
    case .transferOut: self[.destination]
    case .transferIn: self[.origin]
    default: nil
    }
  }

  private static func code(of county: String) -> String? { county.isEmpty ? nil : county }
}

extension Districts {
  /// The districts that a place names: by its code at the beginning, or by a name that ends it.
  static func codes(writtenIn text: String) -> [String] {
    let place = Cleaning.field(text)
    let digits = place.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 6 { return standing(of: digits) == .unknown ? [] : [String(digits)] }
    guard digits.isEmpty, place.count >= 2 else { return [] }
    return codes(named: place)
  }
}
