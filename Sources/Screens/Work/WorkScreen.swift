import CaseStore
import Casework
import TerminalKit

/// What is shown while work runs beside: how far it has come, how long it will take, and the key that stops it.
struct WorkScreen: Screen {
  enum Message { case stop, discard }

  /// The keys that mean something now; all others wait.
  private static let always: [Key] = [
    .escape, .function(1), .function(9), .function(10), .function(12), .control("l"),
  ]
  var own: [Key] { keeps ? Self.always + [.function(8)] : Self.always }

  let name: Phrase
  /// Whether what is done is kept when the work is stopped, and gone on with.
  let keeps: Bool
  var standing = WorkReport.Standing()
  private(set) var isStopping = false

  init(_ name: Phrase, keeps: Bool = false) {
    self.name = name
    self.keeps = keeps
  }

  var title: Phrase { name }

  var bindings: [Binding<Message>] {
    let stopping = isStopping ? Phrase("正在停止", "It is stopping") : nil
    let stop = Binding(.escape, Phrase("停止", "Stop"), Message.stop, refusal: stopping)
    if !keeps { return [stop] }
    return [stop, Binding(.function(8), Phrase("停止并丢弃", "Stop and discard"), .discard, refusal: stopping)]
  }

  mutating func load(from store: CaseStore) {}

  mutating func update(_ message: Message) -> Effect {
    isStopping = true
    return .stopWork(discarding: message == .discard)
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let width = max(10, min(60, canvas.size.columns - 16))
    let filled = Int(standing.share * Double(width))
    let bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled) + "]"
    canvas.write(bar + " \(Int(standing.share * 100))%", column: 1, row: 1)
    let seconds = standing.secondsLeft
    let words: Phrase = .joined(
      [
        Phrase("已处理 \(standing.rows) 行", "\(standing.rows.counted("row"))"),
        Phrase("已用 \(standing.elapsed / 1000) 秒", "\(standing.elapsed / 1000) s so far"),
        seconds.map { Phrase("约剩 \($0) 秒", "about \($0) s left") } ?? Phrase("", ""),
      ], by: .verbatim(" · "))
    canvas.write(words(in: language), column: 1, row: 2)
    _ = canvas.writeWrapped(
      note(in: language), column: 1, row: 4, columns: canvas.size.columns - 2, rows: 3, style: .faint)
    canvas.cursor = Position(column: 1, row: 1)
  }

  private var note: Phrase {
    if isStopping {
      return keeps
        ? Phrase("正在停止……", "Stopping …") : Phrase("正在停止，全部退回……", "Stopping: everything is taken back …")
    }
    return keeps
      ? Phrase(
        "停止、断电都不会留下半份名单；每满 \(CaseStore.pieceOfImport) 行留一段，今天再导入就接着办，不满的从头来",
        "Whatever stops it, no half list is left; each \(CaseStore.pieceOfImport) rows wait, and go on today; less starts over"
      )
      : Phrase(
        "一次存入或全不存入：停止、断电都不会留下半截；已按的键不会丢",
        "All of it is kept or none, whatever stops it; keys pressed now are kept")
  }
}
