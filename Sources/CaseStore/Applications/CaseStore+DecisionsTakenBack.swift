public import Casework
import GRDB

extension CaseStore {
  /// Whether what a case decided about a certificate was taken back since.
  public func takenBack(_ application: Application) throws -> TakenBack? {
    try read { application.takenBack(among: try decided(by: application, in: $0)) }
  }

  /// The cards under the number of the certificate about which a case decides without a card.
  func decided(by application: Application, in db: Database) throws -> [Certificate] {
    application[.certificate].isEmpty ? [] : try Self.certificates(numbered: application[.certificate], in: db)
  }
}
