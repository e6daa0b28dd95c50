/// The life of an application (domain: 3.2).
///
/// The store obeys this table, the screens offer what it allows, and `certdesk workflow` prints it.
extension Application: Subject {
  public static let kind = "application"
  public static let name = Phrase("业务", "Application")
  public static let openings = [Opening<Application>(move: .open, to: [.draft], roles: [.clerk])]
  public static let terminal: Set<State> = [.notAccepted, .archived, .withdrawn, .lapsed]

  /// One condition that rows of the table name; each is judged and explained in one place.
  public enum Requirement: String, WorkflowCode {
    case fieldsComplete = "fields_complete"
    case identityValid = "identity_valid"
    case residencePermitAdmitted = "residence_permit_admitted"
    case guardianGiven = "guardian_given"
    case notOwnCase = "not_own_case"
    case secondPerson = "second_person"
    case materialsComplete = "materials_complete"
    case noLiveCertificate = "no_live_certificate"
    case noOtherOpenCase = "no_other_open_case"
    case notBarred = "not_barred"
    case certificateCancelled = "certificate_cancelled"
    case assessmentDue = "assessment_due"
    case noAssessmentDue = "no_assessment_due"
    case institutionListed = "institution_listed"
    case otherInstitution = "other_institution"
    case directPathOpen = "direct_path_open"
    case categoryForPanel = "category_for_panel"
    case panelComplete = "panel_complete"
    case inThePanel = "in_the_panel"
    case notAcceptor = "not_acceptor"
    case notYetSigned = "not_yet_signed"
    case ownSecret = "own_secret"
    case allSeatsSigned = "all_seats_signed"
    case findingsAgree = "findings_agree"
    case standardMet = "standard_met"
    case standardNotMet = "standard_not_met"
    case resultComplete = "result_complete"
    case noticeDue = "notice_due"
    case noticeNotDue = "notice_not_due"
    case noticePeriodRuns = "notice_period_runs"
    case noticePeriodOver = "notice_period_over"
    case assessmentStands = "assessment_stands"
    case correctionExpired = "correction_expired"
    case referralExpired = "referral_expired"
    case cardDue = "card_due"
    case noCardDue = "no_card_due"
    case serialUnused = "serial_unused"
    case objectionWindowClosed = "objection_window_closed"
  }

  public static let transitions: [Transition<Application>] = [
    Transition(.edit, from: [.draft, .returned, .returnedReview, .panel], to: nil, by: [.clerk], asks: Ask.edit),
    Transition(
      .submit, from: [.draft, .returned], to: .submitted, by: [.clerk],
      needs: [.fieldsComplete, .identityValid, .residencePermitAdmitted, .guardianGiven, .notOwnCase], asks: Ask.papers),
    Transition(.sendBack, from: [.submitted], to: .returned, by: [.clerk], needs: [.notOwnCase], asks: Ask.sendBack),
    Transition(
      .sendBack, from: [.review], to: .returnedReview, by: [.supervisor, .chair], needs: [.notAcceptor, .notOwnCase],
      asks: Ask.sendBack),
    Transition(
      .rejectIntake, from: [.submitted], to: .notAccepted, by: [.clerk], needs: [.notOwnCase, .secondPerson],
      asks: Ask.reason),
    Transition(
      .accept, from: [.submitted], to: .accepted, by: [.clerk],
      needs: [.notOwnCase, .identityValid, .noLiveCertificate, .noOtherOpenCase, .certificateCancelled],
      asks: Ask.acceptance, checks: [.materialsComplete, .notBarred]),
    Transition(.noAssessment, from: [.accepted], to: .review, by: [.clerk], needs: [.noAssessmentDue]),
    Transition(
      .chooseHospital, from: [.accepted], to: .assigned, by: [.clerk], needs: [.assessmentDue], asks: Ask.hospital,
      checks: [.institutionListed]),
    Transition(
      .chooseDirect, from: [.accepted], to: .panel, by: [.clerk], needs: [.assessmentDue, .directPathOpen],
      asks: Ask.direct, checks: [.categoryForPanel, .panelComplete]),
    Transition(
      .panelSign, from: [.panel], to: .panel, by: [.assessor, .chair],
      needs: [.inThePanel, .notAcceptor, .notOwnCase, .notYetSigned], asks: Ask.signature, checks: [.ownSecret]),
    Transition(
      .panelDone, from: [.panel], to: .assessedOK, by: [.clerk, .supervisor], when: [.standardMet],
      needs: [.allSeatsSigned, .findingsAgree]),
    Transition(
      .panelDone, from: [.panel], to: .assessedFail, by: [.clerk, .supervisor], when: [.standardNotMet],
      needs: [.allSeatsSigned, .findingsAgree]),
    Transition(
      .panelToHospital, from: [.panel], to: .assigned, by: [.assessor, .chair], needs: [.inThePanel],
      asks: Ask.hospital + Ask.reason, checks: [.institutionListed]),
    Transition(
      .recordResult, from: [.assigned], to: .assessedOK, by: [.clerk], when: [.standardMet], asks: Ask.result,
      checks: [.institutionListed, .resultComplete]),
    Transition(
      .recordResult, from: [.assigned], to: .assessedFail, by: [.clerk], when: [.standardNotMet], asks: Ask.result,
      checks: [.institutionListed, .resultComplete]),
    Transition(
      .resubmitAfterReview, from: [.returnedReview], to: .review, by: [.clerk],
      needs: [.fieldsComplete, .identityValid, .guardianGiven, .assessmentStands], asks: Ask.answer),
    Transition(
      .correctionOverdue, from: [.returned, .returnedReview], to: .lapsed, by: [.clerk, .supervisor],
      needs: [.correctionExpired], asks: Ask.reminder),
    Transition(
      .noShow, from: [.assigned], to: .lapsed, by: [.clerk, .supervisor], needs: [.referralExpired],
      asks: Ask.reminder),
    Transition(.postNotice, from: [.assessedOK], to: .publicity, by: [.clerk], needs: [.noticeDue], asks: Ask.place),
    Transition(.skipNotice, from: [.assessedOK], to: .review, by: [.clerk], needs: [.noticeNotDue]),
    Transition(
      .object, from: [.publicity], to: .objection, by: [.clerk], needs: [.noticePeriodRuns], asks: Ask.objection),
    Transition(
      .objectionUnfounded, from: [.objection], to: .publicity, by: [.supervisor], when: [.noticePeriodRuns],
      asks: Ask.checkRecord),
    Transition(
      .objectionUnfounded, from: [.objection], to: .review, by: [.supervisor], when: [.noticePeriodOver],
      asks: Ask.checkRecord),
    Transition(
      .objectionFounded, from: [.objection], to: .assigned, by: [.supervisor], asks: Ask.checkRecord + Ask.hospital,
      checks: [.institutionListed, .otherInstitution]),
    Transition(
      .noticeEnd, from: [.publicity], to: .review, by: [.clerk], needs: [.noticePeriodOver], asks: Ask.evidence),
    Transition(
      .approve, from: [.review], to: .approved, by: [.supervisor, .chair],
      needs: [.notAcceptor, .notOwnCase, .noLiveCertificate, .certificateCancelled, .assessmentStands],
      asks: Ask.approval),
    Transition(
      .refuse, from: [.assessedFail, .review], to: .refused, by: [.supervisor, .chair],
      needs: [.notAcceptor, .notOwnCase], asks: Ask.reason),
    Transition(
      .print, from: [.approved], to: .printed, by: [.clerk], needs: [.cardDue, .noLiveCertificate], asks: Ask.serial,
      checks: [.serialUnused]),
    Transition(.misprint, from: [.printed], to: .approved, by: [.clerk], asks: Ask.reason),
    Transition(.seal, from: [.printed], to: .ready, by: [.clerk], asks: Ask.seals),
    Transition(
      .finishWithoutCard, from: [.approved], to: .archived, by: [.clerk], needs: [.noCardDue], asks: Ask.delivery),
    Transition(.collect, from: [.ready], to: .collected, by: [.clerk], asks: Ask.collection),
    Transition(
      .archive, from: [.collected, .notAccepted, .withdrawn, .lapsed], to: .archived, by: [.archivist],
      asks: Ask.archiving),
    Transition(
      .archive, from: [.refused], to: .archived, by: [.archivist], needs: [.objectionWindowClosed],
      asks: Ask.archiving),
    Transition(
      .withdraw,
      from: [
        .draft, .submitted, .returned, .returnedReview, .accepted, .assigned, .panel, .assessedOK, .assessedFail,
        .publicity, .objection, .review,
      ], to: .withdrawn, by: [.clerk], asks: Ask.request),
  ]
}
