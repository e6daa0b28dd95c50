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

extension Canvas {
  /// Draws facts one under the other, broken where they are long, from a number of drawn rows on; returns all rows needed.
  @discardableResult
  mutating func facts(
    _ lines: [FactLine], in rect: Rect, skipping skipped: Int = 0, language: Language
  ) -> Int {
    let longest = lines.filter { !$0.isHeading }.map { $0.label(in: language).columns }.max() ?? 0
    let labels = max(8, min(longest, rect.columns / 3))
    let room = max(10, rect.columns - labels - 3)
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
