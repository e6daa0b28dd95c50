public import Casework
import GRDB

extension CaseStore {
  /// Makes a move that people make on a certificate itself, without a case: a loss, a find, a call, a receipt.
  ///
  /// Throws `Refusal`.
  @discardableResult
  public func record(
    _ move: Certificate.Move, _ fields: Entries = [:], onCertificate number: String, expecting sequence: Int? = nil,
    by session: Session, second: Session? = nil
  ) throws -> Certificate {
    guard Certificate.Move.byHand.contains(move) else { throw Refusal.onlyByCase(move) }
    return try write { db in
      let certificate = try newest(numbered: number, in: db)
      let facts = try certificateFacts(for: certificate, in: db)
      let circumstances = try circumstances(of: session, second: second, facts: facts, in: db)
      return try record(Act(move, fields), on: certificate, expecting: sequence, in: circumstances, db: db)
    }
  }

  /// The moves that people make on a certificate itself, with what stands against each.
  public func offers(onCertificate number: String, for session: Session) throws -> [Offer<Certificate>] {
    try read { db in
      let certificate = try newest(numbered: number, in: db)
      let facts = try certificateFacts(for: certificate, in: db)
      let circumstances = try circumstances(of: session, facts: facts, in: db)
      return certificate.openTransitions(in: circumstances).filter { Certificate.Move.byHand.contains($0.move) }
        .map { Offer(transition: $0, refusals: certificate.refusals(of: $0, in: circumstances)) }
    }
  }

  /// What stands against each service for a person, as far as it can be said before anything is filled in.
  ///
  /// - Parameter identity: the person's number, in normal form.
  public func serviceOffers(for identity: String, by session: Session) throws -> [ServiceOffer] {
    try read { db in
      let circumstances = try circumstances(of: session, facts: CertificateFacts(), in: db)
      return try ServiceKind.allCases.map { service in
        let fields = try prepared(["identity": identity], of: service, in: db)
        let blank = Application(
          id: 0, number: "-", service: service, state: .submitted, sequence: 0, since: today, entries: fields)
        let facts = try facts(for: Act(.accept), on: blank, in: db)
        return ServiceOffer(
          service: service, certificate: facts.certificate?.number,
          refusal: blank.openingRefusal(in: circumstances.with(facts, second: nil)),
          notes: blank.warnings(ofBeside: facts.beside.filter { $0.service != service }))
      }
    }
  }

  /// The certificate under a number that is in force, else the last that was not spoiled.
  ///
  /// Throws `Refusal`.
  public func certificate(numbered number: String) throws -> Certificate {
    try read { try newest(numbered: number, in: $0) }
  }

  /// The certificate under a number that is in force, else the last that was not spoiled.
  func newest(numbered number: String, in db: Database) throws -> Certificate {
    let wanted = CertificateCheck.check(number, today: today).number?.text ?? Cleaning.number(number).text
    guard let found = try Self.inForce(numbered: wanted, in: db) else { throw Refusal.noSuchCertificate(number) }
    return found
  }

  private func certificateFacts(for certificate: Certificate, in db: Database) throws -> CertificateFacts {
    var facts = CertificateFacts()
    facts.otherLive = try otherLive(than: certificate, in: db)
    facts.firstIssued = try Self.firstIssue(of: certificate, in: db)
    if certificate.isAwaitingCollection {
      facts.isInDrawer = try Self.cases(where: "number = ?", [certificate[.application]], in: db)
        .contains { [.printed, .ready].contains($0.state) }
    }
    return facts
  }
}

/// One service for one person, and what stands against it.
public struct ServiceOffer: Hashable, Sendable {
  public let service: ServiceKind
  /// The certificate that it would be about.
  public let certificate: String?
  public let refusal: Refusal?
  /// What is under way beside it.
  public let notes: [Application.Warning]

  public init(
    service: ServiceKind, certificate: String?, refusal: Refusal?, notes: [Application.Warning] = []
  ) {
    self.service = service
    self.certificate = certificate
    self.refusal = refusal
    self.notes = notes
  }
}

extension Refusal {
  static func onlyByCase(_ move: Certificate.Move) -> Refusal {
    Refusal(
      "only_by_case",
      Phrase("「\(move.name.chinese)」只能由业务办成，不能直接办理", "“\(move.name.english)” is brought about by a case only"),
      remedy: Phrase("请先登记相应事项", "Open a case of the service first"))
  }

  static func noSuchCertificate(_ number: String) -> Refusal {
    Refusal(
      "no_such_certificate", Phrase("登记册中没有证件 \(number)", "The register has no certificate \(number)"),
      remedy: Phrase("请核对证号", "Check the number"))
  }
}
