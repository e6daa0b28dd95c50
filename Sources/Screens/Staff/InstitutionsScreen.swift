import CaseStore
import Casework
import TerminalKit

/// The institutions designated for assessments.
struct InstitutionsScreen: Screen {
  enum Message { case moved(Key), add, change, back }

  private(set) var institutions: [Institution] = []
  private(set) var selection = Selection()

  let title = Phrase("评定机构", "Institutions")

  var bindings: [Binding<Message>] {
    let chosen = institutions.indices.contains(selection.index) ? institutions[selection.index] : nil
    let name = chosen?.isActive == false ? Phrase("恢复使用", "Take up again") : Phrase("停用", "Suspend")
    return [
      Binding(.function(2), Phrase("新机构", "New institution"), .add),
      Binding(
        .function(6), name, .change, refusal: chosen == nil ? Phrase("没有选中的机构", "No institution is chosen") : nil),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    institutions = try store.institutions()
    selection.fit(institutions.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .add: return .open(.newInstitution)
    case .change:
      let chosen = institutions[selection.index]
      return .keepInstitution(
        Institution(
          code: chosen.code, name: chosen.name, categories: chosen.categories, isActive: !chosen.isActive))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let table = Table([
      TableColumn(Phrase("代码", "Code")(in: language), columns: 10, priority: 4),
      TableColumn(Phrase("名称", "Name")(in: language), columns: 20, priority: 3, grows: true),
      TableColumn(Phrase("状态", "State")(in: language), columns: 10, priority: 2),
      TableColumn(Phrase("类别", "Categories")(in: language), columns: 24, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { institutions[$0].isActive ? .plain : .faint },
      cell: { row, column in
        let institution = institutions[row]
        switch column {
        case 0: return institution.code
        case 1: return institution.name
        case 2: return (institution.isActive ? Phrase("在册", "listed") : Phrase("停用", "suspended"))(in: language)
        default: return Phrase.joined(institution.categories.map(\.name))(in: language)
        }
      })
    if institutions.isEmpty { canvas.cursor = Position(column: 1, row: 1) }
  }
}
