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
    return try copy(to: path)
  }

  /// Copies a backup to where a store should be.
  ///
  /// Throws `StoreProblem` where there is one.
  public func restore(to path: String, by session: Session) throws -> VerifiedCopy {
    try read { try require([.administrator], of: session, in: $0) }
    return try copy(to: path)
  }

  private func copy(to path: String) throws -> VerifiedCopy {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreProblem.exists(path) }
    let partial = path + ".part"
    do {
      let copied = try verifiedCopy(at: partial, named: path)
      try FileManager.default.moveItem(atPath: partial, toPath: path)
      return copied
    } catch {
      Self.discard(partial)
      throw error
    }
  }

  private func verifiedCopy(at partial: String, named path: String) throws -> VerifiedCopy {
    try StoreProblem.translating(path) {
      guard FileManager.default.createFile(atPath: partial, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw StoreProblem.unreachable(path, .systemCause(errno, String(cString: strerror(errno)))) }
      let target = try DatabaseQueue(path: partial)
      try database.backup(to: target)
      try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try target.close()
    }
    let copied = try CaseStore.open(at: partial, clock: clock)
    let report = try copied.verify()
    let head = try copied.read { Digest.hex(try EventLog.newest(in: $0).hash) }
    try copied.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copied.database.close()
    if let problem = report.firstProblem { throw StoreProblem.damaged("\(problem.seq): \(problem.problem)") }
    let sha256 = Digest.hex(Digest.sha256([UInt8](try Data(contentsOf: URL(filePath: partial)))))
    return VerifiedCopy(file: path, sha256: sha256, events: report.events, head: head)
  }
}
