import Casework
import Foundation
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A desk worked by a script: presses keys and looks at the screen as a person would.
struct DeskDriver {
  let office: TestOffice
  var app: App
  var size: Size

  var store: CaseStore { office.store }

  /// Opens the desk of somebody, as if signed in already; without `staff` the sign-in stands open.
  init(
    _ staff: StaffMember.ID? = nil, in office: TestOffice, language: Language = .chinese, columns: Int = 80,
    rows: Int = 24, policeFile: @escaping PoliceFileReader = { _, _ in throw Refusal.noFile },
    files: @escaping AnyFileReader = Office.noFile
  ) throws {
    self.office = office
    size = Size(columns: columns, rows: rows)
    app = try App(
      store: office.store, language: language, policeFileReader: policeFile,
      policePreviewer: { try TestOffice.preview(of: $0, noting: $1) },
      fileReader: files,
      textWriter: Office.keepText, paperWriter: Office.keepPapers, applicantReader: Office.applicants)
    app.fit(size)
    guard let staff else { return }
    app.session = try office.session(staff)
    app.places.removeAll()
    try app.open(.desk)
  }

  mutating func press(_ keys: Key...) throws {
    for key in keys { try handle(.key(key)) }
  }

  mutating func type(_ text: String) throws {
    for character in text { try handle(.key(.character(character))) }
  }

  mutating func handle(_ input: TerminalKit.Input) throws {
    try app.handle(input)
    while let work = app.work {
      app.work = nil
      try app.carryOutNow(work)
    }
  }

  mutating func open(_ route: Route) throws { try app.open(route) }

  var shown: String {
    mutating get throws { try app.frame(of: size).text }
  }

  var cursor: Position? {
    mutating get throws { try app.frame(of: size).caret }
  }

  mutating func expect(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let shown = try shown
    for text in texts {
      #expect(shown.contains(text), "「\(text)」 is not on the screen:\n\(shown)", sourceLocation: sourceLocation)
    }
  }

  mutating func expectNot(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let shown = try shown
    for text in texts {
      #expect(!shown.contains(text), "「\(text)」 is on the screen:\n\(shown)", sourceLocation: sourceLocation)
    }
  }

  /// Compares with `Golden/<name>.txt`; `RECORD=1 swift test` writes the file instead.
  mutating func expectGolden(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
    let shown = try shown + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try shown.write(to: file, atomically: true, encoding: .utf8)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == golden, "\(name) shows:\n\(shown)", sourceLocation: sourceLocation)
  }
}

extension Refusal {
  static let noFile = Refusal("no_file", Phrase("没有此文件", "There is no such file"))
}
