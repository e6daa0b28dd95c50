/// The number of a disability certificate: identity number, category, grade, and `B` with a count once reissued.
///
/// It is a person's data: printing it shows the masked form, and only `text` gives the whole.
public struct CertificateNumber: Hashable, Sendable {
  public let identity: IdentityNumber
  public let category: DisabilityCategory
  public let grade: Grade
  /// How often a lost card was reissued: 0 for the first card, 99 at most.
  public let reissue: Int

  /// More do not fit behind the `B`.
  static let mostReissues = 99

  public init(identity: IdentityNumber, category: DisabilityCategory, grade: Grade, reissue: Int = 0) {
    precondition((0...Self.mostReissues).contains(reissue), "a certificate number has room for 99 reissues")
    self.identity = identity
    self.category = category
    self.grade = grade
    self.reissue = reissue
  }

  /// Reads a number already in normal form; a bare `B`, the older style, is the first reissue.
  public init?(_ normalized: some StringProtocol) {
    let bytes = Array(normalized.utf8)
    guard bytes.count >= 20, bytes.allSatisfy({ $0 < 128 }),
      let identity = IdentityNumber(String(decoding: bytes[..<18], as: UTF8.self)),
      let category = DisabilityCategory(rawValue: Int(bytes[18]) - 48),
      let grade = Grade(rawValue: Int(bytes[19]) - 48),
      let reissue = CertificateNumber.reissue(suffix: bytes[20...])
    else { return nil }
    self.init(identity: identity, category: category, grade: grade, reissue: reissue)
  }

  /// The canonical writing: 20 characters, and `B1` to `B99` once reissued.
  public var text: String { baseText + suffix }

  /// The 20 characters without the suffix.
  public var baseText: String { "\(identity.text)\(category.rawValue)\(grade.rawValue)" }

  /// The form for lists and notices: the first six and the last four of the 20 characters, and the suffix.
  public var masked: String {
    let base = baseText
    return base.prefix(6) + "**********" + base.suffix(4) + suffix
  }

  /// The number of the next card after a loss; `nil` when 99 are used up.
  public var reissued: CertificateNumber? {
    reissue == Self.mostReissues
      ? nil : CertificateNumber(identity: identity, category: category, grade: grade, reissue: reissue + 1)
  }

  private var suffix: String { reissue == 0 ? "" : "B\(reissue)" }

  /// The count behind a `B`; `nil` where the suffix is neither empty nor well formed.
  static func reissue(suffix: some Collection<UInt8>) -> Int? {
    guard let first = suffix.first else { return 0 }
    guard first == UInt8(ascii: "B") else { return nil }
    let digits = suffix.dropFirst()
    if digits.isEmpty { return 1 }
    guard digits.count <= 2, digits.first != UInt8(ascii: "0"), let count = UInt64(digits: digits) else { return nil }
    return Int(count)
  }
}

extension CertificateNumber: Comparable {
  public static func < (left: CertificateNumber, right: CertificateNumber) -> Bool {
    (left.identity, left.category.rawValue, left.grade, left.reissue)
      < (right.identity, right.category.rawValue, right.grade, right.reissue)
  }
}

extension CertificateNumber: CustomStringConvertible {
  public var description: String { masked }
}
