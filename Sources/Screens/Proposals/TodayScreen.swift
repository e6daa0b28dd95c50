import CaseStore
import Casework
import TerminalKit

/// What time has brought about: each line explains itself, and a person decides what becomes of it.
struct TodayScreen: Screen {
  enum Message { case moved(Key), choose, look, renewals, back }

  let session: Session
  private(set) var proposals: [Proposal] = []
  /// How many certificates end soon; their holders are reminded from a list of their own.
  private(set) var ending: [RenewalPeriod: Int] = [:]
  private(set) var selection = Selection()

  init(session: Session) { self.session = session }

  var title: Phrase {
    let own = proposals.count { session.staff.holds($0.roles) }
    let all = Phrase("今日提示 · \(proposals.count) 项", "Today · \(proposals.count)")
    return own == proposals.count ? all : all + Phrase("（我的 \(own) 项）", " (\(own) for you)")
  }

  var bindings: [Binding<Message>] {
    let none = chosen == nil ? Phrase("没有提示", "There is nothing") : nil
    let role = chosen.flatMap { session.staff.holds($0.roles) ? nil : Refusal.notYourRole($0.roles) }
    return [
      Binding(.enter, actionName, .choose, refusal: none ?? role?.explanation),
      Binding(.function(3), Phrase("先看", "Look first"), .look, refusal: none),
      Binding(.function(5), Phrase("到期换领", "Renewals"), .renewals),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    proposals = try store.proposals()
    ending = try store.renewalCounts()
    selection.fit(proposals.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return chosen.map { .open(route(of: $0)) } ?? .none
    case .look: return chosen.map { .open(place(of: $0)) } ?? .none
    case .renewals: return .open(.renewals)
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let (half, quarter, month) = (ending[.first] ?? 0, ending[.second] ?? 0, ending[.last] ?? 0)
    let reminder = Phrase(
      "将到期、须提醒换领：首次提醒 \(half) 人，90 天内 \(quarter) 人，最后提醒 \(month) 人，按 F5",
      "Cards ending: \(half) in the first reminder, \(quarter) within 90 days, \(month) in the last; F5")
    canvas.write(
      reminder(in: language).shortened(to: canvas.size.columns - 2), column: 1, row: 0,
      style: half > 0 ? .heading : .faint)
    guard !proposals.isEmpty else {
      let empty = Phrase("今天没有到期、逾期或该通知的事项", "Nothing has become due")
      canvas.write(empty(in: language), column: 3, row: 2, style: .faint)
      canvas.cursor = Position(column: 3, row: 2)
      return
    }
    let bottom = canvas.size.rows - 2 - Self.groundLines
    canvas.table(
      table(in: language), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: bottom - 1),
      style: { _ in .plain }, cell: { cell(proposals[$0], $1, in: language) })
    guard let chosen else { return }
    // Where the line of the list had no room for all of it.
    let about = [subject(of: chosen), chosen.name].filter { !$0.isEmpty }.joined(separator: " ")
    let whole = about + Phrase("：", ": ")(in: language) + chosen.words(in: language)
    canvas.write(whole.shortened(to: canvas.size.columns - 2), column: 1, row: bottom + 1)
    let term = chosen.term.map { $0.words + Phrase("。", ". ") } ?? Phrase("", "")
    let ground =
      term + Phrase("依据：", "Ground: ") + chosen.kind.ground + Phrase("。须由人决定，程序不会自行办理", ". A person decides")
    canvas.writeWrapped(
      ground(in: language), column: 1, row: bottom + 2, columns: canvas.size.columns - 2, rows: Self.groundLines,
      style: .faint)
  }

  /// How many lines the latest day and the ground take at most.
  private static let groundLines = 2

  private func table(in language: Language) -> Table {
    Table([
      TableColumn(Phrase("自", "Since")(in: language), columns: 10, priority: 4),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 6, grows: true),
      TableColumn(Phrase("提示", "What")(in: language), columns: 28, priority: 5, grows: true),
      TableColumn(Phrase("业务或证件", "Case or card")(in: language), columns: 23, priority: 3),
    ])
  }

  private func cell(_ proposal: Proposal, _ column: Int, in language: Language) -> String {
    switch column {
    case 0: return proposal.due.iso
    case 1: return proposal.name
    case 2:
      let term = proposal.term.map { Phrase("，", ", ") + $0.short } ?? Phrase("", "")
      return (proposal.words + term)(in: language)
    default: return subject(of: proposal)
    }
  }

  private func subject(of proposal: Proposal) -> String {
    switch proposal.subject {
    case .application(_, let number): number
    case .certificate(let number): Masking.certificate(number)
    case .sweepRow(_, let row, let number): "\(number):\(row)"
    case .quarter(_, _, let number): number
    }
  }

  private var chosen: Proposal? { proposals.indices.contains(selection.index) ? proposals[selection.index] : nil }

  private var actionName: Phrase {
    switch chosen?.action {
    case .move(let move): move.name
    case .open(let service, _): Phrase("登记", "Open ") + service.name
    case .contact: Phrase("记联系结果", "Record the contact")
    case .verify: Phrase("核实", "Verify")
    case .look: Phrase("打开", "Open")
    case .sweep(.import): Phrase("导入名单", "Import a list")
    case .sweep: Phrase("打开核销", "Open the sweep")
    case nil: Phrase("办理", "Act")
    }
  }

  private func route(of proposal: Proposal) -> Route {
    switch (proposal.action, proposal.subject) {
    case (.move(let move), .application(let id, _)): .move(move, id)
    case (.open(let service, let fields), _): .intake(service, fields)
    case (.sweep(.import), _): .sweepImport
    case (.contact(let topic), .certificate(let number)):
      .certificateMove(.contact, number, ["about": topic.rawValue])
    default: place(of: proposal)
    }
  }

  private func place(of proposal: Proposal) -> Route {
    switch proposal.subject {
    case .application(let id, _): .application(id)
    case .certificate(let number): .holder(number)
    case .sweepRow(let sweep, let row, _): .sweepReview(sweep, .doubtful, row)
    case .quarter(_, let sweep, _): sweep.map { .sweep($0) } ?? .sweeps
    }
  }
}
