/// The answer to one number as somebody wrote it.
public struct IdentityCheck: Hashable, Sendable {
  /// What was written.
  public let input: String
  /// The cleaned text: all eighteen characters of a valid number, else what is left to look at, or nothing.
  public let normalized: String?
  /// The number, where it is valid.
  public let number: IdentityNumber?
  /// What makes it unusable.
  public let problem: IdentityProblem?
  /// What deserves a look, in the order of `IdentityWarning`.
  public let warnings: [IdentityWarning]

  public var valid: Bool { number != nil }

  /// Cleans and checks a number in the order of `IdentityProblem`.
  ///
  /// A spreadsheet cell that holds a number of sixteen digits or more has lost some, whatever it shows.
  public static func check(_ raw: String, isNumberCell: Bool = false, today: Day) -> IdentityCheck {
    if !isNumberCell, let written = WrittenIdentity(raw.utf8) {
      return IdentityCheck(raw, as: raw, written: written, changes: [], upgraded: false, today: today)
    }
    let cleaned = Cleaning.number(raw)
    if let problem = cleaned.unusable(asNumberCell: isNumberCell) {
      return IdentityCheck(raw, unusable: problem)
    }
    let bytes = Array(cleaned.text.utf8)
    if let written = WrittenIdentity(bytes) {
      return IdentityCheck(
        raw, as: cleaned.text, written: written, changes: cleaned.changes, upgraded: false, today: today)
    }
    if let written = WrittenIdentity(fifteen: bytes) {
      return IdentityCheck(
        raw, as: cleaned.text, written: written, changes: cleaned.changes, upgraded: true, today: today)
    }
    return IdentityCheck(raw, misshapen: cleaned)
  }

  /// Checks a part of a longer text.
  public static func check(
    _ raw: some StringProtocol, isNumberCell: Bool = false, today: Day
  ) -> IdentityCheck {
    check(String(raw), isNumberCell: isNumberCell, today: today)
  }
}

extension IdentityCheck: CustomStringConvertible {
  public var description: String { problem?.rawValue ?? number?.masked ?? "" }
}

extension IdentityCheck {
  private init(_ raw: String, unusable problem: IdentityProblem) {
    self.init(input: raw, normalized: nil, number: nil, problem: problem, warnings: [])
  }

  private init(_ raw: String, misshapen cleaned: CleanedNumber) {
    let length = cleaned.text.unicodeScalars.count
    let problem: IdentityProblem =
      cleaned.text.utf8.contains(UInt8(ascii: "*"))
      ? .masked : cleaned.isNoNumber ? .notID : length == 18 || length == 15 ? .badChar : .badLength
    self.init(
      input: raw, normalized: problem == .notID ? nil : cleaned.text, number: nil, problem: problem,
      warnings: cleaned.changes.warnings)
  }

  private init(
    _ raw: String, as text: String, written: WrittenIdentity, changes: CleanedNumber.Changes, upgraded: Bool,
    today: Day
  ) {
    if let problem = written.problem(today: today) {
      self.init(
        input: raw, normalized: problem == .excelFloat ? nil : text, number: nil, problem: problem,
        warnings: changes.warnings)
      return
    }
    let number = IdentityNumber(body: written.body)
    self.init(
      input: raw, normalized: upgraded ? number.text : text, number: number, problem: nil,
      warnings: IdentityWarning.all(of: number, changes: changes, upgraded: upgraded))
  }
}

extension CleanedNumber.Changes {
  var warnings: [IdentityWarning] {
    guard !isEmpty else { return [] }
    return (contains(.fullWidth) ? [.fullWidth] : []) + (contains(.lowerX) ? [.lowerX] : [])
      + (contains(.stripped) ? [.cleaned] : [])
  }
}

extension IdentityWarning {
  static func all(of number: IdentityNumber, changes: CleanedNumber.Changes, upgraded: Bool) -> [IdentityWarning] {
    let standing = Districts.standing(of: number.districtCode)
    let old = number.body / 10_000_000 % 10_000 < 1900 || (upgraded && number.body % 1000 >= 996)
    let permit = number.districtCode / 10_000 >= 81
    if standing == .current && changes.isEmpty && !upgraded && !old && !permit { return [] }

    var warnings: [IdentityWarning] = []
    if standing == .unknown { warnings.append(.unknownDistrict) }
    if standing == .old { warnings.append(.oldDistrict) }
    if upgraded { warnings.append(.upgraded15) }
    warnings += changes.warnings
    if permit && standing == .current { warnings.append(.hmtPermit) }
    if old { warnings.append(.pre1900) }
    return warnings
  }
}
