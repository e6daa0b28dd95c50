import Foundation

@testable import CaseStore

/// Another process that works with the same store.
struct ActsRunner {
  private let process = Process()
  private let output = Pipe()
  private var buffer = Data()

  init(_ arguments: String...) throws {
    let here = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = here.appendingPathComponent("acts-runner")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// The next line it says; `nil` at the end.
  mutating func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = String(decoding: buffer[buffer.startIndex..<end], as: UTF8.self)
        buffer.removeSubrange(buffer.startIndex...end)
        return line
      }
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      buffer.append(more)
    }
  }

  /// Every line up to its end.
  mutating func rest() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    process.waitUntilExit()
    return lines
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }
}

extension Desk {
  /// Gives `chen` a password that is quick to check, for processes that sign in hundreds of times.
  func makeSigningInQuick() throws {
    try store.write { db in
      try db.execute(sql: "UPDATE secret SET hash = ? WHERE staff = 'chen'", arguments: [Self.quickHash])
      try store.change(
        .staff, "chen", move: "password", by: "chen", data: ["secret": Digest.sha256Hex(Self.quickHash)], in: db)
    }
  }

  /// `desk-password` by Argon2id with one pass over 8 KiB.
  private static let quickHash =
    "$argon2id$v=19$m=8,t=1,p=1$sWpJzgywo0Qg6fxIQBPWyg$kQpxawQvmtyVcUixONvSM0Wtk+QMwbjUEpij+6cgfd8"
}
