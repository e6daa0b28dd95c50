import CaseStore
import Casework
import TerminalKit

/// All sweeps, the newest first.
struct SweepsScreen: Screen {
  enum Message { case moved(Key), choose, importFile, due, corrections, back }

  let session: Session
  private(set) var sweeps: [Sweep] = []
  private(set) var names: [StaffMember.ID: String] = [:]
  /// What is being imported, here or at another desk, or was stopped on its way.
  private(set) var begun: [BegunImport] = []
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  let title = Sweep.name

  var bindings: [Binding<Message>] {
    let roles = Sweep.openings.flatMap(\.roles)
    let importer = session.staff.holds(roles) ? nil : Refusal.notYourRole(roles).explanation
    let none = sweeps.isEmpty ? Phrase("还没有核销", "There is no sweep yet") : nil
    return [
      Binding(.enter, Phrase("打开", "Open"), .choose, refusal: none),
      Binding(.function(2), Phrase("导入公安名单", "Import a police file"), .importFile, refusal: importer),
      Binding(.function(5), Phrase("迁出到期", "Moves due"), .due),
      Binding(.function(6), Phrase("须更正的", "Corrections"), .corrections),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    try session.require(Sweep.readers)
    sweeps = try store.sweeps()
    names = try store.staffNames()
    begun = try store.begunImports()
    selection.fit(sweeps.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose:
      return sweeps.indices.contains(selection.index) ? .open(.sweep(sweeps[selection.index].id)) : .none
    case .importFile: return .open(.sweepImport)
    case .due: return .open(.movesDue)
    case .corrections: return .open(.corrections)
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    var top = 0
    for began in begun.prefix(2) {
      top += canvas.writeWrapped(
        began.words(in: language), column: 1, row: top, columns: canvas.size.columns - 2, rows: 3, style: .warning)
    }
    guard !sweeps.isEmpty else {
      let empty = Phrase("还没有核销。按 F2 导入公安名单", "No sweep yet: F2 imports a police file")
      canvas.write(empty(in: language), column: 3, row: top + 1, style: .faint)
      canvas.cursor = Position(column: 3, row: top + 1)
      return
    }
    let table = Table([
      TableColumn(Phrase("核销", "Sweep")(in: language), columns: 18, priority: 5),
      TableColumn(Phrase("状态", "State")(in: language), columns: 10, priority: 4),
      TableColumn(Phrase("行数", "Rows")(in: language), columns: 6, priority: 3, alignsRight: true),
      TableColumn(Phrase("文件", "File")(in: language), columns: 18, priority: 2, grows: true),
      TableColumn(Phrase("导入", "Imported")(in: language), columns: 18, priority: 1),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: top, columns: canvas.size.columns - 1, rows: canvas.size.rows - top),
      style: { Sweep.terminal.contains(sweeps[$0].state) ? .faint : .plain },
      cell: { cell(sweeps[$0], $1, in: language) })
  }

  private func cell(_ sweep: Sweep, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: sweep.number
    case 1: sweep.state.name(in: language)
    case 2: sweep.value("rows", of: .import)
    case 3: sweep.fileName
    default: "\(sweep.value("on", of: .import)) \(names[sweep.importer] ?? sweep.importer)"
    }
  }
}
