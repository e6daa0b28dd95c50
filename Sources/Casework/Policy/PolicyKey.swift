/// Every setting that the program reads: its code, usual value, meaning and source.
public enum PolicyKey: String, CaseIterable, Sendable {
  case directPath = "assessment.direct_path.enabled"
  case panelMinimum = "panel.min_size"
  case panelCategories = "panel.allowed_categories"
  case assessmentDoctors = "assess.doctors"
  case assessmentValidDays = "assess.valid_days"
  case photoCount = "materials.photo_count"
  case intakeDays = "intake.days"
  case correctionDays = "correction.days"
  case noticeDays = "notice.days"
  case noticeSkipsMinors = "notice.skip_minor"
  case reviewDays = "review.days"
  case objectionDays = "objection.days"
  case reapplyBarMonths = "reapply.bar_months"
  case freezeAfterMonths = "transfer.freeze_after_months"
  case cancelAfterMonths = "transfer.cancel_after_months"
  case residencePermits = "applicant.allow_hmt_permit"

  /// The value where the office has set none.
  public var standard: String { facts.standard }
  public var name: Phrase { facts.name }
  /// Where the value comes from: an article, or "design" where the program chose it.
  public var source: String { facts.source }

  private var facts: (standard: String, name: Phrase, source: String) {
    switch self {
    case .directPath: ("true", Phrase("准许三人联合直接评定", "Direct assessment by three people"), "Measures 2008")
    case .panelMinimum: ("3", Phrase("联合评定最少人数", "Smallest panel"), "Measures 2008")
    case .panelCategories:
      ("4,1", Phrase("可直接评定的类别（1 仅限眼球缺失）", "Categories a panel may assess (1 only without eyeballs)"), "Measures 2008")
    case .assessmentDoctors: ("1", Phrase("评定医生人数", "Doctors an assessment takes"), "design")
    case .assessmentValidDays: ("90", Phrase("评定转介有效期（日）", "Days a referral stays good"), "design")
    case .photoCount: ("3", Phrase("照片张数", "Photos"), "Measures art. 9")
    case .intakeDays: ("5", Phrase("受理决定期限（工作日）", "Working days to decide on acceptance"), "design")
    case .correctionDays: ("30", Phrase("补正期限（日）", "Days to correct"), "design")
    case .noticeDays: ("5", Phrase("公示期（工作日）", "Working days of public notice"), "Measures art. 9")
    case .noticeSkipsMinors: ("true", Phrase("未成年人不公示", "Minors are not posted"), "Measures art. 9")
    case .reviewDays: ("10", Phrase("审核批准期限（工作日）", "Working days to review and approve"), "Measures art. 9")
    case .objectionDays: ("10", Phrase("对结论提出异议的期限（工作日）", "Working days to object to a result"), "Measures art. 25")
    case .reapplyBarMonths:
      ("12", Phrase("注销后不得重新申请（月）", "Months without a new application after cancelling"), "Measures art. 24")
    case .freezeAfterMonths: ("6", Phrase("户口迁出未转证，冻结（月）", "Months after a move until freezing"), "Measures art. 23")
    case .cancelAfterMonths: ("12", Phrase("户口迁出未转证，注销（月）", "Months after a move until cancelling"), "Measures art. 24")
    case .residencePermits: ("false", Phrase("受理港澳台居民居住证", "Residence permits of Hong Kong, Macao, Taiwan"), "design")
    }
  }
}
