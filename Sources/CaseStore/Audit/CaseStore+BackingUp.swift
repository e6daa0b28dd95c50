import Casework
import Foundation
import GRDB

/// A copy of a store that was opened and verified.
public struct VerifiedCopy: Hashable, Sendable {
  public let file: String
  public let sha256: String
  public let events: Int
  /// The hash of the last event.
  public let head: String
}

extension CaseStore {
  /// Copies the store while others work on it, and verifies the copy.
  ///
  /// Throws `Refusal`, or `StoreProblem` where the file exists.
  public func backUp(to path: String, by session: Session) throws -> VerifiedCopy {
    try write { db in
      try require([.administrator, .supervisor], of: session, in: db)
      try logBackup(path, by: session, in: db)
    }
    return try copied(to: path)
  }

  /// Copies a backup to where a store should be; the backup stays byte for byte as it is, wherever it lies.
  ///
  /// Throws `StoreProblem` where there is a store, and whatever `signIn` throws; only an administrator may restore.
  ///
  /// - Parameter signIn: signs somebody in to the copy.
  public static func restore(
    _ backup: String, to path: String, clock: Clock, signIn: (CaseStore) throws -> Session
  ) throws -> VerifiedCopy {
    let isLookedAt = try isBackup(backup)
    let store = try StoreProblem.translating(backup) {
      let store =
        isLookedAt
        ? CaseStore(database: try reader(at: backup), path: backup, clock: clock) : try open(at: backup, clock: clock)
      _ = try store.requireOurs()
      return store
    }
    return try store.copied(to: path) { copy in
      let session = try signIn(copy)
      try copy.read { try copy.require([.administrator], of: session, in: $0) }
    }
  }

  private func copied(to path: String, asking check: (CaseStore) throws -> Void = { _ in }) throws -> VerifiedCopy {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreProblem.exists(path) }
    let partial = path + ".part"
    do {
      let copied = try verifiedCopy(at: partial, named: path, asking: check)
      try FileManager.default.moveItem(atPath: partial, toPath: path)
      return copied
    } catch {
      Self.discard(partial)
      throw error
    }
  }

  private func verifiedCopy(
    at partial: String, named path: String, asking check: (CaseStore) throws -> Void
  ) throws -> VerifiedCopy {
    try StoreProblem.translating(path) {
      guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw StoreProblem.unreachable(path, .systemCause(errno, String(cString: strerror(errno)))) }
      let target = try DatabaseQueue(path: partial)
      try database.backup(to: target)
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    }
    let copied = try CaseStore.open(at: partial, clock: clock)
    try check(copied)
    let report = try copied.verify()
    let head = try copied.read { Digest.hex(try EventLog.newest(in: $0).hash) }
    try copied.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copied.database.close()
    if let problem = report.firstProblem { throw StoreProblem.damaged("\(problem.seq): \(problem.problem)") }
    let sha256 = Digest.hex(Digest.sha256([UInt8](try Data(contentsOf: URL(filePath: partial)))))
    return VerifiedCopy(file: path, sha256: sha256, events: report.events, head: head)
  }
}
