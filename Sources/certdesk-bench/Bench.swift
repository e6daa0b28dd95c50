import CaseStore
import Casework
import Exchange
import Foundation
import PtyKit
import TerminalKit

/// Ratios measured in one run against what the same machine does otherwise; never a test.
///
/// `certdesk-bench sweep`, `act` or `desk` measures that part alone.
@main
enum Bench {
  static func main() {
    do {
      try run()
    } catch {
      say("the bench stopped: \(error)")
      exit(1)
    }
  }

  private static func run() throws {
    let folder = NSTemporaryDirectory() + "certdesk-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeFolder(folder) }
    say("certdesk bench · medians of several runs, ratios within this run")
    let office = try BenchOffice(in: folder)
    let wanted = CommandLine.arguments.dropFirst()
    func isWanted(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part) }
    if isWanted("sweep") { try SweepBench(office).run() }
    if isWanted("act") { try ActBench(office).run() }
    if isWanted("desk") { try DeskBench(office).run() }
  }

  static func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  private static func removeFolder(_ path: String) {
    do { try FileManager.default.removeItem(atPath: path) } catch { say("left behind: \(path)") }
  }
}

/// Milliseconds of a piece of work.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure(work)
  return Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

/// What many measurements say.
struct Sample {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  func quantile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
}

extension Double {
  func shown(_ digits: Int = 2) -> String {
    let scale = [1.0, 10, 100, 1000][digits]
    return String((self * scale).rounded() / scale)
  }
}

/// Runs a program to its end and gives its exit status.
@discardableResult
func runProgram(_ path: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws
  -> Int32
{
  let process = Process()
  process.executableURL = URL(filePath: path)
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
  process.standardOutput = FileHandle.nullDevice
  if let input {
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    pipe.fileHandleForWriting.write(Data(input.utf8))
    try pipe.fileHandleForWriting.close()
  } else {
    try process.run()
  }
  process.waitUntilExit()
  return process.terminationStatus
}
