extension PolicyKey {
  static let intake =
    [
      intakeDays, correctionDays, residencePermits, photoCount, photoMaxKilobytes, photoMinWidth, photoMinHeight,
      reapplyBarMonths, eligibilityWaitMonths,
    ] + DisabilityCategory.allCases.map(eligibilityMinAge)
    + hearingAges.map(eligibilityHearingGrade)

  static let assessment = [
    directPath, panelMinimum, panelCategories, panelSpecialSeal, assessmentDoctors, assessmentValidDays,
    delegationDays,
  ]

  static let decision = [noticeDays, noticeSkipsMinors, noticePhone, reviewDays, cityReview, objectionDays]

  public static let countyOldCodes = PolicyKey(
    "county.old_codes", Phrase("本县区旧代码", "Earlier codes of the county"), .counties, standard: "", from: .design,
    binding: .step)

  public static let intakeDays = PolicyKey(
    "intake.days", Phrase("受理决定期限（工作日）", "Working days to decide on acceptance"), .number(1...60), standard: "5",
    from: .design, binding: .step)
  public static let correctionDays = PolicyKey(
    "correction.days", Phrase("补正期限（日）", "Days to correct"), .number(1...366), standard: "30", from: .design,
    binding: .step)
  public static let residencePermits = PolicyKey(
    "applicant.allow_hmt_permit", Phrase("受理港澳台居民居住证", "Residence permits of Hong Kong, Macao, Taiwan"), .yesNo,
    standard: "false", from: .design, binding: .opening)
  public static let photoCount = PolicyKey(
    "materials.photo_count", Phrase("照片张数", "Photos"), .number(1...9), standard: "3", from: .measures(9),
    binding: .opening, services: Set(ServiceKind.allCases.filter { $0.steps.card != .never }))
  public static let photoMaxKilobytes = PolicyKey(
    "photo.max_kb", Phrase("照片文件上限（KB）", "Largest photo file (KB)"), .number(10...20_000), standard: "500",
    from: .design, binding: .step)
  public static let photoMinWidth = PolicyKey(
    "photo.min_width", Phrase("照片最小宽度（像素）", "Smallest width of a photo (pixels)"), .number(50...9999),
    standard: "413", from: .design, binding: .step)
  public static let photoMinHeight = PolicyKey(
    "photo.min_height", Phrase("照片最小高度（像素）", "Smallest height of a photo (pixels)"), .number(50...9999),
    standard: "579", from: .design, binding: .step)
  public static let reapplyBarMonths = PolicyKey(
    "reapply.bar_months", Phrase("注销后不得重新申请（月）", "Months without a new application after cancelling"),
    .number(12...120), standard: "12", from: .measures(24), binding: .opening, services: [.new, .cancel])
  public static let eligibilityWaitMonths = PolicyKey(
    "eligibility.wait_months", Phrase("治疗结束后等待（月），仅提示", "Months to wait after treatment, as a warning"),
    .numberOrOff(1...60), standard: "", from: .localPractice, binding: .opening, services: [.new])

  /// The age from which a category is assessed, as a warning.
  public static func eligibilityMinAge(_ category: DisabilityCategory) -> PolicyKey {
    PolicyKey(
      "eligibility.min_age.\(category.rawValue)",
      Phrase("\(category.name.chinese)残疾最低年龄，仅提示", "Least age for \(category.name.english), as a warning"),
      .numberOrOff(1...18), standard: "", from: .localPractice, binding: .opening, services: [.new])
  }

  /// Under these ages places assess hearing for the graver grades only.
  public static let hearingAges = [2, 4]

  /// The lightest grade of hearing that is assessed under an age, as a warning.
  public static func eligibilityHearingGrade(under age: Int) -> PolicyKey {
    PolicyKey(
      "eligibility.hearing_grade.under_\(age)",
      Phrase("未满 \(age) 周岁听力残疾最轻评至几级，仅提示", "Lightest grade of hearing under \(age), as a warning"),
      .numberOrOff(1...4), standard: "", from: .localPractice, binding: .opening, services: [.new])
  }

  public static let directPath = PolicyKey(
    "assessment.direct_path.enabled", Phrase("准许三人联合直接评定", "Direct assessment by three people"), .yesNo,
    standard: "true", from: .measures2008, binding: .opening, services: [.new])
  public static let panelMinimum = PolicyKey(
    "panel.min_size", Phrase("联合评定最少人数", "Smallest panel"), .number(3...15), standard: "3", from: .measures2008,
    binding: .opening, services: [.new])
  public static let panelCategories = PolicyKey(
    "panel.allowed_categories", Phrase("可直接评定的类别（1 仅限眼球缺失）", "Categories a panel may assess (1 only without eyeballs)"),
    .numbers([1, 2, 3, 4], mayBeEmpty: false), standard: "4,1", from: .measures2008, binding: .opening,
    services: [.new])
  public static let panelSpecialSeal = PolicyKey(
    "panel.special_seal", Phrase("直接评定加盖专用章", "Special seal for direct assessment"), .yesNo, standard: "false",
    from: .localPractice, binding: .opening, services: [.new])
  public static let assessmentDoctors = PolicyKey(
    "assess.doctors", Phrase("评定医生人数", "Doctors an assessment takes"), .number(1...9), standard: "1", from: .design,
    binding: .opening, services: Set(ServiceKind.allCases.filter { $0.steps.assessment != .never }))
  public static let assessmentValidDays = PolicyKey(
    "assess.valid_days", Phrase("评定转介有效期（日）", "Days a referral stays good"), .number(1...366), standard: "90",
    from: .design, binding: .step)

  /// No national rule bounds it; half a year, so that a chair away for longer says so anew.
  public static let delegationDays = PolicyKey(
    "delegation.max_days", Phrase("签字授权最长期限（日）", "Longest delegation of a signature (days)"), .number(1...366),
    standard: "180", from: .design, binding: .step)

  /// Five working days by national rule: an office may post longer, not shorter.
  public static let noticeDays = PolicyKey(
    "notice.days", Phrase("公示期（工作日）", "Working days of public notice"), .number(5...60), standard: "5",
    from: .measures(9), binding: .step)
  public static let noticeSkipsMinors = PolicyKey(
    "notice.skip_minor", Phrase("未成年人不公示", "Minors are not posted"), .yesNo, standard: "true", from: .measures(9),
    binding: .step)
  public static let noticePhone = PolicyKey(
    "notice.phone", Phrase("公示、通知书上的联系电话", "Telephone on notices and slips"), .phones, standard: "",
    from: .localPractice,
    binding: .step)
  /// Ten working days by national rule: an office may be quicker, not slower.
  public static let reviewDays = PolicyKey(
    "review.days", Phrase("审核批准期限（工作日）", "Working days to review and approve"), .number(1...10), standard: "10",
    from: .measures(9), binding: .step)
  public static let cityReview = PolicyKey(
    "approval.city_review", Phrase("须经市级复核", "The prefecture reviews as well"), .yesNo, standard: "false",
    from: .measures(9), binding: .opening)
  /// Ten working days by national rule: an office may leave people longer, not shorter.
  public static let objectionDays = PolicyKey(
    "objection.days", Phrase("对结论提出异议的期限（工作日）", "Working days to object to a result"), .number(10...60),
    standard: "10", from: .measures(25), binding: .step)
}
