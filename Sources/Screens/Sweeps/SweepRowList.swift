import CaseStore
import Casework
import TerminalKit

/// One line of a list of rows: the row, and what became or will become of it.
struct SweepRowLine: Hashable, Sendable {
  let row: SweepRow
  /// Of the holder whose certificate it is about, else as the file has it.
  let name: String
  let words: Phrase
  let isRefused: Bool
  /// Whether it is looked at before the others.
  let isGrave: Bool

  /// - Parameter name: the name that the register holds, where that is known.
  init(_ row: SweepRow, name: String? = nil, _ words: Phrase, isRefused: Bool = false) {
    let held = name ?? row.registerName
    let isOther = !held.isEmpty && held != row.source.name
    self.row = row
    self.name = held.isEmpty ? row.source.name : held
    self.words = .joined(
      [words, isOther ? Phrase("名单作 \(row.source.name)", "in the file: \(row.source.name)") : nil, row.dateGivenWords]
        .compactMap { $0 }, by: Phrase("；", "; "))
    self.isRefused = isRefused
    isGrave = isRefused
  }

  init(_ outcome: SweepRowOutcome) {
    var isRefused = false
    if case .failure = outcome.result { isRefused = true }
    self.init(outcome.row, outcome.words, isRefused: isRefused)
  }

  /// What was decided, and why, and what the file remarks.
  init(decided row: SweepRow) {
    let decision = row.decision ?? .open
    self.row = row
    name = row.source.name
    words = .joined(
      [.verbatim("\(decision.sign) ") + decision.name]
        + (row.blocks.isEmpty ? [] : [.verbatim("! ") + .joined(row.blocks.map(\.name))])
        + (row.source.remark == Phrase("", "") ? [] : [Phrase("备注：", "remark: ") + row.source.remark])
        + [row.given.words, .reason(row.decisionReason ?? "")] + [row.dateGivenWords].compactMap { $0 }
        + (row.blocks.isEmpty ? [row.why] : []),
      by: Phrase("；", "; "))
    isRefused = false
    isGrave = row.isAcceptedAgainstLife
  }

  /// How many lines of a list are on the screen where it has so many rows.
  static func shown(in rows: Int) -> Int { tableRows(in: rows) - 1 }

  /// The rows of the table with its headings; below it the chosen line stands in full.
  fileprivate static func tableRows(in rows: Int) -> Int { max(3, rows - linesBelow) }
  fileprivate static let linesBelow = 3

  var sign: String { isRefused ? "× " : "" }
}

extension Canvas {
  /// Draws such lines, and what the chosen one says in full below them.
  mutating func rowList(_ lines: [SweepRowLine], _ selection: Selection, from top: Int, language: Language) {
    let table = Table([
      TableColumn(Phrase("行", "Row")(in: language), columns: 5, priority: 7, alignsRight: true),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 8),
      TableColumn(Phrase("事由", "Kind")(in: language), columns: language == .chinese ? 8 : 14, priority: 5),
      TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 3),
      TableColumn(Phrase("比对", "Class")(in: language), columns: 12, priority: 2),
      TableColumn(Phrase("结果", "Outcome")(in: language), columns: 24, priority: 6, grows: true),
    ])
    let below = SweepRowLine.linesBelow
    let rows = SweepRowLine.tableRows(in: size.rows - top)
    self.table(
      table, selection: selection, in: Rect(column: 1, row: top, columns: size.columns - 1, rows: rows),
      style: { lines[$0].isGrave ? .warning : .plain },
      cell: { index, column in
        let line = lines[index]
        switch column {
        case 0: return String(line.row.row)
        case 1: return line.name
        case 2: return line.row.source.kindWord(in: language)
        case 3: return line.row.dayText
        case 4: return line.row.sweepClass.name(in: language)
        default: return line.sign + line.words(in: language)
        }
      })
    let caret = cursor
    if lines.indices.contains(selection.index) {
      let chosen = lines[selection.index]
      writeWrapped(
        chosen.sign + chosen.words(in: language), column: 1, row: top + rows, columns: size.columns - 2, rows: below,
        style: chosen.isGrave ? .warning : .faint)
    }
    cursor = lines.isEmpty ? Position(column: 1, row: top) : caret
  }
}
