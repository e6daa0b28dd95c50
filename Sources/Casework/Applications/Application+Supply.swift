extension Application {
  /// Who can supply what a condition lacks, and where (features: 57).
  public struct Supply: Hashable, Sendable {
    public let roles: [Role]
    public let place: Place

    /// Where somebody goes to supply it.
    public enum Place: Hashable, Sendable {
      /// The fields of the case.
      case fields
      /// A move of this very case.
      case move(Move)
      /// The seats of the panel.
      case seats
      /// The certificate that the case is about, or the person's others.
      case holder
      /// Another case that is under way.
      case otherCase
      case settings, institutions
      /// Only time brings it.
      case time
      /// Somebody else acts; there is nothing to open.
      case others
    }
  }
}

extension Application {
  /// What was submitted is changed only after somebody has returned it.
  public func way(to move: Move) -> Phrase? {
    guard move == .edit else { return nil }
    let back = Move.sendBack.name
    return switch state {
    case .submitted:
      Phrase("由办证员先「\(back.chinese)」，改好再提交", "The clerk first uses “\(back.english)”, then edits and submits it again")
    case .review:
      Phrase(
        "由审核主管或理事长先「\(back.chinese)」，改好再报审",
        "The supervisor or the chair first uses “\(back.english)”; then it is edited and resubmitted")
    case .accepted, .assigned, .assessedOK, .publicity, .objection:
      Phrase(
        "受理后到审核时才能改：由审核主管或理事长「\(back.chinese)」；填错了人的，撤回重办",
        "After the acceptance only the review can return it (“\(back.english)”); for another person, withdraw and begin anew"
      )
    default: nil
    }
  }
}

extension Application.Requirement {
  /// Who can supply what is missing, and where.
  public var supply: Application.Supply {
    switch self {
    case .duplicateNamed: Application.Supply(roles: [.clerk], place: .fields)
    case .fieldsComplete, .identityValid, .guardianGiven, .rightPerson, .certificateKnown, .daysPossible,
      .documentGiven, .movedElsewhere, .destinationKnown, .countiesKnown, .otherCountyDecides, .acceptedElsewhere,
      .thisCountyDecides:
      Application.Supply(roles: [.clerk], place: .fields)
    case .materialsComplete, .somethingMissing, .scansUnchanged:
      Application.Supply(roles: [.clerk], place: .move(.registerPaper))
    case .residencePermitAdmitted, .directPathOpen, .cityReviewDue:
      Application.Supply(roles: [.administrator], place: .settings)
    case .freezeGroundOpen: Application.Supply(roles: [.clerk, .administrator], place: .fields)
    case .guardianIsAnother, .agentIsAnother, .somethingChanges: Application.Supply(roles: [.clerk], place: .fields)
    case .cardWaits, .wasSealed, .wasNotSealed: Application.Supply(roles: [.clerk, .supervisor], place: .holder)
    case .termKept: Application.Supply(roles: [.supervisor, .chair], place: .others)
    case .deliveryExplained, .collectorProven, .collectorLives, .lifeExplained:
      Application.Supply(roles: [], place: .others)
    case .checkRecorded: Application.Supply(roles: [.supervisor, .inspector], place: .move(.recordCheck))
    case .cardStands: Application.Supply(roles: [.clerk, .supervisor], place: .holder)
    case .noLiveCertificate, .numberIsOwn, .notMovedOut, .notRecordedDead, .certificateFits, .numberAvailable,
      .belowStandardSettled:
      Application.Supply(roles: [.clerk], place: .holder)
    case .decisionStands, .decisionTakenBack: Application.Supply(roles: [.clerk], place: .holder)
    case .cardAsAccepted: Application.Supply(roles: [.clerk], place: .move(.withdraw))
    case .noOtherOpenCase: Application.Supply(roles: [.clerk], place: .otherCase)
    case .notTooEarly, .notBarred, .noticePeriodOver, .correctionExpired, .referralExpired, .objectionWindowClosed,
      .announcementOver, .conclusionSettled:
      Application.Supply(roles: [], place: .time)
    case .institutionListed, .doctorsListed:
      Application.Supply(roles: [.administrator, .supervisor], place: .institutions)
    case .allSeatsSigned, .findingsAgree, .assessmentStands, .notYetSigned, .findingsDiffer,
      .nobodySigned:
      Application.Supply(roles: [.assessor, .chair], place: .seats)
    case .seatNotLocked: Application.Supply(roles: [.administrator], place: .others)
    case .delegationRuns: Application.Supply(roles: [.administrator, .chair], place: .others)
    case .cityReviewed: Application.Supply(roles: [.clerk], place: .move(.cityReview))
    case .cityResultStands: Application.Supply(roles: [.clerk], place: .move(.askCity))
    case .questionOpen: Application.Supply(roles: [.clerk], place: .move(.askAdvice))
    case .notOwnCase, .notAcceptor, .notAssessor, .inOtherHands, .certificateEnded, .onAssessmentDay, .inThePanel,
      .notTheFreezer, .notTheCanceller, .checkDue,
      .secondPerson,
      .ownSecret, .ownSecretToEnd, .personKept,
      .thisCountyAccepted:
      Application.Supply(roles: [.clerk, .supervisor, .chair], place: .others)
    case .assessmentDue, .noAssessmentDue, .otherInstitution, .categoryForPanel, .panelComplete, .standardMet,
      .standardNotMet, .resultComplete, .noticeDue, .noticeNotDue, .noticePeriodRuns, .objectionInTime, .noticeHung,
      .deadlineAhead,
      .cardDue,
      .noCardDue, .serialUnused, .collectorIdentified, .withinObjectionWindow, .notFinal, .cityNotAsked,
      .reassessmentPossible, .noticeProven, .deliveryPossible,
      .servedAcrossCounties, .notYetAssessed, .calendarChanged, .recusalAnswered, .successorServes, .signedSeatsKept,
      .sexExplained,
      .sealNumberGiven:
      Application.Supply(roles: [], place: .others)
    }
  }
}

extension Application {
  /// What stands against opening a case of this service for the person first, before anything is filled in.
  public func openingRefusal(in circumstances: Circumstances<ApplicationFacts>) -> Refusal? {
    let roles = Self.openings.flatMap(\.roles)
    if !circumstances.staff.holds(roles) { return .notYourRole(roles) }
    return openingRefusals(in: circumstances).first
  }

  /// Everything about the person and the certificate that stands against the service.
  public func openingRefusals(in circumstances: Circumstances<ApplicationFacts>) -> [Refusal] {
    let act = Act<Application>(.accept)
    let asked: [Requirement] = [
      .notOwnCase, .certificateKnown, .certificateFits, .noLiveCertificate, .noOtherOpenCase, .notTooEarly,
      .notRecordedDead, .notBarred, .notMovedOut, .numberIsOwn,
    ]
    return asked.filter { !meets($0, act, in: circumstances) }.map { refusal(for: $0, act, in: circumstances) }
  }
}
