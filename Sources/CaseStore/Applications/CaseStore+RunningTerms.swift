public import Casework
import GRDB

/// A refusal that can still be objected to, and a new application of the same person: each names the other.
extension CaseStore {
  /// Until when a refusal can be objected to; `nil` where it cannot, or not any more.
  public func runningTerm(of application: Application) throws -> RunningTerm? {
    application.state == .refused ? try read { try runningTerm(of: application, in: $0) } : nil
  }

  /// The refusals of the person of a case that can still be objected to.
  func runningTerms(besides application: Application, in db: Database) throws -> [RunningTerm] {
    guard application.mayBeAssessed, !Application.State.finished.contains(application.state) else { return [] }
    return try others(than: application, in: db).compactMap { try runningTerm(of: $0, in: db) }
  }

  /// What the person of a refused case has asked for anew, as long as the refusal can be objected to.
  func appliedAnew(after application: Application, in db: Database) throws -> [AppliedAnew] {
    guard let term = try runningTerm(of: application, in: db) else { return [] }
    return try others(than: application, in: db).filter { !Application.State.finished.contains($0.state) }
      .map { AppliedAnew($0, during: term) }
  }

  private func others(than application: Application, in db: Database) throws -> [Application] {
    try Self.cases(of: application[.identity], in: db).filter { $0.id != application.id && $0.mayBeAssessed }
  }

  private func runningTerm(of application: Application, in db: Database) throws -> RunningTerm? {
    guard application.state == .refused else { return nil }
    return application.runningTerm(
      under: try policy(of: application, in: db), on: try Self.calendar(in: db), today: today)
  }
}
