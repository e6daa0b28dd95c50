extension Application {
  /// Something to look at before the case goes on: it is said, kept with the acceptance, and refuses nothing.
  public struct Warning: Hashable, Sendable {
    public let code: Code
    public let sentence: Phrase
    /// The first day on which there is nothing to warn of, where that is known.
    public let possibleFrom: Day?
    /// The rule behind it.
    public let source: Phrase

    /// A code that is kept in events, and never renamed.
    public enum Code: String, CaseIterable, Sendable {
      case sexDiffers = "sex_differs"
      case personDiffers = "person_differs"
      case namesake
      case tooYoung = "eligibility_age"
      case tooYoungForGrade = "eligibility_grade"
      case tooSoon = "eligibility_wait"
      case treatmentUnknown = "eligibility_wait_unknown"
      case assessorNotListed = "assessor_not_listed"
      case noticeUnproven = "notice_unproven"
      case objectionLate = "objection_late"
      case deliveryPast = "delivery_past"
      case helperDead = "helper_dead"
      case helperNameDiffers = "helper_name_differs"
      case helperIsApplicant = "helper_is_applicant"
      case helperNumberOdd = "helper_number_odd"
      case belowBefore = "below_before"
      case movedOutHeld = "moved_out_held"
      case leftLost = "left_lost"
      case cardEnded = "card_ended"
      case moveUnproven = "move_unproven"
      case deadlineShort = "deadline_short"
      case placeDiffers = "place_differs"
      case reviewFar = "review_far"
      case datesDiffer = "dates_differ"
      case collectorUnproven = "collector_unproven"
      case deadAtHandingOver = "dead_at_handing_over"
      case oldCardOut = "old_card_out"
      case changedAfterAcceptance = "changed_after_acceptance"
      case papersMissing = "papers_missing"
      case papersWaived = "papers_waived"
      case askedNotBrought = "asked_not_brought"
      case contradicted = "finding_contradicted"
      case reportedDead = "reported_dead"
      case oftenLost = "often_lost"
      case objectionFounded = "objection_founded"
      case foundAgain = "found_again"
      case toldOnCall = "told_on_call"
      case numberCorrected = "number_corrected"
      case codeUnknown = "code_unknown"
      case eventBeforeCard = "event_before_card"
      case lifeAfterDeath = "life_after_death"
      case deathUnderWay = "death_under_way"
      case deathRegistered = "death_registered"
      case certificateUnknown = "certificate_unknown"
      case guardianPerhaps = "guardian_perhaps"
      case othersCouldDecide = "others_could_decide"
      case lostMeanwhile = "lost_meanwhile"
      case duplicate = "duplicate_ends"
      case wasCancelled = "was_cancelled"
      case districtUnknown = "district_unknown"
      case veryOld = "age_over_100"
      case birthDiffers = "birth_differs"
      case disabilityDiffers = "disability_differs"
      case originDiffers = "origin_differs"
      case nameDiffers = "name_differs"
      case nameChanges = "name_changes"
      case otherOpen = "other_open"
      case secretOfAnother = "secret_of_another"
      case questionOpen = "question_open"
      case caseBeside = "case_beside"
      case cardReplaced = "card_replaced"
      case findingDiffers = "finding_differs"
      case listedForAPart = "listed_for_a_part"
      case termRuns = "term_runs"
      case appliedAnew = "applied_anew"
      case recordedAhead = "recorded_ahead"
      case returnReported = "return_reported"
      case clockEnded = "clock_ended"
      case moveUntold = "move_untold"
      case moveUnfrozen = "move_unfrozen"
    }

    /// What is shown: the sentence with its source.
    public var words: Phrase { sentence + Phrase("（", " (") + source + Phrase("）", ")") }
  }

  /// What to look at in the case; nothing more once it is decided.
  public func warnings(under policy: Policy, on today: Day) -> [Warning] {
    sexWarning + numberWarnings(on: today) + personWarning + foreignNoticeWarning(under: policy, on: today)
      + objectionWarning + deliveryWarning + ownNumberWarnings
      + earlierWarnings + codeWarnings + leftBehindWarnings + moveWarning
      + deadlineWarning(under: policy)
      + placeWarning + recordWarning + reviewWarning(under: policy, on: today) + collectorWarning
      + deathWarning + oldCardWarning + exceptionWarning + questionWarning + secretWarnings
      + aheadWarning(on: today)
      + (Self.decided.contains(state)
        ? []
        : lossWarning + foundedObjectionWarning + foundAgainWarning
          + eligibilityWarnings(under: policy, on: today)
          + changeWarnings + paperWarnings(under: policy, on: today) + guardianQuestion(on: today))
  }

  /// The local times before which an assessment is of little use (domain: 4.6), as far as the office has set them.
  ///
  /// What counts is the day of the assessment, before it today.
  private func eligibilityWarnings(under policy: Policy, on today: Day) -> [Warning] {
    guard service == .new else { return [] }
    let day = finding == nil ? today : findingDay ?? today
    let ages = Self.ageWarnings(
      of: eligibilityCategories, graded: finding?.grades ?? [:], born: birth, under: policy, on: day)
    return ages + waitWarning(under: policy, on: day)
  }

  private func waitWarning(under policy: Policy, on day: Day) -> [Warning] {
    guard let months = policy.eligibilityWaitMonths, WaitException(rawValue: self[.noWait]) == nil else { return [] }
    let source = PolicyKey.eligibilityWaitMonths.source
    guard let ended = Day(iso: self[.treatmentEnd]) else {
      return [
        Warning(
          code: .treatmentUnknown,
          sentence: Phrase(
            "治疗结束满 \(months) 个月起评定：请填治疗结束日期，或不需等待的情形",
            "Assessed \(months.counted("month")) after treatment: give the day on which it ended, or why there is no wait"
          ),
          possibleFrom: nil, source: source)
      ]
    }
    let first = ended.adding(months: months)
    guard day < first else { return [] }
    return [
      Warning(
        code: .tooSoon,
        sentence: Phrase(
          "治疗 \(ended) 结束，满 \(months) 个月起评定，\(first) 起可办",
          "Treatment ended on \(ended); assessed after \(months.counted("month")), possible from \(first)"),
        possibleFrom: first, source: source)
    ]
  }

  /// What is or was assessed: the parts found, else the category claimed.
  private var eligibilityCategories: [DisabilityCategory] {
    guard let finding else { return claimedCategory.map { [$0] } ?? [] }
    return finding.categories.isEmpty ? [finding.category] : finding.categories
  }

  /// Whether the sex given is not that of the number.
  public var sexDiffers: Bool {
    guard let identity, let sex = Sex(rawValue: self[.sex]) else { return false }
    return sex != identity.sex
  }

  /// A question to those who decide that nobody has answered, where somebody is about to decide.
  private var questionWarning: [Warning] {
    guard [.review, .assessedFail].contains(state), let openQuestion else { return [] }
    return [
      Warning(
        code: .questionOpen,
        sentence: Phrase("请示还没有答复：", "a question waits for an answer: ")
          + .verbatim(openQuestion.quoted(40)),
        possibleFrom: nil,
        source: Phrase("先", "first ") + Phrase("「", "“") + Move.answerAdvice.name + Phrase("」", "”"))
    ]
  }

  private var sexWarning: [Warning] {
    guard sexDiffers else { return [] }
    return [
      Warning(
        code: .sexDiffers, sentence: Phrase("登记的性别与身份号码不一致", "the sex given differs from the number"),
        possibleFrom: nil, source: Phrase("GB 11643", "GB 11643"))
    ]
  }

  /// A correction of the number that also makes another birth date or another sex may be another person's number.
  private var personWarning: [Warning] {
    guard service == .renewInformation, let old = CertificateNumber(self[.certificate])?.identity, let identity,
      old.birth != identity.birth || old.sex != identity.sex
    else { return [] }
    return [
      Warning(
        code: .personDiffers,
        sentence: Phrase("原号码 ", "the old number says ") + Self.words(of: old)
          + Phrase("，新号码 ", ", the new one ") + Self.words(of: identity),
        possibleFrom: nil, source: Phrase("对照公安变更证明", "compare the police's proof"))
    ]
  }

  private static func words(of number: IdentityNumber) -> Phrase {
    number.sex.name + Phrase("、\(number.birth) 生", ", born \(number.birth)")
  }

  static let decided = State.finished.union([.approved, .printed, .ready])
}

/// Why no time has to pass after a treatment (domain: 4.6).
public enum WaitException: String, CaseIterable, Sendable {
  case amputation, paraplegia, eyeballs, congenital
  case shortStature = "height"

  public var name: Phrase {
    switch self {
    case .amputation: Phrase("截肢", "Amputation")
    case .paraplegia: Phrase("完全性截瘫", "Complete paraplegia")
    case .eyeballs: Phrase("眼球摘除", "Eyeballs removed")
    case .congenital: Phrase("先天性", "Congenital")
    case .shortStature: Phrase("身高不足 1300 毫米", "Height below 1300 mm")
    }
  }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}
