import Casework
import GRDB

extension CaseStore {
  /// What a move on a case does to a certificate, in the same transaction.
  func carryOver(
    _ move: Application.Move, from application: Application, in circumstances: Circumstances<ApplicationFacts>,
    db: Database
  ) throws {
    switch move {
    case .accept where application.service == .reissue, .receiveForwarded where application.service == .reissue:
      try reportLoss(application, in: circumstances, db: db)
    case .print: try issue(application, in: circumstances, db: db)
    case .misprint:
      try act(
        .spoil, ["reason": application.value("reason", of: .misprint)], onCertificateOf: application,
        in: circumstances, db: db)
      try actOnNamed(
        .replaceUndone, ["ground": application.ground], of: application, from: [.replaced], in: circumstances, db: db)
    case .collect:
      try act(
        .handOver, ["collector": application.value("collector", of: .collect)], onCertificateOf: application,
        in: circumstances, db: db)
    case .approve: try carryOutDecision(application, in: circumstances, db: db)
    case .finishWithoutCard where application.service == .cancel:
      if circumstances.facts.takenBack(application) != nil { return }
      // Whoever was told of the end is told otherwise where it was wrong (domain: 2.10).
      try logSent(
        .letter, to: Receiver.allCases, about: .certificate(application[.certificate]), file: application.number,
        sha256: "", by: circumstances.staff.id, in: db)
    default: break
    }
  }

  /// A loss reported with the request for a new card makes the old one void in the same step (Measures article 20).
  private func reportLoss(
    _ application: Application, in circumstances: Circumstances<ApplicationFacts>, db: Database
  ) throws {
    try actOnNamed(
      .reportLoss, ["statement": application.ground], of: application, from: [.valid, .expired], in: circumstances,
      db: db)
  }

  /// The new card takes the place of the old one, or is the first.
  private func issue(
    _ application: Application, in circumstances: Circumstances<ApplicationFacts>, db: Database
  ) throws {
    guard let approval = application.day(of: .approve) else { throw StoreProblem.damaged("case \(application.number)") }
    let old = try certificate(of: application, in: db)
    let card = application.cardEntries(
      number: application.certificateNumber, replacing: old, approvedOn: approval)
    try actOnNamed(
      .replace, ["successor": application.value("serial", of: .print)], of: application,
      from: [.valid, .expired, .lost], in: circumstances, db: db)
    let event = Event<Certificate>(
      move: .issue, to: .valid, staff: circumstances.staff.id, at: circumstances.at, day: circumstances.today,
      data: card)
    let issued = try begin(event, id: try Certificate.nextID(in: db), by: circumstances.staff, db: db)
    try SearchKeys.insert(for: issued, in: db)
  }

  /// Makes a move on the certificate that the case names, where it stands in one of these states.
  private func actOnNamed(
    _ move: Certificate.Move, _ fields: Entries, of application: Application, from states: [Certificate.State],
    in circumstances: Circumstances<ApplicationFacts>, second: StaffMember? = nil, db: Database
  ) throws {
    guard let certificate = try certificate(of: application, in: db), states.contains(certificate.state(on: today))
    else { return }
    var facts = CertificateFacts()
    facts.otherLive = try otherLive(than: certificate, in: db)
    _ = try record(Act(move, fields), on: certificate, in: circumstances.with(facts, second: second), db: db)
  }

  private func act(
    _ move: Certificate.Move, _ fields: Entries, onCertificateOf application: Application,
    in circumstances: Circumstances<ApplicationFacts>, db: Database
  ) throws {
    guard
      let certificate = try Self.certificates(numbered: application.certificateNumber, in: db)
        .last(where: { $0[.application] == application.number && $0.state != .spoiled })
    else { throw StoreProblem.damaged("certificate of case \(application.number)") }
    _ = try record(
      Act(move, fields), on: certificate, in: circumstances.with(CertificateFacts(), second: circumstances.second),
      db: db)
  }

  /// What an approval does to the certificate of a service without a card.
  ///
  /// The acceptor proposed, the approver confirms: two people, as the table of certificates demands.
  private func carryOutDecision(
    _ application: Application, in circumstances: Circumstances<ApplicationFacts>, db: Database
  ) throws {
    guard let act = application.decision(in: circumstances) else { return }
    let accepted = application.staff(of: .accept) ?? application.staff(of: .receiveForwarded)
    let proposer = try accepted.flatMap { try Self.staffMember($0, in: db) }
    if let certificate = try certificate(of: application, in: db) {
      var facts = CertificateFacts()
      facts.otherLive = try otherLive(than: certificate, in: db)
      _ = try record(act, on: certificate, in: circumstances.with(facts, second: proposer), db: db)
    } else if application.service == .transferIn {
      try takeIn(application, in: circumstances, second: proposer, db: db)
    } else {
      throw Refusal("no_such_certificate", Phrase("没有找到证件", "The certificate was not found"))
    }
  }

  /// A certificate of another county is registered here (Measures article 23).
  ///
  /// Where the office prints its own card for it, the card itself is the first entry.
  private func takeIn(
    _ application: Application, in circumstances: Circumstances<ApplicationFacts>, second: StaffMember?, db: Database
  ) throws {
    guard !circumstances.policy.transferInPrintsCard, let number = application.composedNumber(in: circumstances) else {
      return
    }
    let event = Event<Certificate>(
      move: .moveIn, to: .valid, staff: circumstances.staff.id, second: second?.id, at: circumstances.at,
      day: circumstances.today,
      data: application.cardEntries(number: number, replacing: nil, approvedOn: circumstances.today))
    let taken = try begin(event, id: try Certificate.nextID(in: db), by: circumstances.staff, db: db)
    try SearchKeys.insert(for: taken, in: db)
  }

  func otherLive(than certificate: Certificate, in db: Database) throws -> [String] {
    try Self.certificates(of: certificate.identity, in: db)
      .filter { $0.id != certificate.id && $0.state(on: today).isActive }.map(\.number)
  }
}

extension Circumstances {
  /// The same person at the same time, about another subject.
  func with<Other: Sendable>(_ facts: Other, second: StaffMember?) -> Circumstances<Other> {
    Circumstances<Other>(
      staff: staff, second: second, at: at, today: today, policy: policy, calendar: calendar, secretGiven: secretGiven,
      terminal: terminal, secretGiver: secretGiver, facts: facts)
  }
}
