import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A terminal that plays a list of inputs; those of one burst arrive at once.
private struct ScriptedTerminal: Terminal {
  var bursts: [[TerminalKit.Input]]
  var frames: [Canvas] = []
  var timeouts: [Int?] = []
  let size = Size(columns: 80, rows: 24)

  func hasInput(within milliseconds: Int) -> Bool { waiting.isEmpty == false }
  private var waiting: [TerminalKit.Input] = []

  init(_ bursts: [[TerminalKit.Input]]) { self.bursts = bursts }

  mutating func present(_ canvas: Canvas) { frames.append(canvas) }

  mutating func nextInput(timeout: Int?) -> TerminalKit.Input {
    timeouts.append(timeout)
    if waiting.isEmpty { waiting = bursts.isEmpty ? [.hungUp] : bursts.removeFirst() }
    return waiting.removeFirst()
  }
}

@Suite struct RunLoopTests {
  @Test func threeHundredKeysAtOnceAreTakenInAndDrawnOnce() throws {
    let office = try TestOffice()
    var app = try App(
      store: office.store, language: .chinese, policeFileReader: { try office.policeFile(at: $0, noting: $1) },
      policePreviewer: { try TestOffice.preview(of: $0, noting: $1) }, fileReader: Office.noFile,
      textWriter: Office.keepText, paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    app.session = try office.session("li")
    try app.open(.register)
    var terminal = ScriptedTerminal([Array(repeating: .key("z"), count: 300)])

    try app.run(on: &terminal)

    #expect(terminal.frames.count == 2)
    #expect(terminal.frames[1].text.contains("登记册中没有找到"))
  }

  @Test func aFormThatIsCarriedOutShowsTheAnswerThatWasGiven() throws {
    let office = try TestOffice()
    var app = try App(
      store: office.store, language: .chinese, policeFileReader: { try office.policeFile(at: $0, noting: $1) },
      policePreviewer: { try TestOffice.preview(of: $0, noting: $1) }, fileReader: Office.noFile,
      textWriter: Office.keepText, paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    app.session = try office.session("zhou")
    try app.open(.signReport(.year(2025)))
    let typed = TestOffice.password.map { TerminalKit.Input.key(.character($0)) }
    var terminal = ScriptedTerminal([typed + [.key(.tab), .key("2"), .key(.function(2))]])

    try app.run(on: &terminal)

    #expect(terminal.frames[1].text.contains("正在签署") && terminal.frames[1].text.contains("[2 是]"))
  }

  @Test func hangingUpEndsTheRunWithoutAWord() throws {
    let office = try TestOffice()
    var app = try App(
      store: office.store, language: .chinese, policeFileReader: { try office.policeFile(at: $0, noting: $1) },
      policePreviewer: { try TestOffice.preview(of: $0, noting: $1) }, fileReader: Office.noFile,
      textWriter: Office.keepText, paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    var terminal = ScriptedTerminal([[.hungUp]])

    try app.run(on: &terminal)

    #expect(terminal.frames.count == 1)
  }

  @Test func waitingCostsNothingButTheIdleLock() throws {
    let office = try TestOffice()
    var signIn = try App(
      store: office.store, language: .chinese, policeFileReader: { try office.policeFile(at: $0, noting: $1) },
      policePreviewer: { try TestOffice.preview(of: $0, noting: $1) }, fileReader: Office.noFile,
      textWriter: Office.keepText, paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    var first = ScriptedTerminal([[.hungUp]])
    try signIn.run(on: &first)
    #expect(first.timeouts == [nil])

    var desk = try App(
      store: office.store, language: .chinese, policeFileReader: { try office.policeFile(at: $0, noting: $1) },
      policePreviewer: { try TestOffice.preview(of: $0, noting: $1) }, fileReader: Office.noFile,
      textWriter: Office.keepText, paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    desk.session = try office.session("li")
    try desk.open(.desk)
    var second = ScriptedTerminal([[.hungUp]])
    try desk.run(on: &second)
    #expect(second.timeouts == [600_000])
  }
}
