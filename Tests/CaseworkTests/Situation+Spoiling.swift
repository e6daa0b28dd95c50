import DeskFixtures

@testable import Casework

extension Situation {
  /// Breaks one condition without touching the others.
  mutating func spoil(_ requirement: Application.Requirement) throws {
    switch requirement {
    case .fieldsComplete: entries[service.requiredFields.last?.rawValue ?? ""] = nil
    case .identityValid: entries["identity"] = "431281198503120210"
    case .residencePermitAdmitted: become(MadeUp.identity(born: "1985-03-12", sequence: 21, district: "810000"))
    case .guardianGiven:
      entries["category"] = "5"
      if service == .cancel { entries["reason"] = "voluntary" }
    case .notOwnCase:
      staff = StaffMember(
        id: staff.id, name: staff.name, roles: staff.roles, recusals: [entries.text("identity")])
    case .personKept: fields["identity"] = Self.minor
    case .sexExplained: entries["sex"] = application.identity?.sex == .male ? "female" : "male"
    case .secondPerson: second = staff
    case .materialsComplete:
      policy[.extraMaterials(service)] = "LN"
      if move != .approve { fields["materials"] = "AF" }
    case .noLiveCertificate: facts.liveCertificates = [Self.adult + "43"]
    case .noOtherOpenCase: facts.otherOpenCases = ["431281-2026-000009"]
    case .notBarred: facts.barringCancellation = today.adding(months: -11)
    case .otherCountyDecides: entries["deciding_county"] = facts.county
    case .thisCountyDecides: entries["deciding_county"] = "430102"
    case .acceptedElsewhere: entries["accepting_county"] = facts.county
    case .notRecordedDead: facts.isRecordedDead = true
    case .numberIsOwn: facts.heldByOthers = [Self.certificate(for: .change, of: Self.adult)].compactMap { $0 }
    case .notMovedOut: facts.movedOut = [Self.adult + "43"]
    case .conclusionSettled:
      facts.assessedBefore = try Self.at(.assessedFail, .change)?.application
      entries["reason"] = "no_longer_meets"
      if move == .accept { fields["materials"] = "EF" }
    case .cityNotAsked: entries["city_result.on"] = today.iso
    case .onAssessmentDay: facts.assessmentDay = today.adding(days: 1)
    case .certificateEnded:
      facts.issued = nil
      facts.certificate = nil
    case .numberAvailable: facts.usedSuffixes = [99]
    case .inOtherHands: entries["owner"] = staff.id
    case .successorServes: fields["successor"] = "sun"
    case .questionOpen: entries["question"] = nil
    case .duplicateNamed: entries["reason"] = "duplicate"
    case .freezeGroundOpen: entries["reason"] = "expired_no_renewal"
    case .checkDue: entries["reject_intake.ground"] = "other"
    case .checkRecorded: entries["reject_intake.ground"] = "false_material"
    case .servedAcrossCounties: becomeRestore()
    case .notYetAssessed: entries.replace(under: "finding.", with: ["category": "4", "grade": "3", "path": "hospital"])
    case .scansUnchanged: facts.changedScans = [.oldCertificate]
    case .thisCountyAccepted: entries["accepting_county"] = "430102"
    case .cityReviewed: policy[.cityReview] = "true"
    case .cityReviewDue: policy[.cityReview] = "false"
    case .withinObjectionWindow:
      entries["deliver.delivered"] = today.iso
      fields["delivered"] = today.iso
      today = today.adding(days: 60)
    case .movedElsewhere: entries.merge(["destination": Self.here, "origin": "湖南省怀化市洪江市"])
    case .destinationKnown: entries.merge(["destination": "某地", "origin": "99"])
    case .countiesKnown:
      entries["accepting_county"] = "99"
      fields["waived"] = "RP:未跨县"
    case .cardAsAccepted: facts.cardSince = Self.waitingCard
    case .decisionStands: facts.decidedOn = [takenBackCard]
    case .decisionTakenBack: facts.decidedOn = []
    case .cardStands:
      let entries = Self.waitingCard.entries
      facts.issued = Certificate(id: 8, state: .cancelled, sequence: 2, since: today, entries: entries)
    case .cardWaits: facts.issued = nil
    case .wasSealed: entries["seal.on"] = nil
    case .wasNotSealed: entries["seal.on"] = today.iso
    case .deliveryExplained:
      entries["deliver.delivered"] = today.iso
      today = today.adding(days: 1)
      fields["delivered"] = today.iso
    case .termKept:
      entries["deliver.delivered"] = today.iso
      today = today.adding(days: 60)
      fields.merge(["delivered": today.iso, "reason": "送达回证写的是后来的日期"])
    case .guardianIsAnother: entries["guardian.identity"] = entries.text("identity")
    case .agentIsAnother: entries["agent.identity"] = entries.text("identity")
    case .somethingChanges: entries["changes"] = nil
    case .collectorProven:
      fields.merge(["collector": "邻居", "identity": MadeUp.identity(born: "1970-01-01", sequence: 31)])
    case .collectorLives: facts.deadAtHandingOver = [DeadAtHandingOver(isHolder: false, day: "2026-02-01")]
    case .lifeExplained:
      facts.lifeAfterDeath = [LifeSign(.appliedAfter, on: today.iso, source: "431281-2026-000009")]
    case .noticeProven: entries.replace(under: "post_notice.", with: [:])
    case .deliveryPossible: fields["delivered"] = today.adding(days: 1).iso
    case .cityResultStands: entries["city_result.on"] = nil
    case .notFinal: entries["prov_result.final"] = "yes"
    case .calendarChanged: calendar = .builtIn
    case .somethingMissing: fields["items"] = nil
    case .cardDue: try spoilCard()
    case .noCardDue: service = .new
    case .serialUnused: facts.serialIsUsed = true
    case .collectorIdentified: fields["identity"] = "11010519491231002Y"
    case .deadlineAhead: fields["deadline"] = today.adding(days: -1).iso
    case .correctionExpired, .referralExpired, .objectionWindowClosed:
      if let last = application.deadline?.day { today = last }
    case .belowStandardSettled:
      entries.replace(under: "finding.", with: ["category": "4", "path": "hospital"])
    case .announcementOver:
      entries.merge([
        "deadline": today.iso, "deadline_clock": "announcement", "deadline_from": today.iso, "deadline_days": "1",
      ])
    case .certificateKnown, .rightPerson, .certificateFits, .notTooEarly, .daysPossible, .documentGiven,
      .notTheFreezer, .notTheCanceller:
      spoilCertificate(requirement)
    default: try spoilAssessment(requirement)
    }
  }

  private mutating func spoilCertificate(_ requirement: Application.Requirement) {
    switch requirement {
    case .certificateKnown: facts.certificate = nil
    case .rightPerson where service == .transferIn: entries["certificate"] = Self.minor + "43"
    case .rightPerson: register(["name": "李四"])
    case .certificateFits where service == .transferIn:
      let held = Self.certificate(for: .change, of: entries.text("identity"))
      facts.certificate = held
    case .certificateFits: register([:], state: .replaced)
    case .notTooEarly where service == .change: register(["assessed_on": today.adding(months: -11).iso])
    case .notTooEarly: register(["valid_to": today.adding(months: 13).iso])
    case .daysPossible: entries["event_date"] = today.adding(days: 1).iso
    case .documentGiven where service == .freeze: entries["document"] = nil
    case .documentGiven: entries["reason"] = "fraud"
    case .notTheCanceller: register(["cancel.by": staff.id])
    default: register(["freeze.by": staff.id])
    }
  }

  /// An act of the office itself, of which no other county sends a file.
  private mutating func becomeRestore() {
    service = .restore
    entries.merge(Self.ownFields(of: .restore, entries.text("identity")))
    facts.certificate = Self.certificate(for: .restore, of: entries.text("identity"))
    fields = ["letter": "鹤残函〔2026〕8 号"]
  }

  /// A card is due by the service, for a transfer by the office's own setting.
  private mutating func spoilCard() throws {
    if service == .transferIn {
      policy[.transferInPrintsCard] = "false"
    } else {
      service = .restore
      facts.certificate = Self.certificate(for: .restore, of: entries.text("identity"))
    }
  }

  private mutating func spoilAssessment(_ requirement: Application.Requirement) throws {
    switch requirement {
    case .assessmentDue where service.steps.assessment == .onDoubt: entries["doubt"] = nil
    case .assessmentDue: service = .restore
    case .noAssessmentDue where service.steps.assessment == .onDoubt: entries["doubt"] = "等级可疑"
    case .noAssessmentDue: service = .new
    case .institutionListed: facts.institution = Institution(code: "RM", name: "人民医院", categories: [.hearing])
    case .doctorsListed:
      facts.doctors = [Doctor(institution: fields.text("institution"), name: "别人", categories: [.limb])]
    case .recusalAnswered:
      facts.named = facts.named.map {
        StaffMember(id: $0.id, name: "张\($0.name)", roles: $0.roles, address: entries.text("address"))
      }
    case .seatNotLocked: facts.lockedSeats = [staff.id]
    case .delegationRuns:
      entries["choose_direct.chair"] = staff.id
      entries["choose_direct.chair_under"] = "代赵刚签字"
    case .findingsDiffer:
      entries["sign.wang|grade"] = "3"
      entries["sign.wang|text"] = application.signingText(
        category: "4", grade: "3", opinion: "同意", role: "assessor", by: "wang")
    case .sealNumberGiven: policy[.panelSpecialSeal] = "true"
    case .otherInstitution where move == .chooseHospital:
      entries.merge(["objection_founded.on": today.iso, "record_result.institution": fields.text("institution")])
    case .otherInstitution: fields["institution"] = application.institution
    case .directPathOpen: policy[.directPath] = "false"
    case .categoryForPanel:
      if move == .panelSign { fields["category"] = "6" } else { entries["category"] = "6" }
    case .panelComplete: fields["members"] = "li,wang"
    case .inThePanel: staff = Self.qian
    case .notAcceptor: entries["accept.by"] = staff.id
    case .notAssessor: entries.merge(["choose_direct.members": staff.id, "panel_done.on": today.iso])
    case .nobodySigned, .signedSeatsKept: entries["sign.wang|text"] = "签过"
    case .notYetSigned: try happen()
    case .ownSecret, .ownSecretToEnd: secretGiven = false
    case .allSeatsSigned: entries["evaluation"] = "改过"
    case .findingsAgree: try disagree()
    case .standardMet: fields["grade"] = "none"
    case .standardNotMet: fields["grade"] = "3"
    case .resultComplete, .reassessmentPossible: fields["date"] = today.adding(days: 1).iso
    case .noticeDue: entries["identity"] = Self.minor
    case .noticeNotDue: policy[.noticeSkipsMinors] = "false"
    case .noticePeriodRuns: passNotice()
    case .objectionInTime:
      passNotice()
      fields["received"] = nil
    case .noticeHung: entries.replace(under: "post_notice.", with: [:])
    case .noticePeriodOver:
      if let last = application.noticeLastDay { today = last }
    case .assessmentStands: entries.replace(under: "finding.", with: [:])
    default: preconditionFailure("nothing breaks \(requirement.rawValue)")
    }
  }

  /// One seat finds another grade.
  mutating func disagree() throws {
    let move = move
    self.move = .edit
    fields = ["evaluation": "再看一次"]
    staff = Self.chen
    try happen()
    try signByAll()
    entries["sign.wang|grade"] = "2"
    entries["sign.wang|text"] = application.signingText(
      category: "4", grade: "2", opinion: "同意", role: "assessor", by: "wang")
    intend(move)
  }
}
