extension Application {
  /// What the new card will say of the disability: the finding, or what the old card said.
  func cardDisability(_ certificate: Certificate?) -> (category: DisabilityCategory, grade: Grade, parts: String)? {
    if let finding = cardFinding, let grade = finding.grade { return (finding.category, grade, finding.parts) }
    if let category = certificate?.category, let grade = certificate?.grade {
      return (category, grade, certificate?[.parts] ?? "")
    }
    guard service == .transferIn, let number = CertificateNumber(self[.certificate]) else { return nil }
    return (number.category, number.grade, "")
  }

  /// What was found reaches no card of a service that takes no assessment (domain: 3.2).
  private var cardFinding: Finding? { service.steps.assessment == .never ? nil : finding }

  /// Citizen number, category and grade of the new card, without a suffix.
  public func numberBase(_ certificate: Certificate?) -> String? {
    guard let identity, let disability = cardDisability(certificate) else { return nil }
    return "\(identity.text)\(disability.category.rawValue)\(disability.grade.rawValue)"
  }

  /// The number of the new card (domain: 4.3, 2.11): unchanged where neither person, category nor grade changed, with
  /// the next suffix for a reissue, else composed anew; no number is ever used for another certificate.
  public func composedNumber(in circumstances: Circumstances<ApplicationFacts>) -> String? {
    let facts = circumstances.facts
    return composedNumber(after: facts.certificate, used: facts.usedSuffixes, under: circumstances.policy)
  }

  func composedNumber(after certificate: Certificate?, used suffixes: Set<Int>, under policy: Policy) -> String? {
    guard let base = numberBase(certificate) else { return nil }
    let used = suffixes.max()
    let held = certificate.flatMap { CertificateNumber($0.number) }
    func numbered(_ suffix: Int) -> String? {
      suffix == 0 ? base : suffix <= CertificateNumber.mostReissues ? "\(base)B\(suffix)" : nil
    }
    if let held, service.replaces || service == .transferIn, held.baseText == base {
      return service == .reissue ? numbered(max(used ?? 0, held.reissue) + 1) : numbered(held.reissue)
    }
    if service == .transferIn, held == nil, let brought = CertificateNumber(self[.certificate]),
      brought.baseText == base
    {
      return brought.text
    }
    let first = policy.suffixRestartsOnChange ? 0 : held?.reissue ?? 0
    return numbered(max(first, used.map { $0 + 1 } ?? 0))
  }

  /// What the register will hold of the new card (domain: 2.11, "dates").
  public func cardEntries(
    number: String, replacing certificate: Certificate?, approvedOn approval: Day
  ) -> Entries {
    guard let identity, let disability = cardDisability(certificate) else { return [:] }
    var card = certificate.map { $0.entries.only(Certificate.Field.allCases.map(\.rawValue)) } ?? [:]
    var more: [Certificate.Field: String] = [
      .number: number, .name: applicant, .identity: identity.text, .birth: identity.birth.iso,
      .category: String(disability.category.rawValue), .grade: String(disability.grade.rawValue),
      .parts: disability.parts, .application: self.number, .serial: value("serial", of: .print),
      .supersedes: certificate?.number ?? "", .remark: remark(certificate, on: approval), .secondLive: "",
    ]
    more[.sex] = self[.sex].isEmpty ? identity.sex.rawValue : self[.sex]
    for (field, code) in [
      (Certificate.Field.ethnicity, CaseField.ethnicity), (.address, .address), (.phone, .phone),
    ] where !self[code].isEmpty { more[field] = self[code] }
    let others = (certificate?.apartFrom ?? []) + apartFrom
    if !others.isEmpty { more[.apartFrom] = Set(others).sorted().joined(separator: ",") }
    if let finding = cardFinding {
      more[.path] = finding.path
      more[.assessedOn] = findingDay?.iso
    } else if service.startsValidityAnew {
      // A card renewed without an assessment is as old as the assessment it rests on (domain: 2.5).
      more[.assessedOn] = certificate?.assessedOn?.iso ?? ""
    }
    if service.startsValidityAnew {
      more[.validFrom] = approval.iso
      more[.validTo] = approval.adding(years: 10).iso
    } else if service == .transferIn, certificate == nil {
      more[.validFrom] = self[.validFrom]
      more[.validTo] = self[.validTo]
    }
    for (field, text) in more { card[field.rawValue] = text.isEmpty ? nil : text }
    return card
  }

  /// What goes under 备注 of the card (Measures articles 19, 23).
  private func remark(_ certificate: Certificate?, on day: Day) -> String {
    switch service {
    case .new: ""
    case .transferIn: self[.origin].isEmpty ? "\(day) 迁入" : "\(day) 由\(self[.origin])迁入"
    default: "\(service.name.chinese)，原证 \(certificate?.number ?? "")"
    }
  }

  /// On which day a freeze is looked at again (domain: 2.8).
  public func reviewDay(under policy: Policy, on today: Day) -> Day {
    Day(iso: self[.reviewDate]) ?? (day(of: .approve) ?? today).adding(days: policy.freezeReviewDays)
  }

  /// How events of certificates name this case as their ground.
  public var ground: String { Self.groundPrefix + number }

  static let groundPrefix = "case:"

  /// What an approval does to the certificate that the case names; `nil` where a card does it, or nothing.
  public func decision(in circumstances: Circumstances<ApplicationFacts>) -> Act<Certificate>? {
    let today = circumstances.today
    switch service {
    case .cancel:
      var fields: Entries = ["reason": self[.reason], "ground": ground, "event_date": self[.eventDate]]
      if cancellationReason?.bars ?? false {
        fields["bar_ends"] = today.adding(months: circumstances.policy.barMonths).iso
      }
      if self[.eventDate].isEmpty { fields["event_date"] = nil }
      return Act(.cancel, fields)
    case .freeze:
      let review = reviewDay(under: circumstances.policy, on: today)
      return Act(.freeze, ["reason": self[.reason], "ground": ground, "review_on": review.iso])
    case .unfreeze: return Act(.unfreeze, ["reason": self[.reason], "ground": ground])
    case .restore: return Act(.restore, ["reason": self[.reason], "ground": ground])
    case .transferOut: return Act(.moveOut, ["destination": self[.destination], "ground": ground])
    case .transferIn: return Act(.moveIn, ["ground": ground])
    case .new, .renewExpired, .renewDamaged, .renewInformation, .reissue, .change: return nil
    }
  }
}
