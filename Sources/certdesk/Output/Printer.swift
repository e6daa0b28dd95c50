import Casework
import Foundation
import TerminalKit

/// Where a command writes: JSON for scripts, text in the office's language for people.
struct Printer {
  let language: Language
  let isJSON: Bool

  /// JSON escapes what a terminal would obey; text for people is made harmless.
  func out(_ text: String) { print(isJSON ? text : Self.harmless(text)) }

  private static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable() }.joined(separator: "\n")
  }

  /// One answer: the JSON, or the text.
  func answer(_ json: @autoclosure () -> JSON, _ text: @autoclosure () -> String) { out(isJSON ? json().text : text()) }

  func answer(_ json: @autoclosure () -> JSON, _ phrase: @autoclosure () -> Phrase) {
    answer(json(), phrase()(in: language))
  }

  /// What is said quotes names of files and arguments, which may hold what a terminal obeys.
  func complain(_ text: String) { ErrorStream.write(Self.harmless(text) + "\n") }
}

/// Text in columns, by the width the terminal gives each character.
struct TextTable {
  private var rows: [[String]] = []

  init(_ headings: [Phrase], in language: Language) { rows.append(headings.map { $0(in: language) }) }

  mutating func append(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.columns) }
        .joined(separator: "  ").trimmingTrailingBlanks
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
