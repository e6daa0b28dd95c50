import Casework
import GRDB

/// What else is under way of a person, or about a certificate.
extension CaseStore {
  /// The cases under way of the person, or about the same certificate under the number that a correction is about to give,
  /// besides one that is under way itself.
  func casesBeside(
    _ application: Application, about certificate: Certificate?, in db: Database
  ) throws -> [Application] {
    let identity = application[.identity]
    guard !identity.isEmpty, !Application.State.finished.contains(application.state) else { return [] }
    let isOpen = "state NOT IN \(Application.State.finished.sqlList)"
    let own = try Self.cases(
      where: "identity IN (?, ?) AND identity <> '' AND id <> ? AND \(isOpen)",
      [identity, certificate?.identity ?? identity, application.id], in: db)
    guard let certificate else { return own }
    let corrections = try Self.cases(
      where: """
        service = 'renew_info' AND identity NOT IN (?, ?) AND id <> ? AND \(isOpen)
          AND json_extract(body, '$.certificate') = ?
        """, [identity, certificate.identity, application.id, certificate.number], in: db)
    return (own + corrections).filter { !Self.isNone($0, of: application, certificate) }
  }

  /// Whether a case found so hinders nothing: what a case has issued is restored before its card is handed over, and a
  /// correction is what the owner of the number waits for.
  private static func isNone(_ other: Application, of application: Application, _ certificate: Certificate) -> Bool {
    application.service == .restore && other.number == certificate[.application]
      || isOfTheOwner(other, application, certificate)
  }

  /// The numbers of those among these that would cross a case.
  func crossing(_ open: [Application], _ application: Application, _ certificate: Certificate?) -> [String] {
    open.filter { other in
      other.service.crosses(application.service)
        && !(other.service == .cancel && application.isOverriding(other.cancellationReason))
    }.map(\.number)
  }

  /// Whether a case waits for this very correction: that of the person whose number the certificate bears wrongly.
  private static func isOfTheOwner(
    _ other: Application, _ correction: Application, _ certificate: Certificate
  ) -> Bool {
    correction.service == .renewInformation && correction[.identity] != certificate.identity
      && other[.identity] == certificate.identity && [.new, .transferIn].contains(other.service)
      && Cleaning.name(other.applicant).text != Cleaning.name(certificate.name).text
  }

  /// The card that took the place of the one about which a case was accepted; `nil` where it is still the same.
  func cardSince(_ application: Application, about certificate: Certificate?, in db: Database) throws -> Certificate? {
    guard application.isAboutOneCard, !Application.State.finished.contains(application.state), let certificate else {
      return nil
    }
    var card = certificate
    if card.state == .replaced, let serial = card.entries["replace.successor"] {
      card = try Self.certificates(where: "serial = ?", [serial], in: db).last ?? card
    }
    let isLater = try Bool.fetchOne(
      try db.cachedStatement(
        sql: """
          SELECT (SELECT seq FROM event WHERE kind = 'certificate' AND subject = ? AND subject_seq = 1)
            > (SELECT max(seq) FROM event WHERE kind = 'application' AND subject = ?
              AND move IN ('accept', 'receive_forwarded', 'arrive'))
          """), arguments: [card.id, application.id])
    return isLater == true ? card : nil
  }
}
