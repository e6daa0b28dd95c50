import CaseStore
import Casework
import TerminalKit

/// The accounts of the office.
struct StaffScreen: Screen {
  enum Message { case moved(Key), go(Route), recusals, posts, password, retire, handOver, back }

  let session: Session
  private(set) var staff: [StaffMember] = []
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  let title = Phrase("人员", "Staff")

  var bindings: [Binding<Message>] {
    let retired = chosen?.isActive == false ? Phrase("此账号已停用", "This account is retired") : nil
    let admin = session.staff.holds([.administrator]) ? nil : Refusal.notYourRole([.administrator]).explanation
    let givers: [Role] = [.supervisor, .administrator]
    let giver = session.staff.holds(givers) ? nil : Refusal.notYourRole(givers).explanation
    return [
      Binding(.function(2), Phrase("新账号", "New account"), .go(.newStaff), refusal: admin),
      Binding(.function(3), Phrase("移交业务", "Give cases"), .handOver, refusal: giver),
      Binding(.function(4), Phrase("改密码", "Password"), .password, refusal: admin),
      Binding(.function(5), Phrase("签字授权", "Delegations"), .go(.delegations)),
      Binding(.function(6), Phrase("停用", "Retire"), .retire, refusal: admin ?? retired),
      Binding(.function(7), Phrase("评定机构", "Institutions"), .go(.institutions)),
      Binding(.function(8), Phrase("回避登记", "Recusals"), .recusals, refusal: admin),
      Binding(.enter, Phrase("改岗位", "Posts"), .posts, refusal: admin),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    staff = try store.staff()
    selection.fit(staff.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .go(let route): return .open(route)
    case .posts: return chosen.map { .open(.posts($0.id)) } ?? .none
    case .recusals: return chosen.map { .open(.recusals($0.id)) } ?? .none
    case .password: return chosen.map { .open(.password($0.id)) } ?? .none
    case .handOver: return chosen.map { .open(.handOver($0.id)) } ?? .none
    case .retire: return chosen.map { .open(.retire($0.id)) } ?? .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let table = Table([
      TableColumn(Phrase("用户名", "Name")(in: language), columns: 14, priority: 4),
      TableColumn(Phrase("姓名", "Person")(in: language), columns: 12, priority: 3),
      TableColumn(Phrase("状态", "State")(in: language), columns: 8, priority: 2),
      TableColumn(Phrase("岗位", "Posts")(in: language), columns: 24, priority: 1, grows: true),
    ])
    canvas.table(
      table, selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { staff[$0].isActive ? .plain : .faint },
      cell: { row, column in
        switch column {
        case 0: staff[row].id
        case 1: staff[row].name
        case 2: (staff[row].isActive ? Phrase("在岗", "active") : Phrase("停用", "retired"))(in: language)
        default: staff[row].roles.names(in: language)
        }
      })
  }

  private var chosen: StaffMember? { staff.indices.contains(selection.index) ? staff[selection.index] : nil }
}
