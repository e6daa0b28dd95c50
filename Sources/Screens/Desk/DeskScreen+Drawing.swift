import Casework
import TerminalKit

extension DeskScreen {
  enum DrawnRow: Hashable {
    case heading(Phrase)
    case item(Int)
  }

  /// What stands below one another; where not all fits, the headings of one's own work give way, the first first.
  func rows(in height: Int) -> [DrawnRow] {
    let all = rows
    let own: [DrawnRow] = [.heading(Self.mostUrgent), .heading(Self.ownQueues)]
    return own.reduce(all) { rows, heading in rows.count > height ? rows.filter { $0 != heading } : rows }
  }

  private static let mostUrgent = Phrase("最急", "Most in danger of being late")
  private static let ownQueues = Phrase("我的待办", "My queues")

  private var rows: [DrawnRow] {
    let own = lines.count(where: \.isOwn)
    var rows: [DrawnRow] = []
    if !urgent.isEmpty { rows.append(.heading(Self.mostUrgent)) }
    rows += urgent.indices.map { .item($0) }
    let first = urgent.count + sweeps.count
    if own + sweeps.count > 0 { rows.append(.heading(Self.ownQueues)) }
    rows += (urgent.count..<first + own).map { .item($0) }
    rows.append(.heading(Phrase("其他岗位的待办", "Queues of other posts")))
    return rows + (own..<lines.count).map { .item(first + $0) }
  }

  func draw(_ item: Int, row: Int, on canvas: inout Canvas, in language: Language) {
    let isChosen = item == selection.index
    let style: Style = isChosen ? .selected : .plain
    if isChosen {
      canvas.fill(Rect(column: 1, row: row, columns: canvas.size.columns - 1, rows: 1), style: style)
      canvas.write(">", column: 1, row: row, style: style)
      canvas.cursor = Position(column: 1, row: row)
    }
    if item < urgent.count {
      let (application, left) = urgent[item]
      let column = canvas.write(application.number, column: 3, row: row, style: style) + 2
      canvas.write(application.applicant.shortened(to: 10), column: column, row: row, style: style)
      canvas.write(
        application.state.name(in: language).shortened(to: 16), column: column + 12, row: row, style: style)
      let urgentStyle: Style = isChosen ? style : left.isLate ? .danger : left.days < 3 ? .warning : .plain
      canvas.write(left.brief(in: language), column: column + 30, row: row, style: urgentStyle)
    } else if let sweep = sweep(item) {
      draw(sweep, row: row, style: style, on: &canvas, in: language)
    } else {
      let line = item - urgent.count - sweeps.count
      draw(lines[line], row: row, style: style, on: &canvas, in: language)
    }
  }

  private func draw(_ sweep: Sweep, row: Int, style: Style, on canvas: inout Canvas, in language: Language) {
    let move = Sweep.forward.first { $0.from.contains(sweep.state) }?.move.name ?? Phrase("", "")
    let act = sweep.isBeingDecided ? Phrase("核对、", "decide and ") + move : move
    let words: Phrase = .joined(
      [
        Sweep.name, .verbatim(sweep.number), sweep.state.name,
        Phrase("等我\(act.chinese)", "to \(act.english.lowercased())"),
      ], by: .verbatim("  "))
    canvas.write(words(in: language), column: 5, row: row, style: style)
  }

  /// Where the counts end: behind the longest name.
  private func counts(in language: Language) -> Int {
    max(22, 5 + (lines.map { $0.queue.name(in: language).columns }.max() ?? 0) + 5)
  }

  private func draw(
    _ line: Line, row: Int, style: Style, on canvas: inout Canvas, in language: Language
  ) {
    let own: Style = style == .plain && line.count == 0 ? .faint : style
    canvas.write(readsCases ? Digit.label(line.digit) : " ", column: 3, row: row, style: own == .plain ? .key : own)
    canvas.write(line.queue.name(in: language), column: 5, row: row, style: own)
    let end = counts(in: language)
    canvas.write("\(line.count)", endingBefore: end, row: row, style: own)
    if line.overdue > 0 {
      let late = Phrase("超期 \(line.overdue)", "\(line.overdue) late")
      canvas.write(late(in: language), column: end + 2, row: row, style: style == .plain ? .danger : style)
    }
    let columns = canvas.size.columns
    let showsRoles = !line.isOwn && columns >= 100
    let roles = showsRoles ? min(84, columns - 22) : columns
    if let first = line.first {
      let sentence = first.sentence(in: language).shortened(to: roles - end - 13)
      canvas.write(sentence, column: end + 12, row: row, style: own)
    }
    if showsRoles { canvas.write(line.queue.roles.names(in: language), column: roles, row: row, style: own) }
  }
}
