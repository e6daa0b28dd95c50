import Casework
import TerminalKit

/// A label and what is known under it.
struct FactLine: Hashable, Sendable {
  let label: Phrase
  let text: Phrase
  let style: Style
  /// How many rows it takes at most, where the whole text can be read elsewhere.
  private var mostRows = Int.max

  init(_ label: Phrase, _ text: Phrase, _ style: Style = .plain) {
    self.label = label
    self.text = text
    self.style = style
  }

  init(_ label: Phrase, _ text: String, _ style: Style = .plain) { self.init(label, .verbatim(text), style) }

  static func heading(_ text: Phrase) -> FactLine { FactLine(text, Phrase("", ""), .heading) }

  var isHeading: Bool { style == .heading }

  /// The beginning of a long text, so that it pushes nothing off the screen.
  var inShort: FactLine { inShort(rows: 2) }

  func inShort(rows: Int) -> FactLine {
    var line = self
    line.mostRows = rows
    return line
  }

  /// The text as it is drawn, one piece a row; … ends what is cut.
  fileprivate func pieces(to columns: Int, in language: Language) -> [String] {
    text(in: language).wrapped(to: columns, rows: mostRows)
  }
}

extension [FactLine] {
  /// How many rows a list can be scrolled by in a part of the window.
  func scrollable(columns: Int, rows: Int, in language: Language) -> Int {
    Swift.max(0, (lastRows(columns: columns, in: language).last ?? 0) - rows)
  }

  /// How many rows the list takes down to the end of each line.
  func lastRows(columns: Int, in language: Language) -> [Int] {
    let room = Canvas.room(for: self, columns: columns, in: language).text
    var rows = 0
    return map { line in
      rows += line.isHeading ? 1 : line.pieces(to: room, in: language).count
      return rows
    }
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

  /// Draws as many facts as fit where nothing turns them, and returns the rows taken; … at the end says that there is more.
  @discardableResult
  mutating func factsThatFit(_ lines: [FactLine], in rect: Rect, language: Language) -> Int {
    let used = facts(lines, in: rect, language: language)
    if used > rect.rows { cutSign(in: rect) }
    return min(used, rect.rows)
  }

  /// Says at the end of the last row that there is more.
  mutating func cutSign(in rect: Rect) {
    write("…", endingBefore: rect.column + rect.columns, row: rect.row + rect.rows - 1, style: .key)
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
        for piece in line.pieces(to: room, in: language) {
          canvas.write(piece, column: labels + 3, row: row, style: line.style)
          row += 1
        }
      }
    }
    return row + skipped
  }
}
