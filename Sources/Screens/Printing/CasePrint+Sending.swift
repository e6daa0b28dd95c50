public import CaseStore
public import Casework

extension CasePrint {
  /// Notes who was told of the end of a certificate, or that it has not ended after all (domain: 2.10).
  ///
  /// - Parameter path: where the letter was written.
  public func noteSent(
    of application: Application, as path: String, in store: CaseStore, by session: Session
  ) throws {
    guard self == .letter, let what = application.service.told, try store.takenBack(application) == nil else { return }
    try store.noteSent(
      what, to: Receiver.allCases, about: .certificate(application[.certificate]),
      file: "\(application.number) \(path)", by: session)
  }
}

extension ServiceKind {
  /// What the letter of outcome is to those who pay on the strength of the certificate.
  fileprivate var told: Dispatch.What? {
    switch self {
    case .cancel: .letter
    case .restore: .correction
    default: nil
    }
  }
}
