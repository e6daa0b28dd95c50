import CaseStore
import Casework
import TerminalKit

/// What waits today: the cases most in danger first, then the queues, one's own before the others.
struct DeskScreen: LiveScreen {
  enum Message { case moved(Key), choose, queue(Int), go(Route), out, stay }

  /// A queue with what stands in it.
  struct Line: Hashable, Sendable {
    let queue: CaseQueue
    let count: Int
    let overdue: Int
    let first: TimeLeft?
    let isOwn: Bool
    /// Which digit opens it: of the queues in the order of the work, so that it stays whatever becomes urgent.
    var digit = 0
  }

  let session: Session
  private(set) var urgent: [(application: Application, left: TimeLeft)] = []
  private(set) var lines: [Line] = []
  /// Sweeps that wait for this person, and how many are under way in all.
  private(set) var sweeps: [Sweep] = []
  private(set) var openSweeps = 0
  private(set) var proposals: (count: Int, own: Int, hasMore: Bool) = (0, 0, false)
  private(set) var clock = ClockStanding.agrees
  private(set) var selection = Selection()

  /// So many cases stand at the top; more sweeps than one leave room for fewer.
  private static let mostUrgentShown = 3

  init(session: Session) { self.session = session }

  let title = Phrase("办公桌", "Desk")

  var bindings: [Binding<Message>] {
    let digits = lines.indices.sorted { lines[$0].digit < lines[$1].digit }.compactMap { index in
      readsCases
        ? Digit.key(lines[index].digit).map {
          Binding($0, lines[index].queue.name, Message.queue(index), isQuiet: true)
        } : nil
    }
    let isQueue = selection.index >= urgent.count + sweeps.count
    return [Binding(.enter, Phrase("打开", "Open"), .choose, refusal: isQueue ? reading : nil)] + places + digits
      + Binding.list(Message.moved) + [
        Binding(.function(8), Phrase("退出", "Sign out"), .out),
        Binding(.escape, Phrase("返回", "Back"), .stay, isQuiet: true),
      ]
  }

  var destinations: [Destination] { readsCases ? Destination.services(for: session.staff) : [] }

  mutating func load(from store: CaseStore) throws {
    let (today, calendar) = (store.today, try store.calendar())
    let staff = try store.member(session)
    let all = try store.standings(for: session).map { queue, standing in
      Line(
        queue: queue, count: standing.count, overdue: standing.overdue,
        first: standing.first.flatMap { TimeLeft(of: $0, today: today, calendar: calendar) },
        isOwn: queue.isWorked(by: staff))
    }
    var ordered = all.filter(\.isOwn) + all.filter { !$0.isOwn }
    for index in ordered.indices { ordered[index].digit = index }
    lines = ordered.filter(\.isOwn).sorted { $0.isBefore($1) } + ordered.filter { !$0.isOwn }
    let underWay = try store.sweeps().filter(\.isUnderWay)
    let waiting = underWay.filter { $0.waits(for: session.staff) }
    let own = all.filter(\.isOwn).map(\.queue)
    let shown = max(1, Self.mostUrgentShown - waiting.count)
    urgent = try store.mostUrgent(in: own, limit: shown, for: session).compactMap { application in
      TimeLeft(of: application, today: today, calendar: calendar).map { (application, $0) }
    }
    (sweeps, openSweeps) = (waiting, underWay.count)
    proposals = try store.proposalCount(for: session.staff)
    clock = try store.clockStanding()
    selection.fit(urgent.count + sweeps.count + lines.count)
  }

  /// What must be done today, in one line.
  var summary: Phrase {
    let own = lines.filter(\.isOwn)
    let (count, late) = (own.reduce(0) { $0 + $1.count }, own.reduce(0) { $0 + $1.overdue })
    let more = proposals.hasMore ? "+" : ""
    let overdue = late > 0 ? Phrase("，超期 \(late) 件", ", \(late) late") : Phrase("", "")
    let mine =
      proposals.own == proposals.count || proposals.hasMore
      ? Phrase("", "") : Phrase("（我的 \(proposals.own)）", " (\(proposals.own) for you)")
    let hints =
      proposals.count > 0
      ? Phrase("；到期提示 \(proposals.count)\(more) 项", "; \(proposals.count)\(more) have become due") + mine
        + Phrase("，F4", ", F4")
      : Phrase("；没有到期提示", "; nothing has become due")
    let swept = sweeps.isEmpty ? Phrase("", "") : Phrase("，核销 \(sweeps.count) 次", ", sweeps \(sweeps.count)")
    return Phrase("今天：我的待办 \(count) 件", "Today: \(count) in my queues") + overdue + swept + hints
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose: return choice(selection.index)
    case .queue(let index): return choice(urgent.count + sweeps.count + index)
    case .go(let route): return .open(route)
    case .out: return .signOut
    case .stay: return .say(.told(Phrase("这是最上一层。退出登录按 F8", "This is the top. F8 signs out")))
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    let isUrgent = proposals.own > 0 || lines.contains { $0.isOwn && $0.overdue > 0 }
    if clock.isBehind, let words = clock.words {
      canvas.write(words(in: language).shortened(to: canvas.size.columns - 2), column: 1, row: 0, style: .danger)
    } else {
      canvas.write(summary(in: language), column: 1, row: 0, style: isUrgent ? .warning : .heading)
    }
    let rows = rows(in: canvas.size.rows - 1)
    let chosen = rows.firstIndex { $0 == .item(selection.index) } ?? 0
    let shown = Selection(count: rows.count, index: chosen).visible(in: canvas.size.rows - 1)
    for (line, index) in zip(1..., shown) {
      switch rows[index] {
      case .heading(let phrase): canvas.write(phrase(in: language), column: 1, row: line, style: .heading)
      case .item(let item): draw(item, row: line, on: &canvas, in: language)
      }
    }
  }

  /// The sweep that stands as an item of the list.
  func sweep(_ item: Int) -> Sweep? {
    let index = item - urgent.count
    return sweeps.indices.contains(index) ? sweeps[index] : nil
  }

  private func choice(_ item: Int) -> Effect {
    if urgent.indices.contains(item) { return .open(.application(urgent[item].application.id)) }
    if let sweep = sweep(item) { return .open(.sweep(sweep.id)) }
    let line = item - urgent.count - sweeps.count
    return lines.indices.contains(line) ? .open(.queue(lines[line].queue)) : .none
  }

  /// Whether the queues can be opened from here; their counts are everybody's.
  var readsCases: Bool { session.staff.holds(Application.readers) }

  private var reading: Phrase? { readsCases ? nil : Refusal.notYourRole(Application.readers).explanation }

  /// What whoever takes in no cases does instead: who decides has the queues, everybody the register.
  private var reception: Phrase {
    let clerk = Phrase("受理由办证员办", "Clerks take cases in")
    return session.staff.holds([.supervisor, .chair])
      ? clerk
        + Phrase("；您审批的在「待审批」，查人按 F3", "; what you decide stands under “To decide”, F3 finds people")
      : clerk + Phrase("；查人按 F3", "; F3 finds people")
  }

  private var places: [Binding<Message>] {
    let clerk = session.staff.holds([.clerk]) ? nil : reception
    let keepers: [Role] = [.administrator, .chair, .supervisor]
    let admin = session.staff.holds(keepers) ? nil : Refusal.notYourRole(keepers).explanation
    let figures =
      session.staff.holds(PeriodReport.readers) ? nil : Refusal.notYourRole(PeriodReport.readers).explanation
    let sweeps = openSweeps == 0 ? Phrase("核销", "Sweeps") : Phrase("核销(\(openSweeps))", "Sweeps(\(openSweeps))")
    return [
      Binding(.function(2), Phrase("受理", "Reception"), .go(.reception("")), refusal: clerk),
      Binding(.function(3), Phrase("登记册", "Register"), .go(.register)),
      Binding(.function(5), Phrase("全部", "All"), .go(.queue(nil)), refusal: reading),
      Binding(.function(6), sweeps, .go(.sweeps)),
      Binding(.function(4), Phrase("提示", "Today"), .go(.today)),
      Binding(.control("p"), Phrase("改我的密码", "My password"), .go(.password(session.staff.id)), isQuiet: true),
      Binding(.function(7), Phrase("人员", "Staff"), .go(.staff), refusal: admin),
      Binding(.function(11), Policy.name, .go(.policy), isQuiet: true),
      Binding(.control("r"), Phrase("统计报表", "Figures"), .go(.reports), isQuiet: true, refusal: figures),
    ]
  }
}

extension DeskScreen.Line {
  /// The queue most in danger of being late first, those in which nothing waits last (features: 51).
  fileprivate func isBefore(_ other: Self) -> Bool {
    let place = { (line: Self) in (line.count == 0 ? 1 : 0, line.first?.days ?? Int.max, line.digit) }
    return place(self) < place(other)
  }
}
