import Casework
import TerminalKit

/// Findings that differ, side by side: one column a seat, the lines that differ marked.
struct Disagreement {
  let seats: [Seat]

  func draw(on canvas: inout Canvas, in rect: Rect, language: Language) {
    let labels = 10
    let width = max(8, (rect.columns - labels - 2) / max(1, seats.count))
    var row = 0
    canvas.inside(rect) { canvas in
      for line in lines {
        let cells = line.cells.map { $0(in: language).wrapped(to: width - 2) }
        let mark = line.differs ? "≠ " : "  "
        let style: Style = line.differs ? .warning : line.isHeading ? .heading : .plain
        canvas.write(mark + line.label(in: language), column: 1, row: row, style: style)
        for (index, pieces) in cells.enumerated() {
          for (offset, piece) in pieces.enumerated() {
            canvas.write(piece, column: labels + 2 + index * width, row: row + offset, style: style)
          }
        }
        row += cells.map(\.count).max() ?? 1
      }
    }
    if row > rect.rows { canvas.cutSign(in: rect) }
  }

  private struct Line {
    let label: Phrase
    let cells: [Phrase]
    var isHeading = false
    /// What differs where it must not; opinions are words of one's own.
    var differs = false
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
