import Casework
import TerminalKit

/// A label and what is known under it.
struct FactLine: Hashable, Sendable {
  let label: Phrase
  let text: Phrase
  let style: Style

  init(_ label: Phrase, _ text: Phrase, _ style: Style = .plain) {
    self.label = label
    self.text = text
    self.style = style
  }

  init(_ label: Phrase, _ text: String, _ style: Style = .plain) { self.init(label, .verbatim(text), style) }

  static func heading(_ text: Phrase) -> FactLine { FactLine(text, Phrase("", ""), .heading) }

  var isHeading: Bool { style == .heading }
}

extension [FactLine] {
  /// How many rows a list can be scrolled by in a part of the window, in the language that takes more of them.
  func scrollable(columns: Int, rows: Int) -> Int {
    Language.allCases.map { language in
      let room = Canvas.room(for: self, columns: columns, in: language).text
      return reduce(-rows) { $0 + ($1.isHeading ? 1 : $1.text(in: language).wrapped(to: room).count) }
    }.reduce(0, Swift.max)
  }
}

extension Canvas {
  /// How wide labels and texts are drawn.
  fileprivate static func room(
    for lines: [FactLine], columns: Int, in language: Language
  ) -> (labels: Int, text: Int) {
    let longest = lines.filter { !$0.isHeading }.map { $0.label(in: language).columns }.max() ?? 0
    let labels = max(8, min(longest, columns / 3))
    return (labels, max(10, columns - labels - 3))
  }

  /// Says that there is more above or below.
  mutating func scrollMarks(skipping skipped: Int, of used: Int, in rect: Rect) {
    let end = rect.column + rect.columns - 1
    if skipped > 0 { write("↑", endingBefore: end, row: rect.row, style: .key) }
    if used - skipped > rect.rows { write("↓", endingBefore: end, row: rect.row + rect.rows - 1, style: .key) }
  }

  /// Draws facts one under the other, broken where they are long, from a number of drawn rows on; returns all rows needed.
  @discardableResult
  mutating func facts(
    _ lines: [FactLine], in rect: Rect, skipping skipped: Int = 0, language: Language
  ) -> Int {
    let (labels, room) = Self.room(for: lines, columns: rect.columns, in: language)
    var row = -skipped
    inside(rect) { canvas in
      for line in lines {
        if line.isHeading {
          canvas.write(line.label(in: language), column: 1, row: row, style: .heading)
          row += 1
          continue
        }
        canvas.write(line.label(in: language).shortened(to: labels), column: 1, row: row, style: .faint)
        for piece in line.text(in: language).wrapped(to: room) {
          canvas.write(piece, column: labels + 3, row: row, style: line.style)
          row += 1
        }
      }
    }
    return row + skipped
  }
}
