public import PtyKit
public import TerminalKit

/// A desk on a pseudo-terminal that counts the keys pressed on it; data typed is not counted.
public struct CountedDesk {
  public let terminal: PtySession
  public private(set) var keys = 0

  public init(_ terminal: PtySession) { self.terminal = terminal }

  /// Presses keys that are no data.
  public mutating func press(_ pressed: Key...) {
    keys += pressed.count
    for key in pressed { terminal.send(key.bytes) }
  }

  /// Types what belongs to the case: a name, a number, a choice by its digit.
  public func data(_ text: String) { terminal.type(text) }

  /// Waits until all of this stands on the screen.
  public func see(_ texts: String...) throws {
    try terminal.wait(within: 30_000, for: texts.joined(separator: ", ")) { screen in
      texts.allSatisfy { screen.text.contains($0) }
    }
  }

  /// Waits until the field is in hand.
  public func stand(on field: String) throws {
    try terminal.wait(within: 30_000, for: "the caret in \(field)") { screen in
      let row = screen.line(screen.cursor.row)
      return row.hasPrefix(" >") && row.contains(field)
    }
  }

  /// The keys pressed since the last call.
  public mutating func counted() -> Int {
    defer { keys = 0 }
    return keys
  }
}
