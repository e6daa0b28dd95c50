import CaseStore
import Casework
import TerminalKit

/// The register, searched while one types: name, pinyin, initials, number or phone.
struct RegisterScreen: Screen {
  enum Message: TextMessage { case typed(Key), pasted(String), moved(Key), choose, reveal, back }

  let session: Session
  private(set) var query = TextField(limit: 40)
  private(set) var found: [Certificate] = []
  /// Who has applied and holds nothing yet: the newest case of each, below the certificates.
  private(set) var applicants: [Application] = []
  private(set) var counts: [Certificate.State: Int] = [:]
  private(set) var selection = Selection()
  /// The certificate whose numbers are shown whole.
  private(set) var revealed: Int64?
  private var today: Day?
  /// Whether the next key is more likely text than a step in the list.
  private var isTyping = true
  /// More than fit on a screen help nobody: another letter finds faster than a page.
  private static let most = 60

  init(session: Session) { self.session = session }

  let title = Phrase("登记册", "Register")

  var bindings: [Binding<Message>] {
    let none = chosen == nil ? Phrase("没有选中的证件", "No certificate is chosen") : nil
    let open = chosenApplicant == nil ? Phrase("打开持证人", "Open holder") : Phrase("打开业务", "Open case")
    return [
      Binding(.enter, open, .choose, refusal: chosenApplicant == nil ? none : nil),
      .number(.reveal, isRevealed: chosen.map { $0.id == revealed } ?? false, refusal: none),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  var draft: Entries {
    get { query.isEmpty ? [:] : ["query": query.text] }
    set { query = TextField(newValue.text("query"), limit: 40) }
  }

  mutating func load(from store: CaseStore) throws {
    today = store.today
    found = try store.search(query.text, limit: Self.most)
    let room = Self.most - found.count
    applicants = room > 0 ? try store.applicants(answering: query.text.trimmed, most: min(20, room), by: session) : []
    if counts.isEmpty { counts = try store.registerCounts() }
    selection.fit(found.count + applicants.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .typed(let key): query.press(key)
    case .pasted(let text): query.insert(text.trimmed)
    case .moved(let key):
      selection.press(key)
      isTyping = false
      return .none
    case .choose:
      return chosen.map { .open(.holder($0.number)) } ?? chosenApplicant.map { .open(.application($0.id)) } ?? .none
    case .reveal:
      guard let chosen else { return .none }
      revealed = revealed == chosen.id ? nil : chosen.id
      return revealed == nil ? .none : .reveal(Reveal(chosen.number))
    case .back:
      if query.isEmpty { return .back }
      query.clear()
    }
    revealed = nil
    isTyping = true
    selection = Selection(count: found.count + applicants.count)
    return .reload
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let label = Phrase("查找：", "Find: ")(in: language)
    canvas.write(label, column: 1, row: 0)
    canvas.field(query, column: 1 + label.columns, row: 0, columns: 30, isFocused: true)
    let caret = canvas.cursor
    if query.isEmpty {
      drawIntroduction(on: &canvas, in: language)
    } else if found.isEmpty, applicants.isEmpty {
      canvas.write(
        Phrase("登记册中没有找到，业务中也没有", "Not in the register, nor among the cases")(in: language), column: 3, row: 2,
        style: .faint)
    } else {
      canvas.table(
        table(in: language), selection: selection,
        in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
        style: { found.indices.contains($0) && state(of: found[$0]).isActive ? .plain : .faint },
        cell: { row, column in
          found.indices.contains(row)
            ? cell(found[row], column, in: language)
            : cell(applicants[row - found.count], column, in: language)
        })
      let more = Phrase("只显示前 \(Self.most) 条，请再输几个字", "the first \(Self.most); type more to narrow it")
      if found.count == Self.most { canvas.write(more(in: language), column: 40, row: 0, style: .faint) }
    }
    if isTyping || found.isEmpty && applicants.isEmpty { canvas.cursor = caret }
  }

  private func drawIntroduction(on canvas: inout Canvas, in language: Language) {
    let ways = Phrase(
      "输入姓名（王小明）、拼音（wangxiaoming）、首字母（wxm）、号码开头或末四位、业务号、电话或村、街",
      "Type a name, its pinyin or initials (wxm), the beginning or the last four of a number, a case, a phone, a village"
    )
    canvas.writeWrapped(ways(in: language), column: 3, row: 2, columns: canvas.size.columns - 6, style: .faint)
    for (line, state) in Certificate.State.allCases.filter({ counts[$0] != nil }).enumerated() {
      canvas.write(state.name(in: language), column: 3, row: 5 + line)
      canvas.write("\(counts[state] ?? 0)", endingBefore: 24, row: 5 + line)
    }
  }

  private func table(in language: Language) -> Table {
    Table([
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 6, grows: true),
      TableColumn(Phrase("证号", "Certificate")(in: language), columns: 22, priority: 5),
      TableColumn(Phrase("状态", "State")(in: language), columns: 9, priority: 4),
      TableColumn(Phrase("类别等级", "Category")(in: language), columns: 12, priority: 3),
      TableColumn(Phrase("电话", "Phone")(in: language), columns: 11, priority: 2),
      TableColumn(Phrase("地址", "Address")(in: language), columns: 20, priority: 1, grows: true),
    ])
  }

  private func cell(_ certificate: Certificate, _ column: Int, in language: Language) -> String {
    let isWhole = certificate.id == revealed
    switch column {
    case 0: return certificate.name
    case 1: return isWhole ? certificate.number : Masking.certificate(certificate.number)
    case 2: return state(of: certificate).name(in: language)
    case 3: return certificate.disabilityInFull(in: language)
    case 4: return isWhole ? certificate[.phone] : Masking.phone(certificate[.phone])
    default: return certificate[.address]
    }
  }

  private func cell(_ application: Application, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: application.applicant
    case 1: application.number
    case 2: (application.endedAs ?? application.state).name(in: language)
    case 3: application.claimedCategory?.name(in: language) ?? ""
    case 4: Masking.phone(application[.phone])
    default: application[.address]
    }
  }

  private func state(of certificate: Certificate) -> Certificate.State {
    today.map { certificate.state(on: $0) } ?? certificate.state
  }

  private var chosenApplicant: Application? {
    let place = selection.index - found.count
    return applicants.indices.contains(place) ? applicants[place] : nil
  }

  private var chosen: Certificate? { found.indices.contains(selection.index) ? found[selection.index] : nil }
}
