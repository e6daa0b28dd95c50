extension Application {
  /// Whether the certificate named is the applicant's own.
  ///
  /// Correcting the data is how a person's number or name changes, so there they may differ from the register.
  func isRightPerson(_ certificate: Certificate?) -> Bool {
    if service == .transferIn {
      guard let number = CertificateNumber(self[.certificate]) else { return false }
      return number.identity == identity
    }
    guard service.isOnCertificate, let certificate, service != .renewInformation else { return true }
    return certificate.identity == self[.identity]
      && Cleaning.name(certificate.name).text == Cleaning.name(self[.name]).text
  }

  /// Whether the certificate stands so that the service can be asked for.
  func certificateFits(_ certificate: Certificate?, on day: Day) -> Bool {
    guard let certificate else { return !service.isOnCertificate }
    let state = certificate.state(on: day)
    if service == .cancel, cancellationReason == .missing { return state == .frozen }
    if hasEndedLost(certificate, on: day) { return false }
    // What this very case has taken in again may be printed, while it stands.
    if hasTakenIn(certificate) { return [.valid, .expired, .lost].contains(state) }
    // What was approved takes the place of a card that was lost or has ended since (domain: 3.3, replace).
    if self.state == .approved, service.replaces, [.lost, .expired].contains(state) { return true }
    if wasLostMeanwhile(certificate) { return true }
    return service == .new || service.certificateStates.contains(state)
  }

  /// Whether a new card for a lost one would have ended before it is made: that one is renewed (domain: 2.3).
  ///
  /// What was accepted in time goes on.
  func hasEndedLost(_ certificate: Certificate, on day: Day) -> Bool {
    service == .reissue && self.day(of: .accept) == nil && certificate.validTo.map { $0 < day } ?? false
  }

  /// Whether a person comes into the register, or a holder comes under another number.
  func takesUpNumber(_ facts: ApplicationFacts) -> Bool {
    switch service {
    case .new, .transferIn: true
    case .renewInformation: facts.certificate?.identity != self[.identity]
    default: false
    }
  }

  /// Whether what the case was to bring about has lost its object: its certificate was cancelled, moved out, replaced.
  func certificateHasEnded(_ facts: ApplicationFacts) -> Bool {
    if let issued = facts.issued { return !issued.state.isActive }
    guard let certificate = facts.certificate, service.replaces || hasTakenIn(certificate) else { return false }
    return !certificate.state.isActive
  }

  /// Whether this very case has brought back a certificate that had moved out.
  private func hasTakenIn(_ certificate: Certificate) -> Bool {
    service == .transferIn && certificate.entries.text("move_in.ground") == ground
  }

  /// The first day on which a renewal is possible (domain: 2.3), or a change (2.5), while it lies ahead.
  func possibleFrom(in circumstances: Circumstances<ApplicationFacts>) -> Day? {
    guard let certificate = circumstances.facts.certificate else { return nil }
    let policy = circumstances.policy
    let first: Day? =
      switch service {
      case .renewExpired: certificate.validTo?.adding(months: -policy.renewalOpenMonths)
      case .change where self[.evidence].isEmpty:
        assessedLast(circumstances.facts)?.adding(months: policy.changeMinMonths)
      default: nil
      }
    return first.flatMap { circumstances.today < $0 ? $0 : nil }
  }

  /// Whether what is to move in has ended: only a valid certificate moves, an ended one is renewed first (domain: 3.3).
  func hasEndedBeforeTheMove(on today: Day) -> Bool {
    service == .transferIn && (Day(iso: self[.validTo]).map { $0 < today } ?? false)
  }

  /// Why the disability is assessed in this case, or `nil` where it is not (domain: 3.2, open question 7).
  public func assessmentGround(in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    let policy = circumstances.policy
    switch service.steps.assessment {
    case .always: return service.name
    case .never: return nil
    case .onDoubt:
      if !self[.doubt].isEmpty { return Phrase("存疑：\(self[.doubt])", "Doubt: \(self[.doubt])") }
      if let earlier = foundBelow(circumstances.facts) {
        return Phrase(
          "\(earlier.number) 评定不符合标准，须再评定", "\(earlier.number) found no standard met: to be assessed again")
      }
      if service == .transferIn {
        return policy.transferInReassess ? Phrase("本室规定迁入须评定", "The office assesses whoever moves in") : nil
      }
      if policy.renewalReassess == .always { return Phrase("本室规定换领须评定", "The office assesses at every renewal") }
      let wasPanel = circumstances.facts.certificate?[.path] == "panel"
      return policy.renewalReassess != .never && policy.reassessIfPanelPath && wasPanel
        ? Phrase("原证经联合直接评定，换领须医院评定", "The old card came from a panel, so a hospital assesses") : nil
    }
  }

  /// Whether a card is printed at the end.
  func cardIsDue(under policy: Policy) -> Bool {
    switch service.steps.card {
    case .always: true
    case .onPolicy: policy.transferInPrintsCard
    case .never: false
    }
  }

  public var cancellationReason: CancellationReason? {
    service == .cancel ? CancellationReason(rawValue: self[.reason]) : nil
  }

  public var freezeReason: FreezeReason? { service == .freeze ? FreezeReason(rawValue: self[.reason]) : nil }

  /// Whether the case goes on beside another cancellation of the holder: a death waits for nobody's own request.
  public func isOverriding(_ other: CancellationReason?) -> Bool {
    cancellationReason == .death && other != .death
  }

  /// Whether the holder of the certificate that the case is about was found to meet no standard (Measures article 24).
  var isBelowStandardOfCertificate: Bool { service.replaces && finding != nil && finding?.grade == nil }

  /// Whether the reason given rests on a paper whose number must be known.
  var documentIsDue: Bool { cancellationReason?.needsDocument ?? freezeReason?.needsDocument ?? false }
}
