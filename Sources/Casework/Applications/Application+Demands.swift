extension Application {
  /// The papers this case must show, each once, with its ground (domain: 2.1–2.10).
  public func demands(under policy: Policy, on day: Day) -> [MaterialDemand] {
    var demands = serviceDemands(under: policy)
    if guardianIsDue(on: day) {
      demands += Self.demand(Self.guardianPapers, by: .measures(9))
    }
    if !self[.agentName].isEmpty && holderAsks {
      demands.append(MaterialDemand(code: .proxyLetter, count: 1, ground: .localPractice))
    }
    if decidingCounty != acceptingCounty {
      demands.append(MaterialDemand(code: .residencePermit, count: 1, ground: .crossProvince))
    }
    for code in policy.extraMaterials(for: service) where !demands.contains(where: { $0.code == code }) {
      demands.append(MaterialDemand(code: code, count: 1, ground: .houseRule))
    }
    return demands
  }

  /// The papers neither presented nor waived.
  public func missingMaterials(
    presented: Materials, waived: [MaterialCode: String], under policy: Policy, on day: Day
  ) -> [MaterialDemand] {
    demands(under: policy, on: day).filter {
      (waived[$0.code] == nil || evidence.contains($0.code)) && !isMet($0, by: presented)
    }
  }

  /// Whether a guardian stands for the applicant and set G is due: whenever the holder asks, and for giving it up.
  public func guardianIsDue(on day: Day) -> Bool {
    holderAsks && guardianGround(on: day) != nil
  }

  /// Whether the holder asks, or somebody who stands for the holder: giving it up is the holder's own act too.
  var holderAsks: Bool { service.isAskedByHolder || cancellationReason == .voluntary }

  private func serviceDemands(under policy: Policy) -> [MaterialDemand] {
    switch service {
    case .new:
      Self.demand([.identityCard, .householdBook], by: .measures(9)) + photos(policy, by: .measures(9))
        + Self.demand([.applicationForm], by: .measures(9))
    case .renewExpired:
      Self.demand([.oldCertificate, .identityCard, .householdBook], by: .measures(19))
        + photos(policy, by: .measures(19))
    case .renewDamaged:
      Self.demand([.oldCertificate, .identityCard], by: .measures(21)) + photos(policy, by: .measures(21))
    case .renewInformation:
      Self.demand([.oldCertificate, .identityCard, .householdBook], by: .crossProvince)
        + photos(policy, by: .crossProvince)
        + (entries.text("changes").isEmpty ? [] : Self.demand([.policeCorrection], by: .crossProvince))
    case .reissue:
      Self.demand([.identityCard, .lossStatement, .applicationForm], by: .measures(20))
        + photos(policy, by: .measures(20))
        + (policy.announceKind == .none ? [] : Self.demand([.lossAnnouncement], by: .localPractice))
    case .change:
      Self.demand([.oldCertificate, .identityCard, .householdBook, .medicalRecords], by: .measures(22))
        + photos(policy, by: .measures(22))
    case .transferOut: Self.demand([.moveCertificate], by: .measures(23))
    case .transferIn: Self.demand([.transferLetter, .identityCard], by: .measures(23))
    case .cancel: cancellationDemands
    case .freeze: []
    case .unfreeze: Self.demand([.decision], by: .houseRule)
    case .restore: Self.demand([.policeCorrection], by: .houseRule)
    }
  }

  private var cancellationDemands: [MaterialDemand] {
    switch cancellationReason {
    case .death: Self.demand([.deathDocument], by: .measures(24))
    case .noLongerMeets: Self.demand([.assessmentForm], by: .measures(24))
    case .voluntary: Self.demand([.voluntaryRequest, .identityCard, .oldCertificate], by: .measures(24))
    // A move that the police reported and two people confirmed is its own proof.
    case .untransferred:
      !entries.text("police_ground").isEmpty ? [] : Self.demand([.moveCertificate], by: .measures(24))
    case .householdCancelled, .duplicate: Self.demand([.policeCorrection], by: .houseRule)
    case .fraud, .missing: Self.demand([.decision], by: .measures(24))
    case nil: []
    }
  }

  /// The papers that prove the ground of a cancellation, or that one was wrong: nobody can waive them (domain: 2.7, 2.10).
  var evidence: Set<MaterialCode> {
    switch service {
    case .cancel: [.deathDocument, .assessmentForm, .voluntaryRequest, .moveCertificate, .policeCorrection]
    case .restore: [.policeCorrection]
    default: []
    }
  }

  private static func demand(_ codes: [MaterialCode], by ground: Phrase) -> [MaterialDemand] {
    codes.map { MaterialDemand(code: $0, count: 1, ground: ground) }
  }

  private func photos(_ policy: Policy, by ground: Phrase) -> [MaterialDemand] {
    [MaterialDemand(code: .photo, count: policy.photoCount, ground: ground)]
  }

  /// A guardian's household book shows kinship as well as a proof of guardianship does.
  private func isMet(_ demand: MaterialDemand, by presented: Materials) -> Bool {
    if demand.code == .guardianshipProof && presented[.guardianHouseholdBook] > 0 { return true }
    return presented[demand.code] >= demand.count
  }
}

extension Phrase {
  fileprivate static let houseRule = Phrase("本室规定", "House rule")
}
