/// How far ahead the end of a certificate is looked for (features: 18).
public enum RenewalPeriod: String, CaseIterable, Sendable {
  case first, second, last

  /// The last day of validity that still counts.
  public func end(from today: Day, under policy: Policy) -> Day {
    switch self {
    case .first: policy.renewalRemindMonths.max().map { today.adding(months: $0) } ?? today.adding(days: 180)
    case .second: today.adding(days: 90)
    case .last: today.adding(days: policy.renewalFinalNoticeDays)
    }
  }
}

/// A holder whose certificate ends soon, and what was done about it.
public struct RenewalLine: Hashable, Sendable {
  public let certificate: Certificate
  public let village: Village
  /// An open case of renewal.
  public let openCase: String?

  public init(_ certificate: Certificate, openCase: String?) {
    self.certificate = certificate
    self.openCase = openCase
    village = Village(of: certificate[.address])
  }

  public var end: Day? { certificate.validTo }

  /// The last call or letter about this very end; those about the certificate before it do not count.
  public var contact: (result: ContactResult, day: Day)? {
    certificate.contact(about: .renewal).flatMap { contact in
      end.map { contact.day > $0.adding(years: -2) } ?? true ? contact : nil
    }
  }

  /// Whether the holder knows, or has come already.
  public var isDone: Bool { openCase != nil || contact?.result.settles ?? false }
}
