import CaseStore
import Casework
import TerminalKit

/// The figures of one period; each opens what is behind it, and a signed one stands beside what it has become.
struct FiguresScreen: Screen {
  enum Message { case moved(Key), choose, keep, sign, correct, back }

  let period: ReportPeriod
  let session: Session
  private(set) var figures: Figures?
  private(set) var report: PeriodReport?
  private(set) var codes: [String] = []
  private(set) var changed: [String: Int] = [:]
  private(set) var selection = Selection()
  private var running: Phrase?
  private var names: [StaffMember.ID: String] = [:]

  init(period: ReportPeriod, session: Session) {
    self.period = period
    self.session = session
  }

  var title: Phrase { Phrase("统计报表 · ", "Figures · ") + period.name }

  var bindings: [Binding<Message>] {
    let signers = PeriodReport.transitions.first?.roles ?? []
    let role = session.staff.holds(signers) ? nil : Refusal.notYourRole(signers).explanation
    let same = changed.isEmpty ? Phrase("与签署的数字相同，无需更正", "Nothing differs from what was signed") : nil
    return [
      Binding(.enter, Phrase("看明细", "What is behind it"), .choose),
      report == nil
        ? Binding(.function(2), PeriodReport.Move.sign.name, .sign, refusal: running ?? role)
        : Binding(.function(2), PeriodReport.Move.correct.name, .correct, refusal: same ?? role),
      Binding(.function(3), Phrase("存成文件打印", "Keep to print"), .keep),
    ] + Binding.list(Message.moved) + [.back(.back)]
  }

  mutating func load(from store: CaseStore) throws {
    (report, names) = (try store.report(on: period), try store.staffNames())
    running = period.stillRunning(on: store.today)
    figures = try report?.figures(of: .sign) ?? store.figures(of: period, by: session)
    changed =
      report == nil
      ? [:]
      : Dictionary(
        try store.correction(of: period, by: session).differences.map { ($0.code, $0.now) },
        uniquingKeysWith: { first, _ in first })
    codes = figures?.codes ?? []
    selection.fit(codes.count)
  }

  mutating func update(_ message: Message) -> Effect {
    switch message {
    case .moved(let key): selection.press(key)
    case .choose:
      guard codes.indices.contains(selection.index) else { return .none }
      let code = codes[selection.index]
      return .open(SweepFigure.named(code) == nil ? .figureCases(period, code) : .figureRows(period, code))
    case .keep: return .open(.figurePapers(period))
    case .sign: return .open(.signReport(period))
    case .correct: return .open(.correctReport(period))
    case .back: return .back
    }
    return .none
  }

  func draw(on canvas: inout Canvas, in language: Language) {
    guard let figures else { return }
    let verdict =
      figures.isBalanced
      ? Phrase("数字相平", "The figures balance")
      : Phrase("数字不平：", "They do not balance: ") + (figures.imbalances.first ?? Phrase("", ""))
    let signature = report.map {
      let (by, at, count) = ($0.signer(names), $0.signedAt, changed.count)
      return (count == 0 ? Phrase("", "") : Phrase("；签后 \(count) 个数字有变，F2 更正", "; \(count) changed since, F2 corrects"))
        + Phrase("；\(by) 于 \(at) 签署", "; signed by \(by) at \(at)")
    }
    canvas.write(
      (verdict + (signature ?? running.map { Phrase("；", "; ") + $0 } ?? Phrase("", "")))(in: language).shortened(
        to: canvas.size.columns - 2), column: 1, row: 0,
      style: figures.isBalanced ? changed.isEmpty ? .heading : .warning : .danger)
    canvas.table(
      Table([
        TableColumn(Phrase("项目", "Figure")(in: language), columns: 30, priority: 5, grows: true),
        TableColumn(Phrase("增减", "Sign")(in: language), columns: 6, priority: 3),
        TableColumn(Phrase("本数", "Number")(in: language), columns: 10, priority: 4, alignsRight: true),
        TableColumn(Phrase("现为", "Now")(in: language), columns: 10, priority: 2, alignsRight: true),
      ]), selection: selection,
      in: Rect(column: 1, row: 1, columns: canvas.size.columns - 1, rows: canvas.size.rows - 1),
      style: { changed[codes[$0]] == nil ? .plain : .warning }, cell: { cell(codes[$0], $1, figures, in: language) })
  }

  private func cell(_ code: String, _ column: Int, _ figures: Figures, in language: Language) -> String {
    switch column {
    case 0: FigureName.name(of: code)(in: language)
    case 1:
      switch ReportLine(rawValue: code)?.effect {
      case 1: "+"
      case -1: "-"
      default: ""
      }
    case 2: String(figures[code])
    default: changed[code].map(String.init) ?? ""
    }
  }
}

/// Asks for the own password before figures are frozen.
struct SignReportForm: FormDialog {
  let period: ReportPeriod
  var form: Form

  init(period: ReportPeriod, session: Session) {
    self.period = period
    form = Form([
      .ownPassword(of: session.staff),
      .sure(Phrase("确定签署「\(period.text)」吗", "Really sign “\(period.text)”")),
    ])
  }

  var title: Phrase { Phrase("签署报表 · ", "Sign the figures · ") + period.name }
  private(set) var lines = [
    FactLine(
      Phrase("说明", "Note"), Phrase("签署后数字冻结；以后的变化另出更正表", "The figures are frozen; later changes go into a correction"))
  ]

  mutating func load(from store: CaseStore) throws {
    guard let warning = try period.warning(of: store.sweepsUnderWay(in: period)) else { return }
    lines = [lines[0], FactLine(Phrase("注意", "Beware"), warning, .warning)]
  }

  var done: Effect { .signReport(period, Secret(text: form["own_password"]?.value ?? "")) }
}

/// Asks why, and for the own password, before a correction is signed; the report itself stays as it was.
struct CorrectReportForm: FormDialog {
  let period: ReportPeriod
  var form: Form
  private(set) var lines: [FactLine] = []

  init(period: ReportPeriod, session: Session) {
    self.period = period
    form = Form([
      FormField("reason", Phrase("说明", "Explanation"), .area(TextArea(columns: 44, limit: 500)), isRequired: true),
      .ownPassword(of: session.staff),
      .sure(Phrase("确定签署「\(period.text)」的更正表吗", "Really sign the correction of “\(period.text)”")),
    ])
  }

  var title: Phrase { Phrase("更正报表 · ", "Correct the figures · ") + period.name }

  mutating func load(from store: CaseStore) throws {
    guard let report = try store.report(on: period), let standing = report.standing else { return }
    let names = try store.staffNames()
    lines = [
      FactLine(
        Phrase("原报表", "Report"),
        Phrase(
          "\(report.signer(names)) 于 \(report.signedAt) 签署，期末 \(standing.closing)；原报表不动",
          "signed by \(report.signer(names)) at \(report.signedAt), closing \(standing.closing); it stays as it is"))
    ]
  }

  var done: Effect {
    .correctReport(
      period, reason: form.text("reason").trimmed, Secret(text: form["own_password"]?.value ?? ""))
  }
}
