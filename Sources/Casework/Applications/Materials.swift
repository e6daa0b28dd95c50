/// Papers that were presented: a count for each code.
public struct Materials: Hashable, Sendable {
  public let counts: [MaterialCode: Int]

  public init(_ counts: [MaterialCode: Int] = [:]) { self.counts = counts }

  /// Reads `ID,HK,PH×3`; `x` and `*` stand for `×` as well.
  ///
  /// `nil` where a code is unknown.
  public init?(_ text: some StringProtocol) {
    var counts: [MaterialCode: Int] = [:]
    for item in WrittenList.items(text) {
      guard let (code, count) = Self.item(item) else { return nil }
      counts[code, default: 0] += count
    }
    self.counts = counts
  }

  /// One paper and its count; a code may itself end in X (PX).
  private static func item(_ text: String) -> (MaterialCode, Int)? {
    if let code = MaterialCode(rawValue: text.uppercased()) { return (code, 1) }
    guard let mark = text.lastIndex(where: { "×xX*".contains($0) }),
      let code = MaterialCode(rawValue: text[..<mark].uppercased()), let count = Int(text[text.index(after: mark)...]),
      count > 0
    else { return nil }
    return (code, count)
  }

  public subscript(code: MaterialCode) -> Int { counts[code] ?? 0 }

  /// Both together, the larger number of each.
  func adding(_ more: Materials) -> Materials { Materials(counts.merging(more.counts, uniquingKeysWith: max)) }

  /// `ID,HK,PH×3`.
  public var text: String {
    MaterialCode.allCases.filter { self[$0] > 0 }
      .map { self[$0] == 1 ? $0.rawValue : "\($0.rawValue)×\(self[$0])" }
      .joined(separator: ",")
  }

  /// Reads `CODE:reason,CODE:reason`; `nil` where a code is unknown or a reason is missing.
  public static func waivers(_ text: some StringProtocol) -> [MaterialCode: String]? {
    var waivers: [MaterialCode: String] = [:]
    for item in WrittenList.items(text, partedBy: ",，;；") {
      let parts = item.split(maxSplits: 1) { $0 == ":" || $0 == "：" }.map(String.init)
      guard parts.count == 2, let code = MaterialCode(rawValue: parts[0].uppercased().filter { $0 != " " }) else {
        return nil
      }
      waivers[code] = parts[1]
    }
    return waivers
  }
}

/// One paper that a service asks for, and how many of it.
public struct MaterialDemand: Hashable, Sendable {
  public let code: MaterialCode
  public let count: Int
  /// Why it is asked for.
  public let ground: Phrase
}

/// The papers of the office (domain: 2.1).
public enum MaterialCode: String, CaseIterable, Sendable {
  case identityCard = "ID"
  case householdBook = "HK"
  case photo = "PH"
  case applicationForm = "AF"
  case assessmentForm = "EF"
  case guardianIdentityCard = "GID"
  case guardianHouseholdBook = "GHK"
  case guardianshipProof = "GP"
  case medicalRecords = "MR"
  case oldCertificate = "OC"
  case lossStatement = "LS"
  case lossAnnouncement = "LN"
  case moveCertificate = "MV"
  case transferLetter = "TP"
  case residencePermit = "RP"
  case deathDocument = "DP"
  case voluntaryRequest = "VW"
  case proxyLetter = "PX"
  case policeCorrection = "PC"
  case decision = "DD"

  /// All codes with their names, in one line.
  static func listed(_ language: Language) -> String {
    allCases.map { "\($0.rawValue) \($0.name(in: language))" }.joined(separator: language == .chinese ? "、" : ", ")
  }

  public var name: Phrase {
    switch self {
    case .identityCard: Phrase("居民身份证", "Identity card")
    case .householdBook: Phrase("户口簿", "Household register booklet")
    case .photo: Phrase("照片", "Photos")
    case .applicationForm: Phrase("申请表", "Application form")
    case .assessmentForm: Phrase("评定表", "Assessment form")
    case .guardianIdentityCard: Phrase("监护人身份证", "Guardian's identity card")
    case .guardianHouseholdBook: Phrase("监护人户口簿", "Guardian's household book")
    case .guardianshipProof: Phrase("监护关系证明", "Proof of guardianship")
    case .medicalRecords: Phrase("病历、诊断证明", "Medical records")
    case .oldCertificate: Phrase("原残疾人证", "Old certificate")
    case .lossStatement: Phrase("挂失声明", "Loss statement")
    case .lossAnnouncement: Phrase("登报或公告证明", "Proof that the loss was announced")
    case .moveCertificate: Phrase("户口迁移证明", "Police certificate of move")
    case .transferLetter: Phrase("残疾人证迁移证明", "Certificate transfer letter")
    case .residencePermit: Phrase("居住证", "Residence permit")
    case .deathDocument: Phrase("死亡证明", "Death document")
    case .voluntaryRequest: Phrase("自愿注销申请", "Voluntary cancellation request")
    case .proxyLetter: Phrase("委托书及代理人身份证", "Proxy letter and identity card")
    case .policeCorrection: Phrase("公安变更或更正证明", "Police document of correction")
    case .decision: Phrase("处理决定、判决或核查结论", "Decision, judgment or finding of an inquiry")
    }
  }
}

/// One paper as it lies in the archive: how many, original or copy, where, and its scan.
public struct RegisteredPaper: Hashable, Sendable {
  public let count: Int
  public let isOriginal: Bool
  public let pages: Int
  public let shelf: String
  /// Where the scan was read from, and the digest of what was read.
  public let scan: String
  public let digest: String

  init(_ kept: Entries) {
    count = Int(kept.text("count")) ?? 1
    isOriginal = kept.text("form") == "original"
    pages = Int(kept.text("pages")) ?? 0
    shelf = kept.text("shelf")
    scan = kept.text("scan")
    digest = kept.text("sha256")
  }
}
