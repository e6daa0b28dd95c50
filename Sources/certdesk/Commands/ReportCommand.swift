import ArgumentParser
import CaseStore
import Casework
import Exchange

/// The figures of years and quarters: balanced, opened, signed, corrected.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "统计报表 · the figures of a year or a quarter",
    subcommands: [Year.self, Quarterly.self, Sign.self, Correction.self, List.self])

  /// How a period's figures are given out.
  struct Options: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, csv
      case csvGB18030 = "csv-gb18030"
      case xlsx, pdf
    }
    @Option(help: "text|csv|csv-gb18030|xlsx|pdf") var format: Format = .text
    @Option(help: "FILE") var output: String?
    @Option(help: "列出一个数字背后的证件，如 cancelled.death · what is behind a figure") var figure: String?
    @Option(help: "事由 · why it is taken out") var reason: String?
  }

  struct Year: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "year", abstract: "年度报表 · a year")
    @Argument(help: "YEAR") var year: String
    @OptionGroup var options: Options
    @OptionGroup var global: GlobalOptions
    func perform() throws { try give(try ReportPeriod.named("year", year), options, global) }
  }

  struct Quarterly: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "quarter", abstract: "季度报表 · a quarter")
    @Argument(help: "2026Q3") var quarter: String
    @OptionGroup var options: Options
    @OptionGroup var global: GlobalOptions
    func perform() throws { try give(try ReportPeriod.named("quarter", quarter), options, global) }
  }

  struct Sign: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "sign",
      abstract: "签署：数字相平方可，此后冻结 · sign: only figures that balance, frozen from then on")
    @Argument(help: "year|quarter") var kind: String
    @Argument(help: "2026|2026Q3") var period: String
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let period = try ReportPeriod.named(kind, period)
      let (store, session) = try global.signIn()
      let warning = try period.warning(of: store.sweepsUnderWay(in: period))
      let report = try store.sign(period, by: pin.signing(session, on: store, global))
      let sha256 = report.value("sha256", of: .sign)
      global.printer.answer(
        .object([
          "period": .string(period.text), "state": .string(report.state.rawValue), "sha256": .string(sha256),
          "by": .string(session.staff.id), "warning": .optional(warning.map { $0(in: global.language) }),
        ]),
        Phrase("\(period.text) 的报表已签署，校验码 \(sha256)", "The report of \(period.text) is signed, digest \(sha256)")
          + (warning.map { Phrase("\n注意：", "\nbeware: ") + $0 } ?? .verbatim("")))
    }
  }

  struct Correction: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "correction",
      abstract: "更正表：签署以后变了什么，因为哪些记录 · what changed since the signature, and by which events")
    @Argument(help: "year|quarter") var kind: String
    @Argument(help: "2026|2026Q3") var period: String
    @Flag(help: "签署更正表 · sign the correction") var sign = false
    @Option(help: "更正说明，签署时必填 · explanation, for signing") var reason: String = ""
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let period = try ReportPeriod.named(kind, period)
      let (store, session) = try global.signIn()
      let sheet =
        sign
        ? try store.correct(period, reason: reason, by: pin.signing(session, on: store, global))
        : try store.correction(of: period, by: session)
      let (printer, names) = (global.printer, try store.staffNames())
      printer.answer(sheet.json(isSigned: sign), sheet.paper(names).text(in: printer.language))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "已签署的报表 · signed reports")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(PeriodReport.readers)
      let printer = global.printer
      var table = TextTable(
        [Phrase("报告期", "period"), Phrase("签署人", "signed by"), Phrase("签署时间", "at"), Phrase("校验码", "digest")],
        in: printer.language)
      let names = try store.staffNames()
      for report in try store.reports() {
        if printer.isJSON { printer.out(report.line.text) }
        table.append([
          report.number, report.signer(names), report.signedAt,
          report.value("sha256", of: .sign),
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }
}

/// Prints the figures of a period: those signed, where somebody signed; else those of now.
private func give(_ period: ReportPeriod, _ options: ReportCommand.Options, _ global: GlobalOptions) throws {
  let (store, session) = try global.signIn()
  let printer = global.printer
  if let figure = options.figure {
    let figures = try store.figures(of: period, by: session)
    guard figures.opens(figure) else { throw Unusable.unknownFigure(figure, of: figures) }
    if SweepFigure.named(figure) != nil {
      let rows = try store.rows(behind: figure, of: period, by: session)
      if !printer.isJSON && rows.isEmpty { printer.out(Phrase("没有", "None")(in: printer.language)) }
      for row in rows {
        printer.out(printer.isJSON ? row.json(in: printer.language).text : row.text(in: printer.language))
      }
      return
    }
    let cases = try store.cases(behind: figure, of: period, by: session)
    if !printer.isJSON && cases.isEmpty { printer.out(Phrase("没有", "None")(in: printer.language)) }
    for found in cases { printer.out(printer.isJSON ? found.json.text : found.text(in: printer.language)) }
    return
  }
  let papers = try FigurePapers(of: period, in: store, by: session)
  let (figures, report, paper) = (papers.figures, papers.report, papers.paper)
  guard let format = options.format.file else {
    return printer.answer(figures.json(report), paper.text(in: printer.language))
  }
  if options.output == nil && printer.isJSON { return printer.answer(figures.json(report), "") }
  guard options.output != nil || format.isText else {
    throw Unusable("no_output", Phrase("请用 --output 指明文件", "Name the file with --output"))
  }
  let export = papers.export(because: options.reason, in: global.language, store, session)
  guard let output = options.output else { return try export.printOut(paper, format) }
  let files = try export.write(paper, format, to: output)
  for file in files { file.complain(to: printer) }
  printer.answer(figures.json(report, files), ExportedFile.text(of: files))
}

extension Unusable {
  fileprivate static func unknownFigure(_ code: String, of figures: Figures) -> Unusable {
    let known = figures.openable.joined(separator: " ")
    return Unusable(
      "unknown_figure",
      Phrase("没有数字「\(code.printable())」，可选：\(known)", "There is no figure “\(code.printable())”; one of: \(known)"))
  }
}

extension ReportCommand.Options.Format {
  fileprivate var file: PaperFile.Format? { PaperFile.Format(rawValue: rawValue) }
}

extension ReportPeriod {
  fileprivate static func named(_ kind: String, _ text: String) throws -> ReportPeriod {
    switch (kind, ReportPeriod(text)) {
    case ("year", .year(let year)?): return .year(year)
    case ("quarter", .quarter(let quarter)?): return .quarter(quarter)
    default:
      throw Unusable(
        "bad_period", Phrase("写作 year 2026 或 quarter 2026Q3", "Write it as year 2026 or quarter 2026Q3"))
    }
  }
}
