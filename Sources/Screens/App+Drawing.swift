import Casework
import TerminalKit

extension App {
  /// The smallest terminal on which screens are drawn.
  static let smallest = Size(columns: 60, rows: 20)

  /// Whether a terminal of this size shows more than that it is too small.
  private static func shows(in size: Size) -> Bool { size.columns >= smallest.columns && size.rows >= smallest.rows }

  /// Whether a key comes while nobody can see what it would act on; only locking needs no look.
  func isUnseen(_ input: TerminalKit.Input) -> Bool {
    switch input {
    case .key(.function(12)), .key(.control("l")): false
    case .key, .paste: !Self.shows(in: size)
    case .tick, .posted, .resized, .hungUp: false
    }
  }

  /// Title line, the screen, message line, key line.
  func draw(_ screen: any Screen, on canvas: inout Canvas) {
    let size = canvas.size
    guard Self.shows(in: size) else { return drawTooSmall(on: &canvas) }
    let lines = noticeLines(columns: size.columns - 2)
    let body = Rect(column: 0, row: 1, columns: size.columns, rows: bodyRows(of: size))
    canvas.inside(body) { screen.draw(on: &$0, in: language) }
    drawTitle(screen.title, on: &canvas)
    for (index, line) in lines.enumerated() {
      canvas.write(line, column: 1, row: size.rows - 1 - lines.count + index, style: noticeStyle)
    }
    drawFooter(of: screen, on: &canvas)
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let text = Phrase(
      "窗口太小（\(canvas.size.columns)×\(canvas.size.rows)），请放大到 60×20",
      "Window too small (\(canvas.size.columns)×\(canvas.size.rows)): make it 60×20")
    canvas.writeWrapped(text(in: language), column: 0, row: 0, rows: canvas.size.rows)
    canvas.cursor = Position(column: 0, row: 0)
  }

  private func drawTitle(_ title: Phrase, on canvas: inout Canvas) {
    let columns = canvas.size.columns
    canvas.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: .heading)
    var end = columns - 1
    if let session, lock == nil {
      end = canvas.write(session.staff.name, endingBefore: end, row: 0, limit: 20, style: .heading) - 1
    }
    end = canvas.write(store.today.iso, endingBefore: end, row: 0, style: .heading) - 1
    if office.isRehearsal {
      let sign = Phrase(" 演练 ", " REHEARSAL ")
      end = canvas.write(sign(in: language), endingBefore: end, row: 0, style: .practice) - 1
    }
    canvas.write(title(in: language).shortened(to: end - 1), column: 1, row: 0, style: .heading)
  }

  private func drawFooter(of screen: any Screen, on canvas: inout Canvas) {
    let hints = lock == nil ? [KeyHint.everywhere[0]] + screen.hints : screen.hints
    let shown = hints.filter { !$0.isQuiet && $0.refusal == nil }
    // What leads out is never crowded out.
    let out = shown.filter { $0.key == .escape }
    let keys = shown.filter { $0.key != .escape }
    let reserved = out.reduce(0) { $0 + $1.label.columns + $1.name(in: language).columns + 3 }
    let row = canvas.size.rows - 1
    let room = canvas.size.columns - reserved
    let named = { (hints: [KeyHint]) in hints.map { (label: $0.label, name: $0.name(in: language)) } }
    canvas.keyLine(fitted(named(keys), columns: room - 1), column: 1, row: row, columns: room - 1)
    canvas.keyLine(named(out), column: room + 1, row: row)
  }

  private typealias NamedKey = (label: String, name: String)

  /// The keys for which there is room; where some are left out, the help that lists them says how many.
  private func fitted(_ keys: [NamedKey], columns: Int) -> [NamedKey] {
    let needed = { (keys: [NamedKey]) in keys.reduce(-1) { $0 + $1.label.columns + $1.name.columns + 3 } }
    guard needed(keys) > columns, let help = keys.first, help.label == KeyHint.everywhere[0].label else { return keys }
    let counts = (1..<keys.count).map { left -> [NamedKey] in
      let more = Phrase("帮助+\(left)", "Help+\(left)")
      return [(help.label, more(in: language))] + keys.dropFirst().dropLast(left)
    }
    return counts.first { needed($0) <= columns } ?? counts.last ?? keys
  }

  /// How many rows there are between the title and the message.
  func bodyRows(of size: Size) -> Int { size.rows - 2 - max(1, noticeLines(columns: size.columns - 2).count) }

  private func noticeLines(columns: Int) -> [String] {
    guard let notice else { return [] }
    return (notice.tone.sign + notice.text(in: language)).wrapped(to: columns, rows: 6)
  }

  private var noticeStyle: Style {
    switch notice?.tone {
    case .refused: .warning
    case .done: .good
    default: .plain
    }
  }
}

extension Notice.Tone {
  /// Says without colour what it is.
  fileprivate var sign: String {
    switch self {
    case .done: "√ "
    case .told: "· "
    case .refused: "! "
    case .working: "… "
    }
  }
}
