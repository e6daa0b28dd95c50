import Casework
import TerminalKit

/// Facts that may be more than fit above a form: from which row on they are shown, and which of them anybody has seen.
struct FactPager: Hashable, Sendable {
  var window = Window()
  /// How many rows of the window are not for the facts.
  let reserved: Int
  /// How many rows the facts have at most, however large the window is.
  let most: Int
  private var top = 0
  /// What has been on the screen to its end.
  private var seen: Set<FactLine> = []

  init(reserved: Int = 8, most: Int = .max) {
    self.reserved = reserved
    self.most = most
  }

  /// How many rows the facts have.
  var room: Int { min(most, max(1, window.rows - reserved)) }

  func scrolls(_ lines: [FactLine]) -> Bool { last(lines) > 0 }

  /// How many rows of the facts are above the window.
  func skipped(of lines: [FactLine]) -> Int { min(top, last(lines)) }

  /// Whether the first lines have all been on the screen.
  func hasShown(_ count: Int, of lines: [FactLine]) -> Bool {
    seen.union(visible(lines)).isSuperset(of: lines.prefix(count))
  }

  /// The keys that turn the facts, each told where it leads on; none where all fits.
  func turning<Message>(_ lines: [FactLine], _ down: Message, _ up: Message) -> [Binding<Message>] {
    Binding.turning(down, up, skipped: skipped(of: lines), of: last(lines))
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
    seen.formUnion(visible(lines))
    top = max(0, min(skipped(of: lines) + step, last(lines)))
    seen.formUnion(visible(lines))
    return true
  }

  /// The lines whose end is on the screen.
  private func visible(_ lines: [FactLine]) -> Set<FactLine> {
    let first = skipped(of: lines)
    let ends = lines.lastRows(columns: window.columns, in: window.language)
    return Set(zip(lines, ends).filter { (first + 1...first + room).contains($1) }.map(\.0))
  }

  private func last(_ lines: [FactLine]) -> Int {
    lines.scrollable(columns: window.columns, rows: room, in: window.language)
  }
}

extension Phrase {
  /// Said once the last of what has to be seen was on the screen.
  static let allSeen = Phrase("都看过了，可以确定", "All of it was seen: it can be done")
  /// Why nothing is decided before all that is to be checked was on the screen.
  static let seeAllFirst = Phrase("先看完请核（PgDn）", "See all there is to check first (PgDn)")
}

extension Canvas {
  /// Says on the rule below some facts that there is more above or below.
  mutating func ruleBelow(_ rows: Int, skipping skipped: Int, of used: Int, columns: Int, language: Language) {
    rule(row: rows, column: 1, columns: columns - 2)
    pageMarks(row: rows, skipping: skipped, of: used, showing: rows, columns: columns, language: language)
  }

  /// Says at the end of a row, with the keys, that some facts go on above or below.
  mutating func pageMarks(
    row: Int, skipping skipped: Int, of used: Int, showing rows: Int, columns: Int, language: Language
  ) {
    let up = skipped > 0 ? " ↑ PgUp" : ""
    let down = used - skipped > rows ? Phrase(" ↓ PgDn 下面还有", " ↓ PgDn more below")(in: language) : ""
    if !(up + down).isEmpty { write(up + down + " ", endingBefore: columns - 1, row: row, style: .key) }
  }
}
