public import TerminalKit

/// What a terminal shows: a small model of xterm, enough to follow what ncurses sends.
public struct TerminalScreen: Equatable, Sendable {
  /// One cell; `nil` where the wide character to the left covers it.
  public struct Cell: Equatable, Sendable {
    public var glyph: Character?
    public var look: Look
  }

  /// How a cell looks, as far as tests care.
  public struct Look: Hashable, Sendable {
    public var isBold = false
    public var isFaint = false
    public var isUnderlined = false
    public var isReversed = false
    /// The foreground's number, where it is not the terminal's own.
    public var colour: Int?

    public init(isBold: Bool = false, isReversed: Bool = false) {
      self.isBold = isBold
      self.isReversed = isReversed
    }
  }

  public internal(set) var columns: Int
  public internal(set) var rows: Int
  public internal(set) var cursor = Position(column: 0, row: 0)
  public internal(set) var cursorIsVisible = true
  /// Whether the program works on the second screen, as full-screen programs do.
  public internal(set) var isOnSecondScreen = false
  public internal(set) var pasteIsBracketed = false
  /// Sequences that this model does not know; a test can demand that there are none.
  public internal(set) var unknown: [String] = []

  var cells: [[Cell]]
  var look = Look()
  var wrapIsPending = false
  var region: Range<Int>
  var saved = Position(column: 0, row: 0)
  var firstScreen: [[Cell]]?
  var last: Character = " "
  var parser = SequenceParser()

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    cells = Self.blank(columns, rows)
  }

  /// What a person would see: one line a row, trailing blanks cut.
  public var text: String { (0..<rows).map { line($0) }.joined(separator: "\n") }

  public func line(_ row: Int) -> String {
    var line = String(cells[row].compactMap(\.glyph))
    while line.last == " " { line.removeLast() }
    return line
  }

  public subscript(column: Int, row: Int) -> Cell { cells[row][column] }

  /// Where a text begins, in columns.
  public func position(of text: String) -> Position? {
    for row in 0..<rows {
      for column in 0..<columns where cells[row][column].glyph != nil {
        if String(cells[row][column...].compactMap(\.glyph)).hasPrefix(text) {
          return Position(column: column, row: row)
        }
      }
    }
    return nil
  }

  public mutating func resize(columns: Int, rows: Int) {
    var new = Self.blank(columns, rows)
    for row in 0..<min(rows, self.rows) {
      for column in 0..<min(columns, self.columns) { new[row][column] = cells[row][column] }
    }
    (self.columns, self.rows, cells, region) = (columns, rows, new, 0..<rows)
    moveTo(column: cursor.column, row: cursor.row)
  }

  /// Follows what a program sent.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch parser.take(byte) {
      case .none: break
      case .scalar(let scalar): show(scalar)
      case .control(let control): obey(control)
      case .escape(let final): obeyEscape(final)
      case .sequence(let sequence): obey(sequence)
      case .unknown(let bytes): unknown.append(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(glyph: " ", look: Look()), count: columns), count: rows)
  }
}
