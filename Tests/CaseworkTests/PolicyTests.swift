import DeskFixtures
import Testing

@testable import Casework

@Suite struct PolicyTests {
  @Test func everySettingIsWholeAndItsUsualValueIsOneOfThoseAllowed() {
    #expect(Set(PolicyKey.all.map(\.code)).count == PolicyKey.all.count)
    for key in PolicyKey.all {
      #expect(key.name.isWhole && key.source.isWhole && key.value.allowed.isWhole, "\(key.code)")
      #expect(key.value.kept(key.standard) == key.standard, "\(key.code)")
      #expect(!key.value.words(key.standard).english.isEmpty, "\(key.code)")
      #expect(PolicyKey(code: key.code)?.standard == key.standard)
    }
    #expect(PolicyKey(code: "levy.ratio") == nil)
  }

  @Test func everyServiceAndEveryCategoryHasItsOwn() {
    for service in ServiceKind.allCases {
      #expect(PolicyKey(code: "materials.\(service.rawValue)") == .extraMaterials(service))
      #expect(PolicyKey(code: "promise.\(service.rawValue).days") == .promiseDays(service))
    }
    for category in DisabilityCategory.allCases {
      #expect(PolicyKey(code: "eligibility.min_age.\(category.rawValue)") == .eligibilityMinAge(category))
    }
  }

  @Test(arguments: [
    ("notice.days", "5", "5"), ("notice.days", " 07 ", "7"),
    ("notice.days", "７", "7"), ("panel.allowed_categories", "１，４", "1,4"), ("notice.skip_minor", "否", "false"),
    ("notice.skip_minor", "YES", "true"), ("panel.allowed_categories", "1、4 4", "1,4"), ("review.days", "3", "3"),
    ("objection.days", "15", "15"), ("renewal.remind_months", "6,3,1", "6,3,1"), ("renewal.remind_months", "无", ""),
    ("renewal.reassess", "Always", "always"), ("reissue.announce_kind", "board", "board"),
    ("materials.new", "mr，rp", "MR,RP"), ("materials.new", "off", ""), ("promise.new.days", "7", "7"),
    ("promise.new.days", "", ""), ("county.old_codes", "431202,431203", "431202,431203"),
    ("eligibility.min_age.3", "4", "4"),
  ])
  func aValueIsKeptInOneWriting(_ code: String, _ written: String, _ kept: String) throws {
    #expect(try #require(PolicyKey(code: code)).kept(written) == kept)
  }

  @Test(arguments: [
    ("notice.days", "4", "5 至 60"), ("notice.days", "", "5 至 60"), ("notice.days", "七", "5 至 60"),
    ("notice.days", "5.5", "5 至 60"), ("review.days", "11", "1 至 10"), ("objection.days", "9", "10 至 60"),
    ("panel.min_size", "2", "3 至 15"), ("panel.allowed_categories", "4,5", "1,2,3,4"),
    ("panel.allowed_categories", "off", "1,2,3,4"), ("notice.skip_minor", "maybe", "true"),
    ("renewal.reassess", "sometimes", "never（不重评）"), ("renewal.remind_months", "0", "1…60"),
    ("materials.new", "ID,XX", "材料代码"), ("promise.new.days", "0", "off"),
    ("promise.new.days", "99", "1 至 50"), ("promise.reissue.days", "11", "1 至 10"), ("county.old_codes", "4312", "6 位"),
  ])
  func anotherValueIsRefusedWithWhatIsAllowed(_ code: String, _ written: String, _ allowed: String) throws {
    let key = try #require(PolicyKey(code: code))
    let refusal = #expect(throws: Refusal.self) { try key.kept(written) }
    #expect(refusal?.code == "bad_value")
    #expect(refusal?.remedy?.chinese.contains(allowed) == true, "\(refusal?.remedy?.chinese ?? "")")
  }

  @Test func whereNothingIsSetTheUsualHolds() {
    let policy = Policy()
    #expect(!policy.panelSpecialSeal && !policy.cityReview && !policy.transferInReassess)
    #expect(policy.reassessIfPanelPath && policy.suffixRestartsOnChange && policy.transferInPrintsCard)
    #expect(policy.renewalOpenMonths == 12 && policy.renewalRemindMonths == [6])
    #expect(policy.renewalFinalNoticeDays == 30 && policy.renewalReassess == .doubt)
    #expect(policy.announceKind == .none && policy.announceDays == 0 && policy.changeMinMonths == 12)
    #expect(policy.freezeReviewDays == 60 && policy.collectRemindDays == 10)
    #expect(policy.photoMaxKilobytes == 500 && policy.photoMinWidth == 413 && policy.photoMinHeight == 579)
    #expect(policy.eligibilityWaitMonths == nil && policy.eligibilityMinAge(of: .speech) == nil)
    #expect(policy.extraMaterials(for: .new).isEmpty && policy.promiseDays(for: .new) == nil)
    #expect(policy.countyOldCodes.isEmpty)
  }

  @Test func whatIsSetIsRead() {
    let policy = Policy([
      .extraMaterials(.new): "MR,RP", .promiseDays(.new): "7", .eligibilityMinAge(.speech): "4",
      .renewalReassess: "always", .renewalRemindMonths: "6,1", .countyOldCodes: "431202",
    ])
    #expect(policy.extraMaterials(for: .new) == [.medicalRecords, .residencePermit])
    #expect(policy.extraMaterials(for: .restore).isEmpty)
    #expect(policy.promiseDays(for: .new) == 7 && policy.eligibilityMinAge(of: .speech) == 4)
    #expect(policy.renewalReassess == .always && policy.renewalRemindMonths == [6, 1])
    #expect(policy.countyOldCodes == ["431202"])
  }
}

/// Settings by their days.
@Suite struct PolicyBookTests {
  /// Decided on 1 and 5 March, the latter for April, the last once more for the same day.
  private let book = PolicyBook([
    change("7", from: "2026-03-01", decided: "2026-03-01", seq: 10),
    change("9", from: "2026-04-01", decided: "2026-03-05", seq: 20),
    change("8", from: "2026-04-01", decided: "2026-03-06", seq: 30),
  ])

  @Test(arguments: [
    ("2026-02-28", "5", "2026-02-28"), ("2026-03-01", "7", "2026-03-31"), ("2026-03-31", "7", "2026-03-31"),
    ("2026-04-01", "8", ""), ("2030-01-01", "8", ""),
  ])
  func onEachDayTheLatestThatHasBegunHolds(_ day: String, _ value: String, _ until: String) {
    let change = book.change(of: .noticeDays, on: MadeUp.day(day))
    let last = change.map { book.lastDay(of: $0) } ?? book.lastDayOfStandard(.noticeDays)
    #expect(book.policy(on: MadeUp.day(day))[.noticeDays] == value)
    #expect(last?.iso ?? "" == until)
  }

  @Test func ofTwoForOneDayTheLaterTakesThePlaceOfTheOther() {
    #expect(book.history(of: .noticeDays).map { book.isReplaced($0) } == [false, true, false])
  }

  @Test(arguments: [
    (PolicyKey.photoCount, "2026-03-01", Int64(9), "3"), (.photoCount, "2026-03-01", 11, "2"),
    (.photoCount, "2026-02-01", 5, "3"), (.noticeDays, "2026-02-01", 5, "7"),
  ])
  func aCaseKeepsWhatItBeganWithWhereTheSettingSaysSo(
    _ key: PolicyKey, _ opened: String, _ seq: Int64, _ value: String
  ) {
    let book = PolicyBook([
      change("2", of: .photoCount, from: "2026-03-01", decided: "2026-03-01", seq: 10),
      change("7", from: "2026-03-01", decided: "2026-03-01", seq: 12),
    ])
    let opening = LogMoment(day: MadeUp.day(opened), seq: seq)

    #expect(book.policy(ofCaseOpened: opening, on: MadeUp.day("2026-05-01"))[key] == value)
  }

  @Test func theRulesOfACaseNameWhatWasChangedSinceAndConcernsIt() {
    let book = PolicyBook([
      change("2", of: .photoCount, from: "2026-03-01", decided: "2026-03-01", seq: 10),
      change("MR", of: .extraMaterials(.restore), from: "2026-03-01", decided: "2026-03-01", seq: 11),
      change("7", from: "2026-03-01", decided: "2026-03-01", seq: 12),
    ])
    let opened = LogMoment(day: MadeUp.day("2026-02-01"), seq: 5)
    let rules = CaseRules(of: .new, opened: opened, today: MadeUp.day("2026-05-01"), in: book)

    #expect(rules.kept == [CaseRules.Kept(key: .photoCount, value: "3", now: "2")])
    #expect(rules.words.chinese == "适用 2026-02-01 的规定；其后变更、本件不适用：照片张数 3（现为 2）")
    #expect(rules.words.isWhole)
  }

  @Test(arguments: [
    (PolicyKey.noticeDays, "6", "2026-02-28", "县发 3 号", "past_date"),
    (.noticeDays, "6", "2026-03-01", " ", "reason_missing"), (.noticeDays, "4", "2026-03-01", "县发 3 号", "bad_value"),
    (.noticeDays, "7", "2026-03-01", "县发 3 号", "unchanged"),
    (.cancelAfterMonths, "6", "2026-03-01", "县发 3 号", "cancel_before_freeze"),
  ])
  func whatWillNotDoIsRefused(
    _ key: PolicyKey, _ value: String, _ from: String, _ reason: String, _ code: String
  ) {
    let refusal = #expect(throws: Refusal.self) {
      try book.judge(key, value, from: MadeUp.day(from), reason: reason, on: MadeUp.day("2026-03-01"))
    }
    #expect(refusal?.code == code)
    #expect(refusal?.message.isWhole == true)
  }
}

private func change(
  _ value: String, of key: PolicyKey = .noticeDays, from: String, decided: String, seq: Int64
) -> PolicyChange {
  PolicyChange(
    key: key, value: value, from: MadeUp.day(from), reason: "县发 3 号", staff: "admin",
    moment: LogMoment(day: MadeUp.day(decided), seq: seq))
}
