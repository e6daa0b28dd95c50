import CaseStore
import Casework
import TerminalKit

/// The institutions designated for assessments.
struct InstitutionsScreen: Screen {
  enum Message { case moved(Key), doctors, add, change, suspend, back }

  let session: Session
  private(set) var institutions: [Institution] = []
  private(set) var doctors: [Doctor] = []
  private(set) var today: Day?
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  let title = Phrase("评定机构", "Institutions")

  var bindings: [Binding<Message>] {
    let none = chosen == nil ? Phrase("没有选中的机构", "No institution is chosen") : nil
    let keeper = session.listKeeping
    return [
      Binding(.enter, Phrase("评残医生", "Doctors"), .doctors, refusal: none),
      Binding(.function(2), Phrase("新机构", "New institution"), .add, refusal: keeper),
      Binding(.function(4), Phrase("更改", "Change"), .change, refusal: none ?? keeper),
      Binding(
        .function(6), isSuspended ? Phrase("恢复", "Take up again") : Phrase("停评", "Suspend"), .suspend,
        refusal: none ?? keeper),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    institutions = try store.institutions()
    doctors = try store.doctors()
    today = store.today
    selection.fit(institutions.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .doctors: return chosen.map { .open(.doctors(of: $0)) } ?? .none
    case .add: return .open(.listing(.institution(nil)))
    case .change: return .open(.listing(.institution(chosen)))
    case .suspend:
      let listed = Listed.institution(chosen)
      return .open(isSuspended ? .resuming(listed) : .suspension(listed))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let table = Table([
      TableColumn(Phrase("代码", "Code")(in: language), columns: 8, priority: 5),
      TableColumn(Phrase("名称", "Name")(in: language), columns: 20, priority: 4, grows: true),
      TableColumn(Phrase("状态", "State")(in: language), columns: 16, priority: 3, grows: true),
      TableColumn(Phrase("医生", "Doctors")(in: language), columns: 7, priority: 1, alignsRight: true),
      TableColumn(Phrase("类别", "Categories")(in: language), columns: 22, priority: 2, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows - 2),
      style: { problem(institutions[$0].listing) == nil ? .plain : .faint },
      cell: { row, column in
        let institution = institutions[row]
        switch column {
        case 0: return institution.code
        case 1: return institution.name
        case 2: return standing(institution.listing)(in: language)
        case 3: return String(doctors.count { $0.institution == institution.code })
        default: return Phrase.joined(institution.categories.map(\.name))(in: language)
        }
      })
    if institutions.isEmpty { canvas.cursor = Position(column: 1, row: 1) }
    canvas.trace(of: chosen?.listing, in: language)
  }

  private var chosen: Institution? {
    institutions.indices.contains(selection.index) ? institutions[selection.index] : nil
  }
  private var isSuspended: Bool { chosen.map { problem($0.listing) != nil && $0.listing.suspension != nil } ?? false }
  private func standing(_ listing: Listing) -> Phrase { today.map(listing.standing(on:)) ?? Phrase("", "") }
  private func problem(_ listing: Listing) -> Phrase? { today.flatMap(listing.problem(on:)) }
}

extension Canvas {
  /// Says in the last lines when and why the chosen entry was off the list.
  mutating func trace(of listing: Listing?, in language: Language) {
    guard let listing, !listing.suspensions.isEmpty else { return }
    let words = Phrase("停评：", "Suspended: ") + listing.trace
    writeWrapped(words(in: language), column: 1, row: size.rows - 2, rows: 2, style: .warning)
  }
}

extension Session {
  /// What stands against changing the lists of those who may assess.
  var listKeeping: Phrase? {
    let keepers: [Role] = [.administrator, .supervisor]
    return staff.holds(keepers) ? nil : Refusal.notYourRole(keepers).explanation
  }
}
