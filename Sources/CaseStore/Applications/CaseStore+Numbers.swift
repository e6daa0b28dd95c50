public import Casework
import GRDB

extension CaseStore {
  /// The numbers that the applicant's certificates ever bore; a copy spoiled in this very case frees its own.
  public func numbersUsed(before application: Application) throws -> NumbersUsed {
    try read { try numbersUsed(before: application, about: certificate(of: application, in: $0), in: $0) }
  }

  /// The number that the card of a case will bear as it stands now; `nil` where none follows from it.
  public func numberToCome(of application: Application, under policy: Policy) throws -> CertificateNumber? {
    try numbersUsed(before: application).number(of: application, under: policy)
  }

  func numbersUsed(
    before application: Application, about certificate: Certificate?, in db: Database
  ) throws -> NumbersUsed {
    let held = try application.identity.map { try Self.certificates(of: $0.text, in: db) } ?? []
    return NumbersUsed(
      certificate: certificate,
      numbers: held.filter { $0.state != .spoiled || $0[.application] != application.number }.map(\.number))
  }
}
