import Foundation
import GRDB

extension CaseStore {
  /// Opens a store that is only looked at; a backup stays byte for byte as it is, wherever it lies.
  ///
  /// Throws `StoreProblem`.
  public static func openToLook(at path: String, clock: Clock) throws -> CaseStore {
    guard try isBackup(path) else { return try open(at: path, clock: clock) }
    return try StoreProblem.translating(path) {
      let store = CaseStore(database: try reader(at: path), path: path, clock: clock)
      let version = try store.requireOurs()
      guard version == Schema.version else { throw StoreProblem.older(path, schema: version) }
      return store
    }
  }

  /// Whether a file is no store that is worked with: only those write ahead, which SQLite notes in their nineteenth byte.
  static func isBackup(_ path: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreProblem.missing(path) }
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    let head = try StoreProblem.translating(path) { try file.read(upToCount: 19) } ?? Data()
    return head.count == 19 && head[18] == 1
  }
}
