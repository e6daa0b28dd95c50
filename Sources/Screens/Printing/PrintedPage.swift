import Casework
import TerminalKit

/// A printed text of 80 columns, for any printer.
struct PrintedPage {
  static let columns = 80
  private(set) var lines: [String] = []
  let language: Language

  init(_ title: Phrase, in language: Language) {
    self.language = language
    let text = title(in: language)
    lines = [String(repeating: " ", count: max(0, (Self.columns - text.columns) / 2)) + text, ""]
  }

  mutating func say(_ text: Phrase) { lines += text(in: language).wrapped(to: Self.columns) }

  mutating func tell(_ label: Phrase, _ text: String) {
    let head = label(in: language) + (language == .chinese ? "：" : ": ")
    let indent = String(repeating: " ", count: head.columns)
    let pieces = text.wrapped(to: Self.columns - head.columns)
    lines += zip(0..., pieces).map { ($0 == 0 ? head : indent) + $1 }
  }

  mutating func rule() { lines.append(String(repeating: "-", count: Self.columns)) }
  mutating func space() { lines.append("") }

  /// One row of a table; a text too long for its column goes on below.
  mutating func row(_ cells: [String], _ widths: [Int]) {
    let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
    for line in 0..<(wrapped.map(\.count).max() ?? 0) {
      var text = ""
      for (pieces, width) in zip(wrapped, widths) {
        let piece = line < pieces.count ? pieces[line] : ""
        text += piece + String(repeating: " ", count: width - piece.columns + 1)
      }
      while text.last == " " { text.removeLast() }
      lines.append(text)
    }
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
