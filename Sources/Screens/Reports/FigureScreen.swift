import CaseStore
import Casework
import TerminalKit

/// What one line behind a figure shows, and where it leads.
protocol FigureLine: Sendable {
  /// Reads the lines behind a figure; looking is logged.
  static func lines(
    behind code: String, of period: ReportPeriod, in store: CaseStore, by session: Session
  ) throws -> [Self]
  static var nothing: Phrase { get }
  static var opening: Phrase { get }
  static func columns(in language: Language) -> [TableColumn]

  /// What it adds to the figure.
  var count: Int { get }
  func cell(_ column: Int, in language: Language) -> String
  /// Where it stands, among the others shown.
  func place(among lines: [Self]) -> Route
}

/// What lies behind one figure: certificates, rows of sweeps, or sweeps; each opens where it stands.
struct FigureScreen<Line: FigureLine>: Screen {
  enum Message { case moved(Key), choose, back }

  let period: ReportPeriod
  let code: String
  let session: Session
  private(set) var lines: [Line] = []
  private(set) var selection = Selection()

  init(period: ReportPeriod, code: String, session: Session) {
    self.period = period
    self.code = code
    self.session = session
  }

  var title: Phrase {
    .verbatim("\(period.text) · ") + FigureName.name(of: code)
      + .verbatim(" · \(lines.reduce(0) { $0 + $1.count })")
  }

  var bindings: [Binding<Message>] {
    [Binding(.enter, Line.opening, .choose, refusal: lines.isEmpty ? Line.nothing : nil)]
      + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    // What was seen is not looked at again on coming back: looking again is no new look.
    if lines.isEmpty { lines = try Line.lines(behind: code, of: period, in: store, by: session) }
    selection.fit(lines.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose:
      return lines.indices.contains(selection.index) ? .open(lines[selection.index].place(among: lines)) : .none
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard !lines.isEmpty else {
      canvas.write(Line.nothing(in: language), column: 3, row: 1, style: .faint)
      canvas.cursor = Position(column: 3, row: 1)
      return
    }
    canvas.table(
      Table(Line.columns(in: language)), selection: selection,
      in: Rect(column: 1, row: 0, columns: canvas.size.columns - 1, rows: canvas.size.rows),
      style: { lines[$0].count < 0 ? .faint : .plain }, cell: { lines[$0].cell($1, in: language) })
  }
}

extension FigureCase: FigureLine {
  static let nothing = Phrase("没有证件", "There is none")
  static let opening = Phrase("打开持证人", "Open holder")

  static func lines(
    behind code: String, of period: ReportPeriod, in store: CaseStore, by session: Session
  ) throws -> [FigureCase] {
    try store.cases(behind: code, of: period, by: session)
  }

  static func columns(in language: Language) -> [TableColumn] {
    [
      TableColumn("", columns: 2, priority: 4),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 6, grows: true),
      TableColumn(Phrase("证号", "Certificate")(in: language), columns: 22, priority: 5),
      TableColumn(Phrase("日期", "Day")(in: language), columns: 10, priority: 3),
      TableColumn(Phrase("办理", "Move")(in: language), columns: 12, priority: 2),
      TableColumn(Phrase("依据", "Ground")(in: language), columns: 20, priority: 1, grows: true),
    ]
  }

  func cell(_ column: Int, in language: Language) -> String {
    switch column {
    case 0: count < 0 ? "-" : ""
    case 1: certificate.name
    case 2: Masking.certificate(certificate.number)
    case 3: event?.day.iso ?? ""
    case 4: (event.flatMap { Certificate.Move(rawValue: $0.move)?.name } ?? certificate.state.name)(in: language)
    default: ground ?? ""
    }
  }

  func place(among lines: [FigureCase]) -> Route { .holder(certificate.number) }
}

extension FigureRow: FigureLine {
  static let nothing = Phrase("没有", "There is none")
  static let opening = Phrase("打开", "Open")

  static func lines(
    behind code: String, of period: ReportPeriod, in store: CaseStore, by session: Session
  ) throws -> [FigureRow] {
    try store.rows(behind: code, of: period, by: session)
  }

  static func columns(in language: Language) -> [TableColumn] {
    [
      TableColumn(Phrase("核销", "Sweep")(in: language), columns: 15, priority: 3),
      TableColumn(Phrase("行", "Row")(in: language), columns: 5, priority: 6, alignsRight: true),
      TableColumn(Phrase("姓名", "Name")(in: language), columns: 10, priority: 7, grows: true),
      TableColumn(Phrase("事由", "Kind")(in: language), columns: language == .chinese ? 8 : 14, priority: 4),
      TableColumn(Phrase("日期", "Date")(in: language), columns: 10, priority: 2),
      TableColumn(Phrase("比对", "Class")(in: language), columns: 12, priority: 1),
      TableColumn(Phrase("决定和结果", "Decided, done")(in: language), columns: 16, priority: 5, grows: true),
    ]
  }

  var count: Int { 1 }

  func cell(_ column: Int, in language: Language) -> String {
    guard let row else {
      return switch column {
      case 0: sweep.number
      case 2: sweep.fileName
      case 6: sweep.state.name(in: language)
      default: ""
      }
    }
    return switch column {
    case 0: sweep.number
    case 1: String(row.row)
    case 2: row.source.name
    case 3: row.source.kindWord(in: language)
    case 4: row.dayText
    case 5: row.sweepClass.name(in: language)
    default: [row.decision?.name, row.outcomeWords].compactMap { $0?(in: language) }.joined(separator: " ")
    }
  }

  func place(among lines: [FigureRow]) -> Route {
    guard let row else { return .sweep(sweep.id) }
    let shown = lines.filter { $0.sweep.id == sweep.id }.compactMap { $0.row?.row }
    return .sweepReview(sweep.id, shown.count > Self.mostListed ? .all : .listed(shown), row.row)
  }

  /// Of a longer list the review goes through the whole sweep.
  private static let mostListed = 2000
}
