import CNcurses
import TerminalKit

/// How each style looks on this terminal: with colours where they are welcome, else by attributes alone.
struct Look {
  /// By the style's raw value.
  private let paints: [Paint]

  private struct Paint {
    let attributes: attr_t
    let pair: Int16
    let blank: cchar_t

    init(attributes: attr_t, pair: Int16) {
      self.attributes = attributes
      self.pair = pair
      blank = cursesCell(" ", attributes, pair)
    }
  }

  /// Asks curses, which must have been started.
  init(coloured: Bool) {
    let hasColours = coloured && has_colors() && start_color() == OK && use_default_colors() == OK
    paints = Style.allCases.map { style in
      var pair: Int16 = 0
      if hasColours, let colour = colour(of: style) {
        pair = Int16(style.rawValue) + 1
        init_pair(pair, Int16(colour), -1)
      }
      return Paint(attributes: attribute(of: style), pair: pair)
    }
  }

  /// The curses cell that shows a glyph, with at most four marks on it.
  func cell(_ glyph: Character, _ style: Style) -> cchar_t {
    let paint = paints[Int(style.rawValue)]
    return glyph == " " ? paint.blank : cursesCell(glyph, paint.attributes, paint.pair)
  }
}

private func cursesCell(_ glyph: Character, _ attributes: attr_t, _ pair: Int16) -> cchar_t {
  var scalars: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0, 0, 0)
  var cell = cchar_t()
  withUnsafeMutableBytes(of: &scalars) { bytes in
    let letters = bytes.assumingMemoryBound(to: wchar_t.self)
    var count = 0
    for scalar in glyph.unicodeScalars where count < 5 {
      letters[count] = wchar_t(scalar.value)
      count += 1
    }
    setcchar(&cell, letters.baseAddress, attributes, pair, nil)
  }
  return cell
}

private func attribute(of style: Style) -> attr_t {
  switch style {
  case .plain, .good: 0
  case .heading, .key, .warning: curses_bold()
  case .selected: curses_reverse()
  case .faint: curses_dim()
  case .danger, .practice: curses_bold() | curses_reverse()
  case .field: curses_underline()
  case .fieldFocused: curses_underline() | curses_bold()
  }
}

private func colour(of style: Style) -> Int32? {
  switch style {
  case .warning: COLOR_YELLOW
  case .danger: COLOR_RED
  case .good: COLOR_GREEN
  case .practice: COLOR_MAGENTA
  case .plain, .heading, .selected, .faint, .field, .fieldFocused, .key: nil
  }
}
