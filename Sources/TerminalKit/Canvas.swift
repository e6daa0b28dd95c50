/// A grid of cells that screens draw on; the terminal shows it, tests read it.
public struct Canvas: Sendable {
  /// The size of the whole canvas.
  public let whole: Size
  /// Where the terminal's cursor stands on the whole canvas; screen readers and input methods follow it.
  public private(set) var caret: Position?
  /// Whether characters that some terminals draw wide and others narrow are shown by plain twins.
  private let avoidsAmbiguous: Bool
  private var region: Rect
  private var cells: [Cell]
  /// For each row the column from which on nothing was written.
  private var ends: [Int]

  /// A blank canvas; `avoidsAmbiguous` is for terminals that draw `…`, `—` or `①` two columns wide.
  public init(_ size: Size, avoidsAmbiguous: Bool = false) {
    self.avoidsAmbiguous = avoidsAmbiguous
    whole = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    region = Rect(column: 0, row: 0, columns: whole.columns, rows: whole.rows)
    cells = Array(repeating: .blank, count: whole.columns * whole.rows)
    ends = Array(repeating: 0, count: whole.rows)
  }

  /// The size of the part that is being drawn on.
  public var size: Size { Size(columns: region.columns, rows: region.rows) }

  /// Where the real cursor goes, in the part that is being drawn on; kept inside it.
  public var cursor: Position? {
    get { caret.map { Position(column: $0.column - region.column, row: $0.row - region.row) } }
    set {
      guard let newValue, region.columns > 0, region.rows > 0 else { return caret = nil }
      caret = Position(
        column: region.column + max(0, min(newValue.column, region.columns - 1)),
        row: region.row + max(0, min(newValue.row, region.rows - 1)))
    }
  }

  /// A cell of the part that is being drawn on; outside of it all is blank.
  public subscript(column: Int, row: Int) -> Cell {
    guard (0..<region.columns).contains(column), (0..<region.rows).contains(row) else { return .blank }
    return cells[(region.row + row) * whole.columns + region.column + column]
  }

  /// The cells of one row of the whole canvas, as far as anything was written; the rest is blank.
  public func cells(inRow row: Int) -> ArraySlice<Cell> {
    cells[row * whole.columns..<row * whole.columns + ends[row]]
  }

  /// Lets `draw` work on a part as if it were the whole; nothing it does is seen outside of that part.
  public mutating func inside<Result>(_ rect: Rect, _ draw: (inout Canvas) throws -> Result) rethrows -> Result {
    let outer = region
    region = rect.clipped(to: outer)
    defer { region = outer }
    return try draw(&self)
  }

  /// Writes one line of text, cut at `limit` columns or the edge, and returns the column after it.
  ///
  /// A wide character that does not fit whole is left out, so no half is ever shown. What would steer
  /// the terminal, or what no terminal can show, appears as `Character.standIn`.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, limit: Int = .max, style: Style = .plain
  ) -> Int {
    let edge = limit < region.columns - column ? column + limit : region.columns
    var column = column
    for character in text {
      if let width = character.everydayColumns {
        guard column + width <= edge else { return column }
        put(character, width, column, row, style)
        column += width
      } else {
        for piece in character.pieces {
          guard column + piece.columns <= edge else { return column }
          put(avoidsAmbiguous ? piece.glyph.plainTwin : piece.glyph, piece.columns, column, row, style)
          column += piece.columns
        }
      }
    }
    return column
  }

  /// Fills a part with blanks of a style, or with another character of one column.
  public mutating func fill(_ rect: Rect, with glyph: Character = " ", style: Style = .plain) {
    let filled = rect.clipped(to: Rect(column: 0, row: 0, columns: region.columns, rows: region.rows))
    let shown = avoidsAmbiguous ? glyph.plainTwin : glyph
    for row in filled.row..<filled.row + filled.rows {
      for column in filled.column..<filled.column + filled.columns { put(shown, 1, column, row, style) }
    }
  }

  /// Sets one glyph, given relative to the region; halves of wide characters that it cuts become blanks.
  private mutating func put(_ glyph: Character, _ width: Int, _ column: Int, _ row: Int, _ style: Style) {
    guard column >= 0, row >= 0, row < region.rows else { return }
    let line = (region.row + row) * whole.columns
    let first = line + region.column + column
    let end = first + width
    ends[region.row + row] = max(ends[region.row + row], end - line)
    var before = first
    while cells[before].glyph == nil, before > line {
      before -= 1
      cells[before + 1].glyph = " "
      if cells[before].glyph != nil { cells[before].glyph = " " }
    }
    cells[first] = Cell(glyph: glyph, style: style)
    if width == 2 { cells[first + 1] = Cell(glyph: nil, style: style) }
    var after = end
    while after < line + whole.columns, cells[after].glyph == nil {
      cells[after].glyph = " "
      after += 1
    }
  }
}

extension Canvas: Equatable {
  /// Whether both look the same and are drawn on in the same part.
  public static func == (left: Canvas, right: Canvas) -> Bool {
    left.whole == right.whole && left.caret == right.caret && left.region == right.region && left.cells == right.cells
  }
}

/// One column of one row; a wide character fills its cell and covers the next.
public struct Cell: Hashable, Sendable {
  /// What is shown, or `nil` where the character to the left covers this cell.
  public var glyph: Character?
  public var style: Style

  public static let blank = Cell(glyph: " ", style: .plain)
}
