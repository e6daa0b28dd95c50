import CaseStore
import Casework
import Exchange
import Foundation

/// Stores and files that the bench measures with, all made in this run.
struct BenchOffice {
  let folder: String
  let certdesk: String
  /// 100,000 holders.
  let deskStore: String
  static let password = "lianxi-01"
  static let staff = "chenjing"

  /// - Parameter isEmpty: whether nothing is to be made, because a part makes its own.
  init(in folder: String, isEmpty: Bool) throws {
    self.folder = folder
    certdesk = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "certdesk").path
    deskStore = "\(folder)/desk.sqlite"
    if isEmpty { return }
    let made = try milliseconds {
      try Self.demo(certdesk, deskStore, holders: 100_000)
    }
    Bench.say("  made a rehearsal office of 100,000 holders in \((made / 1000).shown(1)) s")
  }

  static func clock() -> CaseStore.Clock {
    CaseStore.Clock(now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }

  private static func demo(_ certdesk: String, _ store: String, holders: Int) throws {
    let status = try runProgram(certdesk, ["demo", "--store", store, "--holders", String(holders)])
    guard status == 0 else { throw BenchProblem("certdesk demo ended with \(status)") }
  }
}

/// Something the bench needs is missing.
struct BenchProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
