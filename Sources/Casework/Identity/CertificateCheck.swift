/// Why something is not a certificate number.
public enum CertificateProblem: Hashable, Sendable {
  case identity(IdentityProblem)
  case badCategory
  case badGrade
  case badSuffix

  /// The code of the command line.
  public var code: String {
    switch self {
    case .identity(let problem): problem.rawValue
    case .badCategory: "bad_category"
    case .badGrade: "bad_grade"
    case .badSuffix: "bad_suffix"
    }
  }

  /// What a clerk should do about it.
  public var advice: Phrase {
    switch self {
    case .identity(.empty):
      Phrase("没有填写号码，请补上残疾人证号。", "The number is missing: enter the certificate number.")
    case .identity(.badLength):
      Phrase(
        "位数不对，残疾人证号为20位，补发的另加B和次数。",
        "Wrong length: a certificate number has 20 characters, and B with a count once reissued.")
    case .identity(let problem): problem.advice
    case .badCategory:
      Phrase("第19位应为残疾类别代码1至7，请核对。", "Character 19 must be a category, 1 to 7: compare it with the card.")
    case .badGrade:
      Phrase("第20位应为残疾等级1至4，请核对。", "Character 20 must be a grade, 1 to 4: compare it with the card.")
    case .badSuffix:
      Phrase(
        "补发标记应为B加1至99的次数（如B1），请核对。", "The suffix must be B and a count from 1 to 99 (B1): compare it with the card.")
    }
  }
}

/// The answer to one certificate number as somebody wrote it.
public struct CertificateCheck: Hashable, Sendable {
  /// What was written.
  public let input: String
  /// The canonical text of a valid number, else the cleaned text that is left to look at, or nothing.
  public let normalized: String?
  /// The number, where it is valid.
  public let number: CertificateNumber?
  /// What makes it unusable.
  public let problem: CertificateProblem?
  /// What deserves a look, in the order of `IdentityWarning`.
  public let warnings: [IdentityWarning]

  public var valid: Bool { number != nil }

  /// Cleans and checks a number: the identity part first, in the order of `IdentityProblem`, then category, grade
  /// and suffix.
  public static func check(_ raw: String, isNumberCell: Bool = false, today: Day) -> CertificateCheck {
    let cleaned = Cleaning.number(raw)
    if let problem = cleaned.unusable(asNumberCell: isNumberCell) {
      return CertificateCheck(raw, nil, .identity(problem), warnings: [])
    }
    if let problem = cleaned.certificateShapeProblem {
      let text = problem == .notID ? nil : cleaned.text
      return CertificateCheck(raw, text, .identity(problem), warnings: cleaned.changes.warnings)
    }
    return CertificateCheck(raw, cleaned, today: today)
  }

  /// Checks a part of a longer text.
  public static func check(
    _ raw: some StringProtocol, isNumberCell: Bool = false, today: Day
  ) -> CertificateCheck {
    check(String(raw), isNumberCell: isNumberCell, today: today)
  }
}

extension CertificateCheck: CustomStringConvertible {
  public var description: String { problem?.code ?? number?.masked ?? "" }
}

extension CertificateCheck {
  private init(
    _ raw: String, _ normalized: String?, _ problem: CertificateProblem, warnings: [IdentityWarning]
  ) {
    self.init(input: raw, normalized: normalized, number: nil, problem: problem, warnings: warnings)
  }

  /// The rest of the check, for a text of at least 20 characters whose first 20 have the right shape.
  private init(_ raw: String, _ cleaned: CleanedNumber, today: Day) {
    let bytes = cleaned.text.utf8.map { $0 == UInt8(ascii: "b") ? UInt8(ascii: "B") : $0 }
    guard let written = WrittenIdentity(bytes[..<18]) else {
      preconditionFailure("the shape of the identity part was looked at before")
    }
    let category = DisabilityCategory(rawValue: Int(bytes[18]) - 48)
    let grade = Grade(rawValue: Int(bytes[19]) - 48)
    let reissue = CertificateNumber.reissue(suffix: bytes[20...])
    let lost = bytes[15..<20].allSatisfy { $0 == UInt8(ascii: "0") }
    let problem = written.problem(today: today)

    if let problem, !lost || problem == .badDate {
      let text = problem == .excelFloat ? nil : cleaned.text
      self.init(raw, text, .identity(problem), warnings: cleaned.changes.warnings)
    } else if lost {
      self.init(raw, nil, .identity(.excelFloat), warnings: cleaned.changes.warnings)
    } else if let category, let grade, let reissue {
      let number = CertificateNumber(
        identity: IdentityNumber(body: written.body), category: category, grade: grade, reissue: reissue)
      let warnings = IdentityWarning.all(of: number.identity, changes: cleaned.changes, upgraded: false)
      self.init(input: raw, normalized: number.text, number: number, problem: nil, warnings: warnings)
    } else {
      let problem: CertificateProblem = category == nil ? .badCategory : grade == nil ? .badGrade : .badSuffix
      self.init(raw, cleaned.text, problem, warnings: cleaned.changes.warnings)
    }
  }
}

extension CleanedNumber {
  /// What is wrong with the shape of the first twenty characters and of the length.
  fileprivate var certificateShapeProblem: IdentityProblem? {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "*")) { return .masked }
    if isNoNumber { return .notID }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == 20 || (scalars.count > 20 && ["B", "b"].contains(scalars[20])) else { return .badLength }
    let digits = scalars[18..<20].allSatisfy { ("0"..."9").contains($0) }
    return digits && WrittenIdentity(bytes.prefix(18)) != nil ? nil : .badChar
  }
}
