/// How large a canvas or a terminal is.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// One cell's place, counted from the top left.
public struct Position: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A part of a canvas.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }

  /// The part of this rectangle, given relative to `outer`, that lies inside it, in the terms `outer` is given in.
  func clipped(to outer: Rect) -> Rect {
    let left = max(0, column)
    let top = max(0, row)
    return Rect(
      column: outer.column + left, row: outer.row + top,
      columns: max(0, min(column + columns, outer.columns) - left), rows: max(0, min(row + rows, outer.rows) - top))
  }
}
