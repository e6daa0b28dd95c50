import Casework
import Dispatch
import Synchronization
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A terminal that plays a script and can be woken from beside the loop.
private struct WakingTerminal: Terminal {
  enum Step {
    case input(TerminalKit.Input)
    /// Waits until work beside the loop has something to tell.
    case posted
    case open(DispatchSemaphore)
  }

  var script: [Step]
  var frames: [Canvas] = []
  let size = Size(columns: 80, rows: 24)
  let wakes = DispatchSemaphore(value: 0)

  func hasInput(within milliseconds: Int) -> Bool { false }
  var waking: (@Sendable () -> Void)? { { [wakes] in wakes.signal() } }

  init(_ script: [Step]) { self.script = script }

  mutating func present(_ canvas: Canvas) { frames.append(canvas) }

  mutating func nextInput(timeout: Int?) -> TerminalKit.Input {
    while !script.isEmpty {
      switch script.removeFirst() {
      case .input(let input): return input
      case .posted:
        wakes.wait()
        return .posted
      case .open(let gate): gate.signal()
      }
    }
    return .hungUp
  }
}

@Suite struct WorkBesideTests {
  private typealias Step = WakingTerminal.Step

  /// Types the path, sees the first rows, starts the comparison.
  private static let begun: [Step] =
    "police.csv".map { .input(.key(.character($0))) } + [
      .input(.key(.function(2))), .posted, .input(.key(.function(2))),
    ]

  /// A desk whose police file stops after its first row until the gate opens.
  private func desk(_ office: TestOffice, gate: DispatchSemaphore) throws -> App {
    var app = try App(
      store: office.store, language: .chinese,
      policeFileReader: { source, note in
        let file = try office.policeFile(at: source, noting: note)
        let feed = file.feed
        return PoliceFile(received: file.received) { take in
          try feed { row in
            if row.row == 2 { gate.wait() }
            try take(row)
          }
        }
      }, policePreviewer: { try TestOffice.preview(of: $0, noting: $1) }, fileReader: Office.noFile,
      textWriter: Office.keepText,
      paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    app.session = try office.session("zheng")
    try app.open(.sweepImport)
    return app
  }

  @Test func keysAreAnsweredWhileAFileIsCompared() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    let gate = DispatchSemaphore(value: 0)
    var app = try desk(office, gate: gate)
    var terminal = WakingTerminal(Self.begun + [.input(.key(.function(9))), .open(gate), .posted])

    try app.run(on: &terminal)

    #expect(terminal.frames.contains { $0.text.contains("导入公安名单") && $0.text.contains("Esc 停止") })
    #expect(terminal.frames.contains { $0.text.contains("Importing a police file") })
    let last = terminal.frames.last?.text ?? ""
    #expect(last.contains("Saved: 431225-2026Q4-1"), "\(last)")
  }

  @Test func keysPressedMeanwhileReachTheScreenThatFollows() throws {
    let office = try TestOffice()
    try office.sweptHolders()
    let gate = DispatchSemaphore(value: 0)
    var app = try desk(office, gate: gate)
    // F4 reads row by row, 2 rejects the first, for the first of the reasons.
    let ahead: [Step] = [
      .input(.key(.function(4))), .input(.key("2")), .input(.key(.down)), .input(.key(.enter)), .open(gate), .posted,
    ]
    var terminal = WakingTerminal(Self.begun + ahead)

    try app.run(on: &terminal)

    let last = terminal.frames.last?.text ?? ""
    #expect(last.contains("逐行核对") && last.contains("已存：第 2 行 不同意"), "\(last)")
  }

  @Test func whatIsStoppedLeavesNothing() throws {
    let office = try TestOffice()
    let gate = DispatchSemaphore(value: 0)
    var app = try desk(office, gate: gate)
    var terminal = WakingTerminal(Self.begun + [.input(.key(.escape)), .open(gate), .posted])

    try app.run(on: &terminal)

    #expect(terminal.frames.last?.text.contains("! 已停止，什么也没有留下") == true)
    #expect(try office.store.sweeps().isEmpty)
  }

  @Test func anImportThatIsDiscardedLeavesNothing() throws {
    let office = try TestOffice()
    let gate = DispatchSemaphore(value: 0)
    var app = try desk(office, gate: gate)
    var terminal = WakingTerminal(Self.begun + [.input(.key(.function(8))), .open(gate), .posted])

    try app.run(on: &terminal)

    #expect(terminal.frames.contains { $0.text.contains("F8 停止并丢弃") })
    #expect(terminal.frames.last?.text.contains("! 已停止，档案库没有改动") == true)
    #expect(try office.store.sweeps().isEmpty)
  }

  @Test func aTerminalThatIsGoneEndsTheWorkFirst() throws {
    let office = try TestOffice()
    let gate = DispatchSemaphore(value: 0)
    var app = try desk(office, gate: gate)
    var terminal = WakingTerminal(Self.begun + [.open(gate), .input(.hungUp)])

    try app.run(on: &terminal)

    #expect(app.running == nil)
    #expect(try office.store.sweeps().count <= 1)
  }
}
