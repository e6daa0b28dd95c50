/// Where a certificate moves to and from (domain: 2.6): another county, and one that can be found.
extension Application {
  /// Whether it moves between this county and another; inside the county only the address is another one.
  func movesElsewhere(in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    guard let named = placeOfMove, let office = Self.code(of: circumstances.facts.county) else { return true }
    return !Districts.codes(writtenIn: named).contains { circumstances.policy.present($0, of: office) == office }
  }

  /// Whether the place is a district that is known, or may be a new one, or somebody says why it is written so.
  ///
  /// What is neither a code nor a name is no place, whatever is said about it.
  var destinationIsKnown: Bool {
    guard let named = placeOfMove, !named.isEmpty else { return true }
    if Self.isMalformed(place: named) { return false }
    return service != .transferOut || !self[.reason].isEmpty || !Districts.codes(writtenIn: named).isEmpty
      || Self.newCode(in: named) != nil
  }

  /// The county field whose code cannot be one, or `nil`.
  var wrongCounty: CaseField? {
    [CaseField.acceptingCounty, .decidingCounty].first {
      !self[$0].isEmpty && !Districts.isWellFormed(Cleaning.field(self[$0]))
    }
  }

  /// The field of the place of this move.
  var placeField: CaseField { service == .transferIn ? .origin : .destination }

  /// Codes that no table knows: a new district, or a slip.
  var codeWarnings: [Warning] {
    guard !Self.decided.contains(state) else { return [] }
    let counties = [CaseField.acceptingCounty, .decidingCounty].compactMap { field in
      Self.newCode(in: self[field]).map { (field, $0) }
    }
    let place = placeOfMove.flatMap(Self.newCode).map { [(placeField, $0)] } ?? []
    return (place + counties).map { field, code in
      let name = service.input(for: field).name
      return Warning(
        code: .codeUnknown,
        sentence: Phrase(
          "\(name.chinese) \(code) 不在区划表中：新设的区请核实，写错的请更正",
          "\(name.english) \(code) is in no table of districts: a new district, or a slip"),
        possibleFrom: nil, source: Phrase("GB/T 2260", "GB/T 2260"))
    }
  }

  private static func isMalformed(place: String) -> Bool {
    let text = Cleaning.field(place)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty { return !Districts.isWellFormed(digits) }
    return text.allSatisfy(\.isASCII)
  }

  /// The code at the beginning that may be a district's and that no table knows.
  private static func newCode(in text: String) -> String? {
    let digits = Cleaning.field(text).prefix { $0.isASCII && $0.isNumber }
    guard Districts.isWellFormed(digits), Districts.standing(of: digits) == .unknown else { return nil }
    return String(digits)
  }

  /// The county to which a certificate moves, by its full name where the code says it.
  public var destinationName: String { Self.placeName(self[.destination]) }

  /// The county from which it moves, likewise.
  public var originName: String { Self.placeName(self[.origin]) }

  static func placeName(_ written: String) -> String {
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
