/// The numbers that one person's certificates ever bore, from which follows what the next one will be (domain: 4.3).
public struct NumbersUsed: Hashable, Sendable {
  public let certificate: Certificate?
  public let numbers: [String]

  public init(certificate: Certificate?, numbers: [String]) {
    self.certificate = certificate
    self.numbers = numbers
  }

  /// How often the number without its suffix was reissued, each time it was used.
  public func suffixes(of base: String) -> Set<Int> {
    Set(numbers.filter { $0.hasPrefix(base) }.map { CertificateNumber($0)?.reissue ?? 0 })
  }

  /// The number that a case would give, were this found; `nil` where it makes no card.
  public func number(
    of application: Application, ifFound category: DisabilityCategory, _ grade: Grade, under policy: Policy
  ) -> CertificateNumber? {
    var entries = application.entries
    entries.merge(["finding.category": String(category.rawValue), "finding.grade": String(grade.rawValue)])
    let found = Application(
      id: application.id, number: application.number, service: application.service, state: application.state,
      sequence: application.sequence, since: application.since, entries: entries)
    return number(of: found, under: policy)
  }

  /// The number that a case would give as it stands; `nil` where it makes no card, or one is still to be assessed.
  public func number(of application: Application, under policy: Policy) -> CertificateNumber? {
    guard application.cardIsDue(under: policy), let base = application.numberBase(certificate) else { return nil }
    return application.composedNumber(after: certificate, used: suffixes(of: base), under: policy)
      .flatMap { CertificateNumber($0) }
  }
}
