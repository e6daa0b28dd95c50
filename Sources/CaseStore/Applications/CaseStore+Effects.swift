import Casework
import GRDB

extension CaseStore {
  /// What a move on a case does to a certificate, in the same transaction.
  func carryOver(
    _ move: Application.Move, from application: Application, in circumstances: Circumstances<ApplicationFacts>,
    db: Database
  ) throws {
    switch move {
    case .print: try issue(application, in: circumstances, db: db)
    case .misprint:
      try act(
        .spoil, ["reason": application.value("reason", of: .misprint)], onCertificateOf: application,
        in: circumstances, db: db)
    case .collect:
      try act(
        .handOver, ["collector": application.value("collector", of: .collect)], onCertificateOf: application,
        in: circumstances, db: db)
    case .approve where application.service == .restore: try restore(application, in: circumstances, db: db)
    default: break
    }
  }

  private func issue(
    _ application: Application, in circumstances: Circumstances<ApplicationFacts>, db: Database
  ) throws {
    guard let identity = application.identity, let finding = application.finding, let grade = finding.grade,
      let from = application.day(of: .approve)
    else { throw StoreProblem.damaged("case \(application.number)") }
    let event = Event<Certificate>(
      move: .issue, to: .valid, staff: circumstances.staff.id, at: circumstances.at, day: circumstances.today,
      data: Entries(
        [
          "number": application.certificateNumber, "name": application.applicant, "sex": identity.sex.rawValue,
          "ethnicity": application[.ethnicity], "identity": identity.text, "birth": identity.birth.iso,
          "address": application[.address], "category": String(finding.category.rawValue),
          "grade": String(grade.rawValue), "parts": finding.parts, "phone": application[.phone],
          "valid_from": from.iso, "valid_to": from.adding(years: 10).iso, "application": application.number,
          "serial": application.value("serial", of: .print),
        ].filter { !$0.value.isEmpty }))
    let certificate = try begin(event, id: try Certificate.nextID(in: db), by: circumstances.staff, db: db)
    try SearchKeys.insert(for: certificate, in: db)
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

  /// The acceptor proposed, the approver confirms: two people, as the table of certificates demands.
  private func restore(
    _ application: Application, in circumstances: Circumstances<ApplicationFacts>, db: Database
  ) throws {
    guard let certificate = try Self.certificates(numbered: application[.certificate], in: db).last else {
      throw Refusal("no_such_certificate", Phrase("没有找到要恢复的证件", "The certificate was not found"))
    }
    var facts = CertificateFacts()
    facts.otherLive = try otherLive(than: certificate, in: db)
    let proposer = try application.staff(of: .accept).flatMap { try Self.staffMember($0, in: db) }
    _ = try record(
      Act(.restore, ["reason": application[.reason], "ground": "case:\(application.number)"]), on: certificate,
      in: circumstances.with(facts, second: proposer), db: db)
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
      facts: facts)
  }
}
