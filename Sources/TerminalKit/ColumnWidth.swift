extension Unicode.Scalar {
  /// What the C library's `wcwidth` says: 0, 1 or 2 columns, or `nil` for what it does not know.
  ///
  /// ncurses and tmux count the same way; the test compares every code point with the library.
  public var columns: Int? {
    switch value {
    case 0x20..<0x7F: 1
    case 0x4E00...0x9FFC: 2
    default:
      switch widths.kind(of: value) {
      case UInt8(ascii: "n"): 1
      case UInt8(ascii: "w"): 2
      case UInt8(ascii: "z"): 0
      default: nil
      }
    }
  }

  /// How a canvas treats this scalar.
  var painting: Painting {
    switch value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0: .standIn
    case 0x200B...0x200D, 0x2060...0x2064, 0xFE0E, 0xFE0F, 0xFEFF, 0xE0001, 0xE0020...0xE007F: .unseen
    default:
      switch columns {
      case nil: .standIn
      case 0: .mark
      case let width?: .spacing(width)
      }
    }
  }
}

/// What becomes of a scalar on the screen.
enum Painting: Equatable {
  /// It takes columns of its own.
  case spacing(Int)
  /// It is drawn on what stands before it.
  case mark
  /// It joins or selects a form; terminals disagree about it, so it is not sent.
  case unseen
  /// It would steer the terminal, or no terminal knows its width: a sign is shown in its place.
  case standIn
}

extension Character {
  /// The sign shown for a character that cannot be painted: `〓`, as printers do.
  public static let standIn: Character = "〓"

  /// How many columns a canvas needs for this character.
  public var columns: Int { everydayColumns ?? pieces.reduce(0) { $0 + $1.columns } }

  /// The width of printable ASCII and of the common Chinese characters, which are nearly all there is; else `nil`.
  var everydayColumns: Int? {
    var bytes = utf8.makeIterator()
    guard let first = bytes.next() else { return 0 }
    switch (first, utf8.count) {
    case (0x20..<0x7F, 1): return 1
    case (0xE5...0xE8, 3): return 2
    default: return nil
    }
  }

  /// The parts that take columns of their own, each with its marks.
  ///
  /// Terminals count by scalars, not by what people see as one character, so a flag or a
  /// face with a skin tone is two parts.
  var pieces: [(glyph: Character, columns: Int)] {
    var pieces: [(glyph: Character, columns: Int)] = []
    for scalar in unicodeScalars {
      switch scalar.painting {
      case .spacing(let width): pieces.append((Character(scalar), width))
      case .standIn: pieces.append((.standIn, 2))
      case .unseen: break
      case .mark:
        guard let last = pieces.last else {
          pieces.append((.standIn, 2))
          continue
        }
        let marked = String(last.glyph) + String(Character(scalar))
        if marked.unicodeScalars.count <= 4, marked.count == 1 { pieces[pieces.count - 1].glyph = Character(marked) }
      }
    }
    return pieces
  }
}

extension StringProtocol {
  /// How many columns a canvas needs for this text on one line.
  public var columns: Int { reduce(0) { $0 + $1.columns } }

  /// As much of the text as fits, with `…` where something is left out.
  public func shortened(to limit: Int) -> String {
    guard columns > limit else { return String(self) }
    guard limit > 0 else { return "" }
    var width = 0
    let kept = prefix { character in
      width += character.columns
      return width < limit
    }
    return String(kept) + "…"
  }
}

private let widths = RunTable(widthRuns)
