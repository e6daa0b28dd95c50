/// The settings under which an office works (domain: 10.1), with the national or usual value where it set none.
public struct Policy: Hashable, Sendable {
  public static let name = Phrase("设置", "Settings")

  public private(set) var values: [PolicyKey: String]

  public init(_ values: [PolicyKey: String] = [:]) { self.values = values }

  public subscript(key: PolicyKey) -> String {
    get { values[key] ?? key.standard }
    set { values[key] = newValue }
  }

  public var countyOldCodes: [String] { list(.countyOldCodes) }
  /// The code that a county has now: the office's own where the one told is an earlier code of it.
  public func present(_ county: String, of office: String) -> String {
    countyOldCodes.contains(county) ? office : county
  }

  public var clockJumpDays: Int { number(.clockJumpDays) }
  public var intakeDays: Int { number(.intakeDays) }
  public var correctionDays: Int { number(.correctionDays) }
  public var residencePermitsAreAdmitted: Bool { holds(.residencePermits) }
  public var photoCount: Int { number(.photoCount) }
  public var photoMaxKilobytes: Int { number(.photoMaxKilobytes) }
  public var photoMinWidth: Int { number(.photoMinWidth) }
  public var photoMinHeight: Int { number(.photoMinHeight) }
  public var barMonths: Int { number(.reapplyBarMonths) }
  /// `nil` where the office warns of no waiting time.
  public var eligibilityWaitMonths: Int? { Int(self[.eligibilityWaitMonths]) }
  /// `nil` where the office warns of no age.
  public func eligibilityMinAge(of category: DisabilityCategory) -> Int? { Int(self[.eligibilityMinAge(category)]) }
  /// `nil` where the office warns of no grade.
  func lightestHearingGrade(under age: Int) -> Grade? {
    Int(self[.eligibilityHearingGrade(under: age)]).flatMap(Grade.init(rawValue:))
  }

  public var directPathIsOpen: Bool { holds(.directPath) }
  public var panelSize: Int { number(.panelMinimum) }
  public var panelCategories: [Int] { numbers(.panelCategories) }
  public var panelSpecialSeal: Bool { holds(.panelSpecialSeal) }
  public var doctors: Int { number(.assessmentDoctors) }
  public var assessmentValidDays: Int { number(.assessmentValidDays) }
  public var delegationDays: Int { number(.delegationDays) }

  public var noticeDays: Int { number(.noticeDays) }
  public var minorsAreNotPosted: Bool { holds(.noticeSkipsMinors) }
  public var reviewDays: Int { number(.reviewDays) }
  public var cityReview: Bool { holds(.cityReview) }
  public var objectionDays: Int { number(.objectionDays) }

  public var renewalOpenMonths: Int { number(.renewalOpenMonths) }
  public var renewalRemindMonths: [Int] { numbers(.renewalRemindMonths) }
  public var renewalFinalNoticeDays: Int { number(.renewalFinalNoticeDays) }
  public var renewalReassess: ReassessRule { choice(.renewalReassess) }
  public var reassessIfPanelPath: Bool { holds(.reassessIfPanelPath) }

  public var announceKind: AnnounceKind { choice(.announceKind) }
  public var announceDays: Int { number(.announceDays) }
  public var changeMinMonths: Int { number(.changeMinMonths) }
  public var suffixRestartsOnChange: Bool { holds(.suffixRestartsOnChange) }
  /// Papers asked for beyond those of the Measures.
  public func extraMaterials(for service: ServiceKind) -> [MaterialCode] {
    list(.extraMaterials(service)).compactMap(MaterialCode.init(rawValue:))
  }
  /// Working days that the office promises, or `nil`.
  public func promiseDays(for service: ServiceKind) -> Int? { Int(self[.promiseDays(service)]) }

  public var freezeAfterMonths: Int { number(.freezeAfterMonths) }
  public var cancelAfterMonths: Int { number(.cancelAfterMonths) }
  public var transferInPrintsCard: Bool { holds(.transferInPrintsCard) }
  public var transferInReassess: Bool { holds(.transferInReassess) }
  public var freezeReviewDays: Int { number(.freezeReviewDays) }
  public var expiredMayBeFrozen: Bool { holds(.freezesExpired) }

  public var collectRemindDays: Int { number(.collectRemindDays) }
  public var reconDeadlineDays: Int { number(.reconDeadlineDays) }
  public var secondSourceIsUsed: Bool { holds(.reconSecondSource) }

  private func number(_ key: PolicyKey) -> Int {
    guard let value = Int(self[key]) else { preconditionFailure("\(key.code) is checked before it is stored") }
    return value
  }

  private func choice<Choice: RawRepresentable<String>>(_ key: PolicyKey) -> Choice {
    guard let value = Choice(rawValue: self[key]) else {
      preconditionFailure("\(key.code) is checked before it is stored")
    }
    return value
  }

  private func holds(_ key: PolicyKey) -> Bool { self[key] == "true" }
  private func list(_ key: PolicyKey) -> [String] { self[key].split(separator: ",").map(String.init) }
  private func numbers(_ key: PolicyKey) -> [Int] { list(key).compactMap { Int($0) } }
}
