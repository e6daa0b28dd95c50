import CaseStore
import Casework
import Exchange
import Foundation
import PtyKit
import TerminalKit

/// Ratios measured in one run against what the same machine does otherwise; never a test.
///
/// `certdesk-bench sweep`, `near`, `workbook`, `act`, `keys`, `desk` or `large` measures that part alone; with `large` a
/// file may be named that is kept and taken again. `province` is the last, and only where there is disk for it;
/// `report STORE [YEAR]` runs only where it is named: it draws the report of a year from a rehearsal store.
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
    let words = CommandLine.arguments.dropFirst()
    if words.first == SweepBench.importCommand, words.count == 5 {
      return try SweepBench.importSweep(Array(words.dropFirst()))
    }
    if words.first == WorkbookBench.readerCommand, words.count == 3 {
      return try WorkbookBench.readWorkbook(CommandLine.arguments[2], into: CommandLine.arguments[3])
    }
    if words.first == ReportBench.reportCommand, words.count == 4 {
      return try ReportBench.drawReport(Array(words.dropFirst()))
    }
    if words.first == ReportBench.groupCommand, words.count == 4 {
      return try ReportBench.groupRows(Array(words.dropFirst()))
    }
    let folder = NSTemporaryDirectory() + "certdesk-bench-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { removeFolder(folder) }
    say("certdesk bench · medians of several runs, ratios within this run")
    if words.first == "report", let store = words.dropFirst().first {
      return try ReportBench(store, year: words.dropFirst(2).first.flatMap { Int($0) }, in: folder).run()
    }
    let wanted = CommandLine.arguments.dropFirst().filter { !$0.hasSuffix(".sqlite") }
    func isWanted(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part) }
    if isWanted("workbook") { try WorkbookBench(in: folder).run() }
    if wanted == ["workbook"] { return }
    let office = try BenchOffice(
      in: folder, isEmpty: !wanted.isEmpty && !wanted.contains { ["act", "keys", "desk"].contains($0) })
    if isWanted("sweep") { try SweepBench(office).run() }
    if isWanted("near") { try NearBench(office).run() }
    if isWanted("act") { try ActBench(office).run() }
    if isWanted("keys") { try KeystrokeBench(office).run() }
    if isWanted("desk") { try DeskBench(office).run() }
    if isWanted("large") { try LargeBench(office, at: CommandLine.arguments.last { $0.hasSuffix(".sqlite") }).run() }
    if isWanted("province") { try SweepBench(office).runProvince() }
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

/// Runs a program to its end and gives its exit status; what it prints is thrown away.
///
/// Straight on `posix_spawn` and `waitpid`: Foundation's `Process` notices an end a tenth of a second late.
@discardableResult
func runProgram(_ path: String, _ arguments: [String], input: String = "/dev/null") throws -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
  let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
  let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
  defer { for copy in words + variables { free(copy) } }
  var process: pid_t = 0
  guard posix_spawn(&process, path, &actions, nil, words, variables) == 0 else {
    throw BenchProblem("\(path) could not be started")
  }
  var status: Int32 = 0
  waitpid(process, &status, 0)
  return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
}
