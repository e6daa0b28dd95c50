import Casework
import TerminalKit
import Testing

@testable import Screens

@Suite struct EveryScreenTests {
  @Test(arguments: Scene.allCases, Language.allCases)
  func itLooksRightOnASmallTerminal(_ scene: Scene, in language: Language) throws {
    var desk = try scene.desk(language)
    try desk.expectGolden("\(scene.rawValue).80x24.\(language.rawValue)")
  }

  @Test(arguments: Scene.allCases, Language.allCases)
  func itLooksRightOnALargeTerminal(_ scene: Scene, in language: Language) throws {
    var desk = try scene.desk(language, columns: 120, rows: 40)
    try desk.expectGolden("\(scene.rawValue).120x40.\(language.rawValue)")
  }

  @Test(arguments: Scene.allCases)
  func theRealCursorStandsOnSomethingAndNeverInTheLastRow(_ scene: Scene) throws {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
      var desk = try scene.desk(columns: columns, rows: rows)
      let cursor = try #require(try desk.cursor, "\(scene) at \(columns)×\(rows) has no cursor")
      #expect(cursor.row > 0 && cursor.row < rows - 1)
      #expect(cursor.column < columns)
    }
  }

  @Test(arguments: Scene.allCases)
  func whatAStyleSaysIsSaidByASignOrAWordToo(_ scene: Scene) throws {
    var desk = try scene.desk()
    let canvas = try desk.app.frame(of: desk.size)
    for row in 0..<canvas.size.rows {
      let cells = (0..<canvas.size.columns).map { canvas[$0, row] }
      let text = String(cells.compactMap(\.glyph))
      if cells.contains(where: { $0.style == .selected }) { #expect(text.contains(">") || text.contains("[")) }
      if cells.contains(where: { $0.style == .practice }) { #expect(text.contains("演练")) }
    }
  }

  @Test(arguments: Scene.allCases)
  func everyKeyIsReachableWithAnInputMethodOn(_ scene: Scene) throws {
    let desk = try scene.desk()
    let screen = try #require(desk.app.places.last?.screen)
    let hints = screen.hints
    for hint in hints + KeyHint.everywhere {
      if case .character(let character) = hint.key { #expect(!character.isLetter, "\(hint.key) is a letter") }
      #expect(!hint.name.chinese.isEmpty && !hint.name.english.isEmpty)
    }
    #expect(Set(hints.map(\.key)).count == hints.count, "two acts share a key")
    #expect(hints.contains { $0.key == .escape }, "there must be a way out")
  }

  @Test(arguments: Scene.allCases)
  func theHelpListsWhatTheScreenCanDo(_ scene: Scene) throws {
    guard scene != .help, scene != .locked else { return }
    var desk = try scene.desk(rows: 60)
    _ = try desk.shown
    let hints = try #require(desk.app.places.last?.screen.hints)
    try desk.press(.function(1))
    let shown = try desk.shown
    for hint in hints { #expect(shown.contains(hint.key.label) && shown.contains(hint.name.chinese)) }
  }

  @Test(arguments: Scene.allCases)
  func aTinyWindowSaysSoAndLosesNothing(_ scene: Scene) throws {
    var desk = try scene.desk()
    let before = try desk.shown
    desk.size = Size(columns: 20, rows: 5)
    try desk.handle(.resized)
    try desk.expect("窗口太小")
    desk.size = Size(columns: 80, rows: 24)
    try desk.handle(.resized)
    #expect(try desk.shown == before)
  }

  @Test(arguments: Scene.allCases)
  func whatIsPressedWhileNothingIsShownDoesNothing(_ scene: Scene) throws {
    var desk = try scene.desk()
    let before = try desk.shown
    desk.size = Size(columns: 40, rows: 10)
    try desk.expect("窗口太小")
    let blind: [Key] = [.character(" "), .character("1"), .enter, .down, .function(2), .function(5), .escape]
    for key in blind { try desk.press(key) }
    try desk.handle(.paste("110105"))
    desk.size = Size(columns: 80, rows: 24)
    #expect(try desk.shown == before)
  }
}
