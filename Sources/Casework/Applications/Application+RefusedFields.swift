extension Application {
  /// The fields that a refusal names, of the case or of the move, so that a form can stand on the first of them.
  func fields(
    namedBy requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> [String] {
    switch requirement {
    case .fieldsComplete: missingFields.map(\.rawValue)
    case .identityValid: [CaseField.identity.rawValue]
    case .certificateKnown: [CaseField.certificate.rawValue]
    case .duplicateNamed: [CaseField.keptCertificate.rawValue]
    case .objectionInTime: ["received"]
    case .documentGiven: [CaseField.document.rawValue]
    case .guardianGiven: guardianFields
    case .rightPerson: [CaseField.identity, .name].map(\.rawValue)
    case .daysPossible where wasIssuedToTheDead(circumstances.facts):
      [CaseField.eventDate.rawValue, CaseField.reason.rawValue, CaseField.document.rawValue]
    case .daysPossible: dayProblem(in: circumstances).map { [$0.field.rawValue] } ?? []
    case .materialsComplete: missingMaterials(for: act, in: circumstances).map { "paper.\($0.code.rawValue)" }
    case .sexExplained: ["sex_reason"]
    case .secondPerson, .termKept: ["second"]
    case .notBarred, .notMovedOut, .numberIsOwn: ["override"]
    case .destinationKnown: [placeField.rawValue]
    case .countiesKnown: wrongCounty.map { [$0.rawValue] } ?? []
    case .somethingMissing: ["items"]
    case .deadlineAhead: ["deadline"]
    case .otherInstitution: ["institution"]
    case .institutionListed: institutionProblem(act, in: circumstances)?.problem.fields ?? []
    case .doctorsListed: doctorsProblem(act, in: circumstances)?.fields ?? []
    case .panelComplete: ["members"]
    case .recusalAnswered: ["recusal_answer"]
    case .successorServes: ["successor"]
    case .sealNumberGiven: ["seal_number"]
    case .resultComplete: resultProblem(act, in: circumstances)?.fields ?? []
    case .reassessmentPossible: reassessmentProblem(act, in: circumstances)?.fields ?? []
    case .serialUnused: ["serial"]
    case .collectorIdentified: ["identity"]
    case .collectorProven: ["letter", "reason"]
    case .collectorLives, .deliveryExplained, .lifeExplained: ["reason"]
    case .guardianIsAnother: [CaseField.guardianIdentity.rawValue]
    case .agentIsAnother: [CaseField.agentIdentity.rawValue]
    case .somethingChanges: [CaseField.reason.rawValue]
    default: []
    }
  }

  private var guardianFields: [String] {
    let needed: [CaseField] = [.guardianName, .guardianRelation, .guardianIdentity]
    let open = needed.filter { self[$0].isEmpty }
    return (open.isEmpty ? [.guardianIdentity] : open).map(\.rawValue)
  }
}

/// What is wrong with values that belong together, and in which of them it lies.
struct ValueProblem {
  let sentence: Phrase
  let fields: [String]

  init(_ sentence: Phrase, _ fields: String...) {
    self.init(sentence, in: fields)
  }

  init(_ sentence: Phrase, in fields: [String]) {
    self.sentence = sentence
    self.fields = fields
  }
}
