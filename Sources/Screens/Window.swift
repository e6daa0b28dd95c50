import Casework
import TerminalKit

/// The part of the terminal that a screen draws on, and the language it draws in.
struct Window: Hashable, Sendable {
  var columns = 80
  var rows = 21
  var language = Language.chinese

  var size: Size { Size(columns: columns, rows: rows) }
}
