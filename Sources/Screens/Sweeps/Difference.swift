import Casework
import TerminalKit

/// Two values beside one another: which of their characters differ.
struct Difference: Hashable, Sendable {
  /// A run of characters that are the same on both sides, or are not.
  struct Piece: Hashable, Sendable {
    let text: String
    let differs: Bool
  }

  let left: [Piece]
  let right: [Piece]

  /// Values of the same length are compared place by place, others between what they begin and end with alike.
  init(_ left: String, _ right: String) {
    let (first, second) = (Array(left), Array(right))
    let marks = Self.marks(first, second)
    self.left = Self.pieces(first, marks.left)
    self.right = Self.pieces(second, marks.right)
  }

  /// The places at which two numbers of the same length differ, from 1.
  static func places(_ left: String, _ right: String) -> [Int] {
    guard left.count == right.count else { return [] }
    return zip(1..., zip(left, right)).filter { $0.1.0 != $0.1.1 }.map(\.0)
  }

  /// Where two numbers differ, in words; `nil` where too much does for words to help.
  static func words(_ left: String, _ right: String) -> Phrase? {
    let places = places(left, right)
    guard !places.isEmpty, places.count <= 3 else { return nil }
    let (first, second) = (Array(left), Array(right))
    if places.count == 2, places[1] == places[0] + 1, first[places[0] - 1] == second[places[1] - 1],
      first[places[1] - 1] == second[places[0] - 1]
    {
      return Phrase("第 \(places[0])、\(places[1]) 位互换", "digits \(places[0]) and \(places[1]) swapped")
    }
    return .joined(
      places.map { place in
        let change = "\(first[place - 1])→\(second[place - 1])"
        return Phrase("第 \(place) 位 \(change)", "digit \(place): \(change)")
      })
  }

  private static func marks(_ left: [Character], _ right: [Character]) -> (left: [Bool], right: [Bool]) {
    if left.count == right.count {
      let marks = zip(left, right).map { $0 != $1 }
      return (marks, marks)
    }
    let shorter = min(left.count, right.count)
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = min(shorter - head, zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count)
    let marked = { (all: [Character]) in all.indices.map { $0 >= head && $0 < all.count - tail } }
    return (marked(left), marked(right))
  }

  private static func pieces(_ characters: [Character], _ marks: [Bool]) -> [Piece] {
    var pieces: [Piece] = []
    for (character, differs) in zip(characters, marks) {
      if let last = pieces.last, last.differs == differs {
        pieces[pieces.count - 1] = Piece(text: last.text + String(character), differs: differs)
      } else {
        pieces.append(Piece(text: String(character), differs: differs))
      }
    }
    return pieces
  }
}

extension Difference {
  /// The same with the middle of a number covered, but for the digits that differ.
  func masked() -> Difference { Difference(left: Self.masked(left), right: Self.masked(right)) }

  private init(left: [Piece], right: [Piece]) {
    self.left = left
    self.right = right
  }

  private static func masked(_ pieces: [Piece]) -> [Piece] {
    let length = pieces.reduce(0) { $0 + $1.text.count }
    var place = 0
    return pieces.map { piece in
      let shown = String(
        piece.text.map { character in
          place += 1
          return piece.differs || place <= 6 || place > length - 4 ? character : "*"
        })
      return Piece(text: shown, differs: piece.differs)
    }
  }
}

extension Canvas {
  /// Writes pieces over up to `rows` lines; what differs stands in brackets, so that it is seen without colour too.
  ///
  /// What has no room shows as `…`.
  /// Returns how many lines it took.
  mutating func write(_ pieces: [Difference.Piece], column: Int, row: Int, columns: Int, rows: Int) -> Int {
    var line = 0
    var at = column
    var last = (column: column, width: 1)
    for (character, style) in pieces.flatMap(\.marked) {
      let width = character.columns
      if at + width > column + columns {
        line += 1
        at = column
      }
      guard line < rows else {
        write(last.width > 1 ? "… " : "…", column: last.column, row: row + rows - 1, style: .key)
        return rows
      }
      write(String(character), column: at, row: row + line, style: style)
      last = (at, width)
      at += width
    }
    return line + 1
  }
}

extension Difference.Piece {
  fileprivate var marked: [(Character, Style)] {
    differs ? [("[", .warning)] + text.map { ($0, .warning) } + [("]", .warning)] : text.map { ($0, .plain) }
  }
}
