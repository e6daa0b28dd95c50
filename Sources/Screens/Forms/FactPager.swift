import Casework
import TerminalKit

/// Facts that may be more than fit above a form: from which row on they are shown, and how far anybody has seen them.
struct FactPager: Hashable, Sendable {
  /// The part of the terminal that is drawn on.
  var window = Size(columns: 80, rows: 21)
  /// How many rows of the window are not for the facts.
  let reserved: Int
  /// How many rows of the facts are above the window.
  private(set) var top = 0
  /// Down to which row the facts have been shown.
  private var shown = 0

  init(reserved: Int = 8) { self.reserved = reserved }

  private var room: Int { max(1, window.rows - reserved) }

  func scrolls(_ lines: [FactLine]) -> Bool { last(lines) > 0 }

  /// Whether the first lines have all been on the screen.
  func hasShown(_ count: Int, of lines: [FactLine]) -> Bool {
    max(shown, top + room) >= lines.rows(ofFirst: count, columns: window.columns)
  }

  /// Turns a page with PgDn or PgUp, a row with ↓ or ↑; false for every other key and where all fits.
  mutating func press(_ key: Key, on lines: [FactLine]) -> Bool {
    guard scrolls(lines) else { return false }
    let step: Int
    switch key {
    case .pageDown: step = max(1, room - 1)
    case .pageUp: step = -max(1, room - 1)
    case .down: step = 1
    case .up: step = -1
    default: return false
    }
    shown = max(shown, top + room)
    top = max(0, min(top + step, last(lines)))
    shown = max(shown, top + room)
    return true
  }

  private func last(_ lines: [FactLine]) -> Int { lines.scrollable(columns: window.columns, rows: room) }
}

extension Phrase {
  /// Why nothing is decided before all that is to be checked was on the screen.
  static let seeAllFirst = Phrase("先看完请核（PgDn）", "See all there is to check first (PgDn)")
}

extension Canvas {
  /// Says on the rule below some facts that there is more above or below.
  mutating func ruleBelow(_ rows: Int, skipping skipped: Int, of used: Int, columns: Int, language: Language) {
    rule(row: rows, column: 1, columns: columns - 2)
    let up = skipped > 0 ? " ↑ PgUp" : ""
    let down = used - skipped > rows ? Phrase(" ↓ PgDn 下面还有", " ↓ PgDn more below")(in: language) : ""
    if !(up + down).isEmpty { write(up + down + " ", endingBefore: columns - 1, row: rows, style: .key) }
  }
}
