import CaseStore
import Casework
import TerminalKit

/// A printed text of 80 columns, for any printer.
struct PrintedPage {
  static let columns = 80
  private(set) var lines: [String] = []
  let language: Language
  /// One fact a line in wide letters with room between the lines, for whoever reads small print badly (features: 7, 41).
  let isLarge: Bool

  init(_ title: Phrase, in language: Language, isLarge: Bool = false) {
    self.language = language
    self.isLarge = isLarge
    if isLarge {
      say(title)
      return
    }
    let text = title(in: language)
    lines = [String(repeating: " ", count: max(0, (Self.columns - text.columns) / 2)) + text, ""]
  }

  mutating func say(_ text: Phrase) { lines += broken(text(in: language)) }

  mutating func tell(_ label: Phrase, _ text: String) {
    let head = label(in: language) + (language == .chinese ? "：" : ": ")
    if isLarge {
      lines += broken(head) + broken(text)
      return
    }
    let indent = String(repeating: " ", count: head.columns)
    let pieces = text.wrapped(to: Self.columns - head.columns)
    lines += zip(0..., pieces).map { ($0 == 0 ? head : indent) + $1 }
  }

  /// The lines of a text; in large type each character takes three columns, and a line below stays free.
  private func broken(_ text: String) -> [String] {
    guard isLarge else { return text.wrapped(to: Self.columns) }
    let wide = String(text.map(\.fullWidthTwin))
    return wide.wrapped(to: Self.columns * 2 / 3).flatMap { line in
      [
        line.map { String($0) + String(repeating: " ", count: max(1, 3 - String($0).columns)) }.joined().trimmedAtEnd,
        "",
      ]
    }
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

  /// Whom to ask, where and since when: the end of every slip (features: 7).
  mutating func sign(_ store: CaseStore) throws {
    let phone = try store.policy()[.noticePhone].replacing(",", with: "、")
    tell(Phrase("咨询电话", "Telephone"), phone.isEmpty ? "______________" : phone)
    say(.verbatim("\(try store.office().name)    \(store.today)"))
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}

extension Character {
  /// The same character as wide as a Chinese one, where there is one.
  fileprivate var fullWidthTwin: Character {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return self }
    switch scalar.value {
    case 0x20: return "\u{3000}"
    case 0x21...0x7E: return Unicode.Scalar(scalar.value + 0xFEE0).map { Character($0) } ?? self
    default: return self
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { lastIndex { $0 != " " }.map { String(self[...$0]) } ?? "" }
}
