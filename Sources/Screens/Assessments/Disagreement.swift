import Casework
import TerminalKit

/// Findings that differ, side by side: one column a seat, the lines that differ marked.
struct Disagreement {
  let seats: [Seat]

  /// Draws them from a number of drawn rows on; returns all rows needed.
  func draw(on canvas: inout Canvas, in rect: Rect, skipping skipped: Int, language: Language) -> Int {
    let width = width(columns: rect.columns)
    var row = -skipped
    canvas.inside(rect) { canvas in
      for line in lines {
        let cells = line.wrapped(to: width, in: language)
        let mark = line.differs ? "≠ " : "  "
        let style: Style = line.differs ? .warning : line.isHeading ? .heading : .plain
        canvas.write(mark + line.label(in: language), column: 1, row: row, style: style)
        for (index, pieces) in cells.enumerated() {
          for (offset, piece) in pieces.enumerated() {
            canvas.write(piece, column: Self.labels + 2 + index * width, row: row + offset, style: style)
          }
        }
        row += cells.map(\.count).max() ?? 1
      }
    }
    return row + skipped
  }

  /// How many rows they take.
  func rows(columns: Int, in language: Language) -> Int {
    let width = width(columns: columns)
    return lines.reduce(0) { $0 + ($1.wrapped(to: width, in: language).map(\.count).max() ?? 1) }
  }

  private static let labels = 10

  /// How wide the column of a seat is.
  private func width(columns: Int) -> Int { max(8, (columns - Self.labels - 2) / max(1, seats.count)) }

  private struct Line {
    let label: Phrase
    let cells: [Phrase]
    var isHeading = false
    /// What differs where it must not; opinions are words of one's own.
    var differs = false

    func wrapped(to width: Int, in language: Language) -> [[String]] {
      cells.map { $0(in: language).wrapped(to: width - 2) }
    }
  }

  private var lines: [Line] {
    let compared: [(Phrase, (Seat) -> Phrase)] = [
      (Phrase("类别", "Category"), \.category), (Phrase("等级", "Grade"), \.grade),
      (Phrase("条款", "Clause"), \.measured),
    ]
    return [Line(label: Phrase("席位", "Seat"), cells: seats.map { .verbatim($0.name) }, isHeading: true)]
      + compared.map { label, value in
        let cells = seats.map(value)
        return Line(label: label, cells: cells, differs: Set(cells).count > 1)
      } + [Line(label: Phrase("意见", "Opinion"), cells: seats.map(\.opinion))]
  }
}
