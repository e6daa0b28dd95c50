extension Application {
  public func meets(
    _ requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> Bool {
    let today = circumstances.today
    let staff = circumstances.staff
    let policy = circumstances.policy
    let facts = circumstances.facts
    return switch requirement {
    case .fieldsComplete: missingFields.isEmpty
    case .identityValid: !service.isAskedByHolder || identityIsUsable(on: today)
    case .residencePermitAdmitted:
      policy.residencePermitsAreAdmitted || !["81", "82", "83"].contains { self[.identity].hasPrefix($0) }
    case .guardianGiven: !guardianIsDue(on: today) || guardianIsGiven(on: today)
    case .notOwnCase: !staff.isRecused(from: people(about: facts.certificate))
    case .personKept: keepsPerson(act)
    case .secondPerson: secondPerson(in: circumstances) != nil
    case .materialsComplete: missingMaterials(for: act, in: circumstances).isEmpty
    case .noLiveCertificate: !service.keepsOneLive || facts.liveCertificates.isEmpty
    case .noOtherOpenCase: facts.otherOpenCases.isEmpty
    case .notBarred: barEnds(in: circumstances) == nil || barIsLifted(by: act, in: circumstances)
    case .certificateKnown: !service.isOnCertificate || facts.certificate != nil
    case .rightPerson: isRightPerson(facts.certificate)
    case .certificateFits: certificateFits(facts.certificate, on: today)
    case .cardAsAccepted: facts.cardSince == nil
    case .notTooEarly: possibleFrom(in: circumstances) == nil
    case .daysPossible: dayProblem(in: circumstances) == nil
    case .documentGiven: !documentIsDue || !self[.document].isEmpty
    case .notTheFreezer:
      service != .unfreeze || facts.certificate?.entries.text("freeze.by") != staff.id
        || excepter(of: act, in: circumstances) != nil
    case .notTheCanceller:
      service != .restore || facts.certificate?.cancellationDecider != staff.id
        || excepter(of: act, in: circumstances) != nil
    case .assessmentDue: assessmentGround(in: circumstances) != nil
    case .noAssessmentDue: assessmentGround(in: circumstances) == nil
    case .institutionListed: institutionProblem(act, in: circumstances) == nil
    case .doctorsListed: doctorsProblem(act, in: circumstances) == nil
    case .otherInstitution: isOtherInstitution(act)
    case .directPathOpen: service.steps.panel && policy.directPathIsOpen
    case .categoryForPanel: categoryIsForPanel(act, under: policy)
    case .panelComplete: panelProblem(act, in: circumstances) == nil
    case .recusalAnswered:
      !act.fields.text("recusal_answer").isEmpty
        || unanswered(
          among: facts.named.filter { StaffList.ids(act.fields.text("members")).contains($0.id) }, by: act.move
        ).isEmpty
    case .sexExplained: !sexDiffers || !act.fields.text("sex_reason").isEmpty
    case .seatNotLocked: !facts.lockedSeats.contains(staff.id)
    case .delegationRuns: delegationRuns(for: staff)
    case .findingsDiffer: findingsDiffer
    case .sealNumberGiven: !policy.panelSpecialSeal || !act.fields.text("seal_number").isEmpty
    case .inThePanel: panelMembers.contains(staff.id)
    case .notAcceptor:
      !ownHands(for: act.move).contains(staff.id) || excepter(of: act, in: circumstances) != nil
    case .notAssessor: !isAssessor(staff)
    case .signedSeatsKept: keepsSignedSeats(act)
    case .nobodySigned: !panelHasSigned
    case .notYetSigned: !signatures.contains { $0.staff == staff.id && stands($0) }
    case .ownSecret: circumstances.secretGiven
    case .ownSecretToEnd: !service.endsCertificate || circumstances.secretGiven
    case .allSeatsSigned: panelMembers.allSatisfy { seat in signatures.contains { $0.staff == seat && stands($0) } }
    case .findingsAgree: !everySeatStands || agreedFinding != nil
    case .standardMet: !isBelowStandard(act)
    case .standardNotMet: isBelowStandard(act)
    case .resultComplete: resultProblem(act, in: circumstances) == nil
    case .noticeDue: !(isMinor(on: today) && policy.minorsAreNotPosted)
    case .noticeNotDue: isMinor(on: today) && policy.minorsAreNotPosted
    case .noticePeriodRuns: noticeLatest(on: circumstances.calendar).map { today <= $0 } ?? false
    case .noticeHung: day(of: .postNotice) != nil
    case .objectionInTime: objectionIsInTime(act, in: circumstances)
    case .duplicateNamed: otherOfTwoStays(facts, on: today)
    case .noticePeriodOver: noticeLatest(on: circumstances.calendar).map { today > $0 } ?? false
    case .assessmentStands: !isFoundBelow && (assessmentGround(in: circumstances) == nil || findingStands)
    case .deadlineAhead: Day(iso: act.fields.text("deadline")).map { $0 > today } ?? true
    case .correctionExpired, .referralExpired: hasPassed(on: today)
    case .announcementOver: clock?.rule.state != .accepted || hasPassed(on: today)
    case .cardDue: cardIsDue(under: policy)
    case .noCardDue: !cardIsDue(under: policy)
    case .otherCountyDecides: !isHere(decidingCounty, in: circumstances)
    case .thisCountyDecides: isHere(decidingCounty, in: circumstances)
    case .acceptedElsewhere:
      !isHere(acceptingCounty, in: circumstances) && isHere(decidingCounty, in: circumstances)
    case .thisCountyAccepted: isHere(acceptingCounty, in: circumstances)
    case .cityReviewed: !policy.cityReview || day(of: .cityReview) != nil
    case .cityReviewDue: policy.cityReview
    case .withinObjectionWindow: isWithinObjectionWindow(act, in: circumstances)
    case .movedElsewhere: movesElsewhere(in: circumstances)
    case .destinationKnown: destinationIsKnown
    case .noticeProven: foreignNoticeProblem(act, in: circumstances) == nil
    case .deliveryPossible: deliveryIsPossible(act, on: today)
    case .deliveryExplained: deliveryIsExplained(act)
    case .termKept: termIsKept(act, in: circumstances)
    // Where a guardian is due, that condition says it.
    case .guardianIsAnother:
      guardianIsDue(on: today) || self[.guardianIdentity].isEmpty || self[.guardianIdentity] != self[.identity]
    case .agentIsAnother: self[.agentIdentity].isEmpty || self[.agentIdentity] != self[.identity]
    case .somethingChanges: service != .renewInformation || changesSomething(on: facts.certificate)
    case .collectorProven: collectorIsProven(act)
    case .collectorLives: facts.deadAtHandingOver.isEmpty || !act.fields.text("reason").isEmpty
    case .lifeExplained: facts.lifeAfterDeath.isEmpty || !act.fields.text("reason").isEmpty
    case .cardWaits:
      facts.issued.map { $0.isAwaitingCollection && [.valid, .expired].contains($0.state(on: today)) } ?? false
    case .decisionStands: takenBack(among: facts.decidedOn) == nil
    case .decisionTakenBack: takenBack(among: facts.decidedOn) != nil
    case .wasSealed: day(of: .seal) != nil
    case .wasNotSealed: day(of: .seal) == nil
    case .cityResultStands: day(of: .cityResult) != nil
    case .notFinal: value("final", of: .provResult).isEmpty
    case .reassessmentPossible: reassessmentProblem(act, in: circumstances) == nil
    case .onAssessmentDay: facts.assessmentDay.map { $0 <= today } ?? false
    case .notRecordedDead: !takesUpNumber(facts) || !facts.isRecordedDead
    case .numberIsOwn: numberIsOwn(act, in: circumstances)
    case .notMovedOut: service != .new || facts.movedOut.isEmpty || barIsLifted(by: act, in: circumstances)
    case .conclusionSettled: challengeable(in: circumstances) == nil
    case .cityNotAsked: day(of: .cityResult) == nil
    case .certificateEnded: certificateHasEnded(facts)
    case .numberAvailable: composedNumber(in: circumstances) != nil
    case .inOtherHands: owner != staff.id
    case .successorServes: successorServes(act, in: circumstances)
    case .questionOpen: openQuestion != nil
    case .servedAcrossCounties: service.isServedAcrossCounties
    case .notYetAssessed: finding == nil
    case .freezeGroundOpen: expiryProblem(in: circumstances) == nil
    case .checkDue: checkIsDue
    case .checkRecorded: !checkIsDue
    case .cardStands: facts.issued.map { [.valid, .expired].contains($0.state(on: today)) } ?? true
    case .countiesKnown: wrongCounty == nil
    case .scansUnchanged: facts.changedScans.isEmpty
    case .calendarChanged: !recounted(on: circumstances.calendar).isEmpty
    case .somethingMissing:
      !act.fields.text("items").isEmpty || !missingFields.isEmpty
        || !missingMaterials(for: act, in: circumstances).isEmpty
    case .serialUnused: !facts.serialIsUsed
    case .collectorIdentified: collectorIsIdentified(act, on: today)
    case .objectionWindowClosed: !canBeObjectedTo || objectionWindowIsClosed(act, in: circumstances)
    case .belowStandardSettled: belowStandardIsSettled(by: facts.certificate)
    }
  }

  /// A number that passes every check today, and is not one of the old fifteen digits, which find but never issue.
  func identityIsUsable(on today: Day) -> Bool {
    guard let identity, identity.birth <= today else { return false }
    return entries.text("identity_upgraded").isEmpty
  }

  /// Whether a county is this one, also where the case names it by an earlier code.
  private func isHere(_ county: String, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    let office = circumstances.facts.county
    return county.isEmpty || circumstances.policy.present(county, of: office) == office
  }

  /// Whether the colleague named is another clerk in service, and no kin of the applicant (SOD-6).
  func successorServes(_ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    let named = circumstances.facts.named.first { $0.id == act.fields.text("successor") }
    return named.map { member in
      member.isActive && member.holds([.clerk]) && member.id != owner
        && !member.isRecused(from: people(about: circumstances.facts.certificate))
    } ?? false
  }

  /// The required fields that are still empty.
  public var missingFields: [CaseField] { service.requiredFields.filter { self[$0].isEmpty } }

  func guardianIsGiven(on today: Day) -> Bool {
    guard !self[.guardianName].isEmpty, !self[.guardianRelation].isEmpty,
      let guardian = IdentityNumber(self[.guardianIdentity])
    else { return false }
    return guardian.text != self[.identity] && guardian.birth.age(on: today) >= 18
  }

  /// Those who come with the case: applicant, guardian, agent.
  var people: [String] {
    [self[.identity], self[.guardianIdentity], self[.agentIdentity]].filter { !$0.isEmpty }
  }

  /// Everybody whose relation to a member of staff matters (SOD-6): also the holder of the certificate, whose number
  /// the case may be about to change.
  public func people(about certificate: Certificate?) -> [String] {
    people + [certificate?.identity].compactMap { $0 }.filter { !$0.isEmpty }
  }

  func missingMaterials(
    for act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> [MaterialDemand] {
    missingMaterials(
      presented: presented(with: act), waived: waived(with: act), under: circumstances.policy, on: circumstances.today)
  }

  /// The first day on which a new application is possible again, where one is barred (Measures article 24).
  func barEnds(in circumstances: Circumstances<ApplicationFacts>) -> Day? {
    guard takesUpNumber(circumstances.facts), let cancelled = circumstances.facts.barringCancellation else {
      return nil
    }
    let end = cancelled.adding(months: circumstances.policy.barMonths)
    return circumstances.today < end ? end : nil
  }

  func barIsLifted(by act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    guard let second = secondPerson(in: circumstances) else { return false }
    return !act.fields.text("override").isEmpty && second.holds([.supervisor, .chair])
  }

  private func categoryIsForPanel(_ act: Act<Application>, under policy: Policy) -> Bool {
    let found = act.move == .panelSign ? act.fields.text("category") : self[.category]
    guard let code = Int(found), policy.panelCategories.contains(code),
      let category = DisabilityCategory(rawValue: code)
    else { return false }
    if category == .intellectual || category == .psychiatric { return false }
    let eyeballs =
      act.move == .panelSign ? value("eyeballs_absent", of: .chooseDirect) : act.fields.text("eyeballs_absent")
    return category != .visual || eyeballs == "yes"
  }

  /// What was accepted, checked and assessed is one person's case and stays it.
  private func keepsPerson(_ act: Act<Application>) -> Bool {
    var kept: [CaseField] = [.identity, .certificate, .acceptingCounty, .decidingCounty]
    // What was assessed and posted speaks of this name, this category and this village.
    if state == .returnedReview, finding != nil { kept += [.name, .category] }
    guard kept.allSatisfy({ field in act.fields[field.rawValue].map { $0 == self[field] } ?? true }) else {
      return false
    }
    guard let address = act.fields[CaseField.address.rawValue], day(of: .postNotice) != nil else { return true }
    return Village(of: address) == Village(of: self[.address])
  }

  /// What was found below the standard stays so, whatever is written in the case afterwards.
  private var isFoundBelow: Bool { finding.map { $0.grade == nil } ?? false }

  /// A finding that meets the standard; that of a panel only while every signature stands.
  private var findingStands: Bool {
    guard let finding, finding.grade != nil else { return false }
    return finding.path != "panel" || everySeatStands
  }

  private func isBelowStandard(_ act: Act<Application>) -> Bool {
    act.move == .panelDone ? agreedFinding?.grade == "none" : act.fields.text("grade") == "none"
  }
}
