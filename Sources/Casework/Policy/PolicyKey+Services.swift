extension PolicyKey {
  static let renewal = [
    renewalOpenMonths, renewalRemindMonths, renewalFinalNoticeDays, renewalReassess, reassessIfPanelPath,
  ]

  static let services =
    [announceKind, announceDays, changeMinMonths, suffixRestartsOnChange]
    + ServiceKind.allCases.map(extraMaterials) + ServiceKind.allCases.map(promiseDays)

  static let transfer = [
    freezeAfterMonths, cancelAfterMonths, transferInPrintsCard, transferInReassess, freezeReviewDays,
    freezesExpired,
  ]

  static let reminders = [collectRemindDays, clockJumpDays, reconDeadlineDays, reconSecondSource]

  public static let reconDeadlineDays = PolicyKey(
    "recon.deadline_days", Phrase("季度结束后核销期限（工作日）", "Working days after a quarter to compare the register"),
    .number(1...60), standard: "15", from: .design, binding: .step)

  /// The police hear of a death only once a relative reports it (domain: 5.1).
  public static let reconSecondSource = PolicyKey(
    "recon.second_source", Phrase("核销也用民政火化名单", "Compare civil affairs' lists of cremations as well"), .yesNo,
    standard: "true", from: .localPractice, binding: .step)

  public static let clockJumpDays = PolicyKey(
    "clock.jump_days", Phrase("距最后一条记录超过几天先问日期", "Days after the last event from which the date is asked about"),
    .number(1...366), standard: "15", from: .design, binding: .step)

  public static let renewalOpenMonths = PolicyKey(
    "renewal.open_months_before", Phrase("期满前几个月起可换领", "Months before expiry from which renewal is open"),
    .number(12...60), standard: "12", from: .crossProvince, binding: .opening, services: [.renewExpired])
  public static let renewalRemindMonths = PolicyKey(
    "renewal.remind_months", Phrase("期满前几个月提醒", "Months before expiry when holders are reminded"),
    .numbers(Array(1...60), mayBeEmpty: true), standard: "6", from: .subsidyRule, binding: .step)
  public static let renewalFinalNoticeDays = PolicyKey(
    "renewal.final_notice_days", Phrase("期满前最后通知（日）", "Days before expiry of the last notice"), .number(1...366),
    standard: "30", from: .localPractice, binding: .step)
  public static let renewalReassess = PolicyKey(
    "renewal.reassess", Phrase("期满换领是否重新评定", "Reassessment at renewal"),
    .choice(ReassessRule.allCases.map { Input.Choice($0.rawValue, $0.name) }), standard: ReassessRule.doubt.rawValue,
    from: .localPractice, binding: .opening, services: [.renewExpired])
  public static let reassessIfPanelPath = PolicyKey(
    "renewal.reassess_if_panel_path", Phrase("直接评定的证换领时须到医院评定", "Panel certificates are reassessed at renewal"),
    .yesNo, standard: "true", from: .localPractice, binding: .opening, services: [.renewExpired])

  public static let announceKind = PolicyKey(
    "reissue.announce_kind", Phrase("遗失公告方式", "How a loss is announced"),
    .choice(AnnounceKind.allCases.map { Input.Choice($0.rawValue, $0.name) }), standard: AnnounceKind.none.rawValue,
    from: .localPractice, binding: .opening, services: [.reissue])
  public static let announceDays = PolicyKey(
    "reissue.announce_days", Phrase("遗失公告期（日）", "Days a loss is announced"), .number(0...180), standard: "0",
    from: .localPractice, binding: .opening, services: [.reissue])
  public static let changeMinMonths = PolicyKey(
    "change.min_months_between", Phrase("两次评定至少间隔（月）", "Least months between two assessments"), .number(0...60),
    standard: "12", from: .localPractice, binding: .opening, services: [.change])
  public static let suffixRestartsOnChange = PolicyKey(
    "number.reset_suffix_on_change", Phrase("类别等级变更后补发序号重新起算", "The suffix restarts when category or grade change"),
    .yesNo, standard: "true", from: .design, binding: .step)

  /// Papers that the office asks for beyond those of the Measures.
  public static func extraMaterials(_ service: ServiceKind) -> PolicyKey {
    PolicyKey(
      "materials.\(service.rawValue)",
      Phrase("「\(service.name.chinese)」另收材料", "Further papers for “\(service.name.english)”"), .materials,
      standard: "", from: .localPractice, binding: .opening, services: [service])
  }

  /// The office's public promise, shown beside the legal limit, which it may not exceed: ten working days of review
  /// where nothing is assessed (Measures article 9), else the fifty that one county has published as its limit.
  public static func promiseDays(_ service: ServiceKind) -> PolicyKey {
    PolicyKey(
      "promise.\(service.rawValue).days",
      Phrase("「\(service.name.chinese)」承诺办结（工作日）", "Working days promised for “\(service.name.english)”"),
      .numberOrOff(1...(service.steps.assessment == .never ? 10 : 50)), standard: "", from: .localPractice,
      binding: .opening, services: [service])
  }

  public static let freezeAfterMonths = PolicyKey(
    "transfer.freeze_after_months", Phrase("户口迁出未转证，冻结（月）", "Months after a move until freezing"), .number(6...60),
    standard: "6", from: .measures(23), binding: .step)
  public static let cancelAfterMonths = PolicyKey(
    "transfer.cancel_after_months", Phrase("户口迁出未转证，注销（月）", "Months after a move until cancelling"),
    .number(1...60), standard: "12", from: .measures(24), binding: .step)
  public static let transferInPrintsCard = PolicyKey(
    "transfer.in_print_card", Phrase("迁入时换发新证", "A card is printed at transfer in"), .yesNo, standard: "true",
    from: .localPractice, binding: .opening, services: [.transferIn])
  public static let transferInReassess = PolicyKey(
    "transfer.in_reassess", Phrase("迁入时重新评定", "Reassessment at transfer in"), .yesNo, standard: "false",
    from: .localPractice, binding: .opening, services: [.transferIn])
  public static let freezeReviewDays = PolicyKey(
    "freeze.review_days", Phrase("冻结后复核期限（日）", "Days until a freeze is looked at again"), .number(1...366),
    standard: "60", from: .design, binding: .step)

  public static let freezesExpired = PolicyKey(
    "freeze.expired_no_renewal", Phrase("到期未换领的可以冻结", "What has ended and was not renewed may be frozen"), .yesNo,
    standard: "false", from: .design, binding: .step, services: [.freeze])

  public static let collectRemindDays = PolicyKey(
    "collect.remind_days", Phrase("证件待领几日后提醒", "Days until somebody is reminded to collect"), .number(1...366),
    standard: "10", from: .design, binding: .step)
}
