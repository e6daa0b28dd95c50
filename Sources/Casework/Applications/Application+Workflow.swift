/// The life of an application (domain: 3.2).
///
/// The store obeys this table, the screens offer what it allows, and `certdesk workflow` prints it.
extension Application: Subject {
  public static let kind = "application"
  public static let name = Phrase("业务", "Application")
  public static let openings = [Opening<Application>(move: .open, to: [.draft], roles: [.clerk, .supervisor, .chair])]
  public static let terminal: Set<State> = [.notAccepted, .archived, .withdrawn, .lapsed]

  public static let transitions: [Transition<Application>] = [
    Transition(
      .edit, from: [.draft, .returned], to: nil, by: [.clerk], needs: [.notOwnCase], asks: Ask.edit + Ask.papers),
    Transition(
      .edit, from: [.returnedReview, .panel], to: nil, by: [.clerk], needs: [.notOwnCase], asks: Ask.edit,
      checks: [.personKept]),
    Transition(
      .submit, from: [.draft, .returned], to: .submitted, by: [.clerk],
      needs: [
        .fieldsComplete, .certificateKnown, .identityValid, .residencePermitAdmitted, .guardianGiven, .notOwnCase,
        .rightPerson, .certificateFits, .daysPossible, .documentGiven, .duplicateNamed, .freezeGroundOpen,
        .movedElsewhere,
        .destinationKnown, .countiesKnown, .guardianIsAnother, .agentIsAnother, .somethingChanges,
      ], asks: Ask.papers),
    Transition(
      .sendBack, from: [.submitted], to: .returned, by: [.clerk], needs: [.notOwnCase], asks: Ask.sendBack,
      checks: [.deadlineAhead, .somethingMissing]),
    Transition(
      .sendBack, from: [.review], to: .returnedReview, by: [.supervisor, .chair], needs: [.notAcceptor, .notOwnCase],
      asks: Ask.sendBack, checks: [.deadlineAhead, .somethingMissing]),
    Transition(
      .rejectIntake, from: [.submitted], to: .notAccepted, by: [.clerk], needs: [.notOwnCase, .secondPerson],
      asks: Ask.rejection),
    Transition(
      .recordCheck, from: [.notAccepted], to: nil, by: [.supervisor, .inspector], needs: [.notOwnCase, .checkDue],
      asks: Ask.check),
    Transition(
      .accept, from: [.submitted], to: .accepted, by: [.clerk],
      needs: [
        .notOwnCase, .identityValid, .certificateKnown, .rightPerson, .certificateFits, .noLiveCertificate,
        .noOtherOpenCase, .notTooEarly, .daysPossible, .freezeGroundOpen, .notRecordedDead, .movedElsewhere,
        .destinationKnown, .countiesKnown, .conclusionSettled, .guardianIsAnother, .agentIsAnother, .somethingChanges,
      ],
      asks: Ask.acceptance, checks: [.materialsComplete, .notBarred, .notMovedOut, .numberIsOwn, .sexExplained]),
    Transition(
      .noAssessment, from: [.accepted], to: .review, by: [.clerk],
      needs: [.notOwnCase, .noAssessmentDue, .announcementOver]),
    Transition(
      .chooseHospital, from: [.accepted], to: .assigned, by: [.clerk], needs: [.notOwnCase, .assessmentDue],
      asks: Ask.hospital,
      checks: [.institutionListed, .otherInstitution]),
    Transition(
      .chooseDirect, from: [.accepted], to: .panel, by: [.clerk],
      needs: [.notOwnCase, .assessmentDue, .directPathOpen],
      asks: Ask.direct, checks: [.categoryForPanel, .panelComplete, .recusalAnswered]),
    Transition(
      .panelSign, from: [.panel], to: .panel, by: [.assessor, .chair],
      needs: [.inThePanel, .notAcceptor, .notOwnCase, .notYetSigned, .seatNotLocked, .delegationRuns],
      asks: Ask.signature,
      checks: [.categoryForPanel, .ownSecret]),
    Transition(
      .panelDone, from: [.panel], to: .assessedOK, by: [.clerk, .supervisor], when: [.standardMet],
      needs: [.notOwnCase, .allSeatsSigned, .findingsAgree], asks: Ask.specialSeal, checks: [.sealNumberGiven]),
    Transition(
      .panelDone, from: [.panel], to: .assessedFail, by: [.clerk, .supervisor], when: [.standardNotMet],
      needs: [.notOwnCase, .allSeatsSigned, .findingsAgree], asks: Ask.specialSeal, checks: [.sealNumberGiven]),
    Transition(
      .panelDiscuss, from: [.panel], to: .panel, by: [.assessor, .chair],
      needs: [.notOwnCase, .inThePanel, .allSeatsSigned, .findingsDiffer], asks: Ask.minutes, checks: [.ownSecret]),
    Transition(
      .panelToHospital, from: [.panel], to: .assigned, by: [.assessor, .chair], needs: [.notOwnCase, .inThePanel],
      asks: Ask.hospital + Ask.reason, checks: [.institutionListed, .ownSecret]),
    Transition(
      .recordResult, from: [.assigned], to: .assessedOK, by: [.clerk], when: [.standardMet], needs: [.notOwnCase],
      asks: Ask.result,
      checks: [.institutionListed, .doctorsListed, .resultComplete]),
    Transition(
      .recordResult, from: [.assigned], to: .assessedFail, by: [.clerk], when: [.standardNotMet], needs: [.notOwnCase],
      asks: Ask.result,
      checks: [.institutionListed, .doctorsListed, .resultComplete]),
    Transition(
      .resubmitAfterReview, from: [.returnedReview], to: .review, by: [.clerk],
      needs: [
        .notOwnCase, .fieldsComplete, .identityValid, .guardianGiven, .assessmentStands, .destinationKnown,
        .notTooEarly, .certificateFits, .guardianIsAnother, .agentIsAnother, .somethingChanges,
      ] + Requirement.ofTheGround + [.freezeGroundOpen], asks: Ask.papers + Ask.answer, checks: [.materialsComplete]),
    Transition(
      .chooseHospital, from: [.returnedReview], to: .assigned, by: [.clerk],
      needs: [.notOwnCase, .assessmentDue, .notYetAssessed], asks: Ask.hospital, checks: [.institutionListed]),
    Transition(
      .correctionOverdue, from: [.returned, .returnedReview], to: .lapsed, by: [.clerk, .supervisor],
      needs: [.notOwnCase, .correctionExpired], asks: Ask.reminder),
    Transition(
      .missAppointment, from: [.accepted, .assigned], to: .accepted, by: [.clerk],
      needs: [.notOwnCase, .onAssessmentDay],
      asks: Ask.appointment),
    Transition(
      .missAppointment, from: [.panel], to: .accepted, by: [.clerk],
      needs: [.notOwnCase, .onAssessmentDay, .nobodySigned], asks: Ask.appointment),
    Transition(
      .noShow, from: [.assigned], to: .lapsed, by: [.clerk, .supervisor], needs: [.notOwnCase, .referralExpired],
      asks: Ask.lastCall),
    Transition(
      .postNotice, from: [.assessedOK], to: .publicity, by: [.clerk], needs: [.notOwnCase, .noticeDue], asks: Ask.place),
    Transition(.skipNotice, from: [.assessedOK], to: .review, by: [.clerk], needs: [.notOwnCase, .noticeNotDue]),
    Transition(
      .object, from: [.publicity], to: .objection, by: [.clerk], needs: [.notOwnCase],
      asks: Ask.objection, checks: [.objectionInTime]),
    Transition(
      .objectionUnfounded, from: [.objection], to: .publicity, by: [.supervisor], when: [.noticePeriodRuns],
      needs: [.notOwnCase],
      asks: Ask.unfounded),
    Transition(
      .objectionUnfounded, from: [.objection], to: .review, by: [.supervisor], when: [.noticePeriodOver],
      needs: [.notOwnCase],
      asks: Ask.unfounded),
    Transition(
      .objectionFounded, from: [.objection], to: .assigned, by: [.supervisor], needs: [.notOwnCase],
      asks: Ask.checkRecord + Ask.hospital,
      checks: [.institutionListed, .otherInstitution]),
    Transition(
      .noticeEnd, from: [.publicity], to: .review, by: [.clerk], needs: [.notOwnCase, .noticePeriodOver],
      asks: Ask.evidence),
    Transition(
      .approve, from: [.review], to: .approved, by: [.supervisor, .chair],
      needs: [
        .thisCountyDecides, .notAcceptor, .notAssessor, .notOwnCase, .cardAsAccepted, .certificateFits,
        .noLiveCertificate,
        .guardianGiven, .assessmentStands, .notTheFreezer, .notTheCanceller, .notRecordedDead,
        .conclusionSettled,
      ] + Requirement.ofTheGround + [.freezeGroundOpen, .materialsComplete, .scansUnchanged],
      asks: Ask.approval, checks: [.lifeExplained, .ownSecretToEnd]),
    Transition(
      .refuse, from: [.assessedFail, .review], to: .refused, by: [.supervisor, .chair],
      needs: [.thisCountyDecides, .notAcceptor, .notAssessor, .notOwnCase], asks: Ask.reason),
    Transition(
      .deliver, from: [.refused], to: nil, by: [.clerk], needs: [.notOwnCase], asks: Ask.handingOver,
      checks: [.deliveryPossible, .deliveryExplained, .termKept]),
    Transition(
      .print, from: [.approved], to: .printed, by: [.clerk],
      needs: [.notOwnCase, .cardDue, .certificateFits, .noLiveCertificate, .cityReviewed, .numberAvailable],
      asks: Ask.serial,
      checks: [.serialUnused]),
    Transition(
      .misprint, from: [.printed], to: .approved, by: [.clerk], needs: [.notOwnCase, .cardStands], asks: Ask.reason),
    Transition(.seal, from: [.printed], to: .ready, by: [.clerk], needs: [.notOwnCase, .cardStands], asks: Ask.seals),
    Transition(
      .finishWithoutCard, from: [.approved], to: .archived, by: [.clerk], when: [.decisionStands],
      needs: [.notOwnCase, .noCardDue], asks: Ask.delivery),
    Transition(
      .finishWithoutCard, from: [.approved], to: .archived, by: [.clerk], when: [.decisionTakenBack],
      needs: [.notOwnCase], asks: Ask.undelivered),
    Transition(
      .collect, from: [.ready], to: .collected, by: [.clerk], needs: [.notOwnCase, .cardStands], asks: Ask.collection,
      checks: [.collectorIdentified, .collectorProven, .collectorLives]),
    Transition(
      .archive, from: [.collected, .lapsed], to: .archived, by: [.archivist], needs: [.notOwnCase],
      asks: Ask.archiving),
    Transition(
      .archive, from: [.notAccepted], to: .archived, by: [.archivist], needs: [.notOwnCase, .checkRecorded],
      asks: Ask.archiving),
    Transition(
      .archive, from: [.withdrawn], to: .archived, by: [.archivist], needs: [.notOwnCase, .belowStandardSettled],
      asks: Ask.archiving),
    Transition(
      .archive, from: [.refused], to: .archived, by: [.archivist],
      needs: [.notOwnCase, .objectionWindowClosed, .belowStandardSettled], asks: Ask.archiving),
    Transition(
      .withdraw,
      from: [
        .draft, .submitted, .returned, .returnedReview, .accepted, .assigned, .panel, .assessedOK, .assessedFail,
        .publicity, .objection, .review, .forwarded, .reassessCity, .reassessProvince,
      ], to: .withdrawn, by: [.clerk], needs: [.notOwnCase], asks: Ask.request),
    Transition(
      .arrive, from: [.draft], to: .forwarded, by: [.clerk],
      needs: [
        .notOwnCase, .acceptedElsewhere, .servedAcrossCounties, .fieldsComplete, .certificateKnown, .identityValid,
        .residencePermitAdmitted, .guardianGiven, .certificateFits, .noLiveCertificate, .noOtherOpenCase, .notTooEarly,
        .notRecordedDead, .destinationKnown, .countiesKnown, .guardianIsAnother, .agentIsAnother, .somethingChanges,
      ] + Requirement.ofTheGround, asks: Ask.arrival,
      checks: [.reassessmentPossible, .notBarred, .numberIsOwn, .sexExplained]),
    Transition(
      .declineForwarded, from: [.forwarded], to: .notAccepted, by: [.clerk],
      needs: [.notOwnCase, .acceptedElsewhere], asks: Ask.reason),
    Transition(
      .forward, from: [.publicity], to: .forwarded, by: [.clerk],
      needs: [.notOwnCase, .otherCountyDecides, .noticePeriodOver], asks: Ask.evidence + Ask.forwarding),
    Transition(
      .forward, from: [.assessedFail, .review], to: .forwarded, by: [.clerk],
      needs: [.notOwnCase, .otherCountyDecides], asks: Ask.forwarding),
    Transition(
      .receiveForwarded, from: [.forwarded], to: .review, by: [.clerk], needs: [.notOwnCase, .thisCountyDecides],
      asks: Ask.receiving + Ask.papers + Ask.foreignNotice, checks: [.materialsComplete, .noticeProven]),
    Transition(
      .forwardReturned, from: [.forwarded], to: .review, by: [.clerk], needs: [.notOwnCase, .thisCountyAccepted],
      asks: Ask.reason),
    Transition(
      .forwardSettled, from: [.forwarded], to: .archived, by: [.clerk], needs: [.notOwnCase, .thisCountyAccepted],
      asks: Ask.settled),
    Transition(
      .cityReview, from: [.approved], to: nil, by: [.clerk], needs: [.notOwnCase, .cityReviewDue],
      asks: Ask.cityReview),
    Transition(
      .askCity, from: [.refused, .assessedFail, .assessedOK], to: .reassessCity, by: [.clerk],
      needs: [.notOwnCase, .assessmentDue, .notFinal, .cityNotAsked], asks: Ask.objectionToResult,
      checks: [.withinObjectionWindow]),
    Transition(
      .cityResult, from: [.reassessCity], to: .assessedOK, by: [.clerk], when: [.standardMet], needs: [.notOwnCase],
      asks: Ask.reassessment, checks: [.reassessmentPossible]),
    Transition(
      .cityResult, from: [.reassessCity], to: .assessedFail, by: [.clerk], when: [.standardNotMet],
      needs: [.notOwnCase], asks: Ask.reassessment, checks: [.reassessmentPossible]),
    Transition(
      .askProvince, from: [.reassessCity, .assessedOK, .assessedFail, .refused], to: .reassessProvince, by: [.clerk],
      needs: [.notOwnCase, .cityResultStands, .notFinal], asks: Ask.objectionToResult,
      checks: [.withinObjectionWindow]),
    Transition(
      .provResult, from: [.reassessProvince], to: .assessedOK, by: [.clerk], when: [.standardMet],
      needs: [.notOwnCase], asks: Ask.reassessment, checks: [.reassessmentPossible]),
    Transition(
      .provResult, from: [.reassessProvince], to: .assessedFail, by: [.clerk], when: [.standardNotMet],
      needs: [.notOwnCase], asks: Ask.reassessment, checks: [.reassessmentPossible]),
    Transition(
      .registerPaper, from: State.allCases.filter { ![.archived].contains($0) }, to: nil, by: [.clerk, .archivist],
      needs: [.notOwnCase], asks: Ask.paper),
    Transition(
      .terminate, from: [.approved, .printed, .ready], to: .archived, by: [.clerk, .supervisor],
      needs: [.notOwnCase, .certificateEnded, .secondPerson], asks: Ask.reason),
    Transition(
      .resume, from: [.archived], to: .ready, by: [.clerk], when: [.wasSealed],
      needs: [.notOwnCase, .cardWaits], asks: Ask.reason),
    Transition(
      .resume, from: [.archived], to: .printed, by: [.clerk], when: [.wasNotSealed],
      needs: [.notOwnCase, .cardWaits], asks: Ask.reason),
    Transition(
      .takeOver, from: underWay, to: nil, by: [.clerk], needs: [.notOwnCase, .inOtherHands], asks: Ask.reason),
    Transition(
      .askAdvice, from: underWay, to: nil, by: [.clerk, .supervisor, .assessor], needs: [.notOwnCase],
      asks: Ask.question),
    Transition(
      .answerAdvice, from: underWay, to: nil, by: [.supervisor, .chair], needs: [.notOwnCase, .questionOpen],
      asks: Ask.adviceGiven),
    Transition(
      .replaceMember, from: [.panel], to: .panel, by: [.clerk], needs: [.notOwnCase], asks: Ask.otherMembers,
      checks: [.panelComplete, .recusalAnswered, .signedSeatsKept]),
    Transition(
      .recount, from: CaseClock.all.filter { $0.unit == .workingDays }.map(\.state), to: nil,
      by: [.administrator, .supervisor],
      needs: [.calendarChanged]),
    Transition(
      .object, from: [.objection, .review], to: .objection, by: [.clerk], needs: [.notOwnCase, .noticeHung],
      asks: Ask.objection, checks: [.objectionInTime]),
    Transition(
      .reassign, from: underWay, to: nil, by: [.supervisor, .administrator], needs: [.notOwnCase],
      asks: Ask.successor + Ask.reason, checks: [.successorServes]),
  ]

  /// The states in which somebody has something to do.
  public static let underWay = State.allCases.filter { !terminal.contains($0) }
}
