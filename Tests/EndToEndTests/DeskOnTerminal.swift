import PtyKit
import TerminalKit
import Testing

/// The real desk on a pseudo-terminal, and what somebody who sits at it does and looks for.
struct DeskOnTerminal {
  let terminal: PtySession
  /// How long to look for something: far longer than the desk takes, as tests share the machine.
  private let patience = 30_000

  var shown: String { terminal.screen.text }

  /// Presses keys without looking; the desk takes them in order however fast they come.
  func press(_ keys: Key...) { for key in keys { terminal.send(key.bytes) } }

  /// Types as an input method does: whole words at once.
  func type(_ text: String) { terminal.type(text) }

  /// Waits until all of this stands on the screen.
  func see(_ texts: String...) throws {
    try wait(for: texts.joined(separator: ", ")) { screen in texts.allSatisfy { screen.text.contains($0) } }
  }

  /// Waits until the field is in hand and the real cursor stands behind a text in it.
  ///
  /// Without a text the cursor stands in the field's row, on whatever sets it.
  func stand(on field: String, behind text: String? = nil) throws {
    try wait(for: "the caret in \(field) \(text.map { "behind \($0)" } ?? "")") { screen in
      let row = screen.line(screen.cursor.row)
      guard row.hasPrefix(" >"), row.contains(field), screen.leftOfCursor.contains(field) else { return false }
      return text.map { screen.leftOfCursor.hasSuffix($0) } ?? true
    }
  }

  /// Waits until the button is in hand.
  func standOnButton(_ name: String) throws {
    try wait(for: "the caret on [ \(name) ]") { $0.line($0.cursor.row) == " > [ \(name) ]" && $0.cursor.column == 3 }
  }

  /// Fills the field that must be in hand, and goes on to the next.
  func fill(_ field: String, _ text: String, showing shown: String? = nil) throws {
    try stand(on: field)
    type(text)
    try stand(on: field, behind: shown ?? text)
    press(.enter)
  }

  /// Writes over what stands in the field that must be in hand.
  func overwrite(_ field: String, _ text: String) throws {
    try stand(on: field)
    press(.control("u"))
    try fill(field, text)
  }

  /// Sets a field of choices or a tick by a digit, and goes on to the next.
  func set(_ field: String, _ digit: String, showing shown: String) throws {
    try stand(on: field)
    type(digit)
    try wait(for: "\(field) \(shown)") { screen in
      screen.line(screen.cursor.row).contains(field) && screen.line(screen.cursor.row).contains(shown)
    }
    press(.enter)
  }

  /// Leaves a field as it is.
  func pass(_ field: String) throws {
    try stand(on: field)
    press(.tab)
  }

  /// Chooses an act by the digit before its name.
  func choose(_ act: String) throws {
    var digit: String?
    try wait(for: "a digit before \(act)") { screen in
      digit = screen.digit(before: act)
      return digit != nil
    }
    type(try #require(digit))
  }

  func signIn(_ person: Person) throws {
    try fill("用户名", person.name)
    try fill("密码", person.password, showing: "******")
    try see("办公桌")
  }

  /// Signs in with a name and password that the sign-in of the rehearsal office shows.
  func signInAsShown(_ name: String, _ password: String) throws {
    try see(name, password)
    try fill("用户名", "１", showing: name)
    try fill("密码", password, showing: "******")
    try see("办公桌")
  }

  /// Goes back to the desk, however many screens lie above it, and whatever was looked for on them.
  func goHome() throws {
    while !terminal.screen.line(0).hasPrefix(" 办公桌") {
      let before = shown
      press(.escape)
      try wait(for: "the screen below, or an empty search") { $0.text != before && !$0.line(0).isEmpty }
    }
  }

  func signOut() throws {
    try goHome()
    press(.function(8))
    try see("用户名")
  }

  /// Closes the desk from its sign-in.
  func close() throws {
    press(.escape)
    #expect(try terminal.waitForEnd(within: patience) == 0)
  }

  func wait(for what: String, until isReached: (TerminalScreen) -> Bool) throws {
    try terminal.wait(within: patience, for: what, until: isReached)
  }
}

extension TerminalScreen {
  /// What stands before the cursor in its row.
  fileprivate var leftOfCursor: String {
    (0..<cursor.column).compactMap { self[$0, cursor.row].glyph }.map(String.init).joined()
  }

  /// The digit under which an act is listed.
  fileprivate func digit(before act: String) -> String? {
    for row in 0..<rows {
      let parts = line(row).split { " >".contains($0) }
      if parts.count > 1, parts[1] == act, parts[0].count == 1, parts[0].allSatisfy(\.isNumber) {
        return String(parts[0])
      }
    }
    return nil
  }
}

extension TerminalScreen {
  /// What stands in the row that is in hand.
  var rowInHand: String {
    let row = (1..<rows).map(line).first { $0.hasPrefix(" >") } ?? ""
    return String(row.dropFirst(2).drop { $0 == " " })
  }
}
