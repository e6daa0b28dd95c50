import ArgumentParser
import CaseStore
import Casework
import Exchange

/// The quarterly comparison with a police file.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "季度核销 · the quarterly sweep",
    subcommands: [
      Import.self, Rows.self, Missing.self, Decide.self, Submit.self, Approve.self, Return.self, Apply.self,
      Abandon.self, List.self, Show.self, Rehearse.self, Sample.self, History.self, Undo.self, Due.self, Letters.self,
      Corrections.self,
      Sent.self, SweepReport.self, SweepFile.self,
    ])

  struct Rows: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "rows",
      abstract: "名单各行 · the rows, in file order",
      discussion: """
        --before 的行可用 sweep decide --as-before 照以前的决定；JSON 中 candidates、near 的证号可用于 sweep decide 的 \
        --target、--not，told_apart 是已定不是此人的，decided_by 不是您的行要加 --again 才改。
        Rows of --before may be decided with sweep decide --as-before; certificates under candidates and near go with \
        --target and --not of sweep decide, told_apart are those told apart; rows decided_by others change with --again.
        """)
    enum Format: String, ExpressibleByArgument { case jsonl, csv }
    @Argument(help: "SWEEP") var sweep: String
    @Option(name: .customLong("class"), help: "分类 · class") var sweepClass: String?
    @Option(help: "建议 · proposal") var proposal: String?
    @Flag(help: "只列以前的名单也有、须决定的 · only those to decide that an earlier list had") var before = false
    @Flag(help: "只列不在册而有相近的人的 · only those about nobody that are near to somebody") var near = false
    @Option(help: "jsonl|csv") var format: Format?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let wantedClass = try sweepClass.map { try SweepClass.named($0) }
      let wantedProposal = try proposal.map { text in
        guard let found = SweepProposal(rawValue: text) else {
          let known = SweepProposal.allCases.map(\.rawValue).joined(separator: " ")
          throw Unusable("bad_proposal", Phrase("--proposal 可选：\(known)", "--proposal is one of: \(known)"))
        }
        return found
      }
      let (store, session) = try global.signIn()
      let found = try store.sweep(numbered: sweep)
      let printer = global.printer
      let rows = try store.withNear(
        try store.rows(of: found, class: wantedClass, proposal: wantedProposal, askedBefore: before, by: session),
        of: found
      ).filter { !near || ($0.sweepClass == .none && !$0.near.isEmpty) }
      switch format ?? (printer.isJSON ? .jsonl : nil) {
      case .jsonl: for row in rows { printer.out(row.json(in: printer.language).text) }
      case .csv:
        printer.out(SweepRow.csvHeading)
        for row in rows { printer.out(row.csv) }
      case nil: printer.out(SweepRow.table(rows, in: printer.language))
      }
    }
  }

  struct Submit: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "submit", abstract: "提交确认 · hand to the supervisor")
    @Argument(help: "SWEEP") var sweep: String
    @OptionGroup var global: GlobalOptions
    func perform() throws { try move(.submit, sweep, global: global) }
  }

  struct Approve: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "approve", abstract: "确认 · confirm")
    @Argument(help: "SWEEP") var sweep: String
    @OptionGroup var pin: PINOptions
    @OptionGroup var global: GlobalOptions
    func perform() throws { try move(.approve, sweep, signing: pin, global: global) }
  }

  struct Return: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "return", abstract: "退回 · send back")
    @Argument(help: "SWEEP") var sweep: String
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var global: GlobalOptions
    func perform() throws { try move(.sendBack, sweep, ["reason": reason], global: global) }
  }

  struct Abandon: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "abandon", abstract: "放弃 · abandon")
    @Argument(help: "SWEEP") var sweep: String
    @Option(help: "理由 · reason") var reason: String
    @OptionGroup var global: GlobalOptions
    func perform() throws { try move(.abandon, sweep, ["reason": reason], global: global) }
  }

  struct Apply: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply", abstract: "执行已确认的决定 · carry the confirmed decisions out")
    @Argument(help: "SWEEP") var sweep: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let bar = ProgressBar(Phrase("执行", "applying"), in: printer.language)
      let outcome = try store.apply(
        sweep: try store.sweep(numbered: sweep).id, by: session, progress: { bar.show(Double($0) / Double($1)) })
      bar.end()
      printer.answer(outcome.json(in: printer.language), outcome.text(in: printer.language))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "核销清单 · all sweeps")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(Sweep.readers)
      let printer = global.printer
      var table = TextTable(
        [
          Phrase("核销", "sweep"), Phrase("季度", "quarter"), Phrase("状态", "state"), Phrase("文件", "file"),
          Phrase("行数", "rows"),
        ],
        in: printer.language)
      for sweep in try store.sweeps() {
        if printer.isJSON { printer.out(sweep.line.text) }
        table.append([
          sweep.number, sweep.quarter, sweep.state.name(in: printer.language), sweep.fileName,
          sweep.value("rows", of: .import),
        ])
      }
      if printer.isJSON { return }
      for begun in try store.begunImports() { printer.out(begun.words(in: printer.language)) }
      printer.out(table.text)
    }
  }

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "一次核销 · one sweep")
    @Argument(help: "SWEEP") var sweep: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(Sweep.readers)
      let found = try store.sweep(numbered: sweep)
      let printer = global.printer
      let offers = try store.offers(on: found, for: session)
      let elsewhere = try store.progress(of: found, reading: .all, by: session).elsewhere
      let count = try store.count(of: found, by: session)
      printer.answer(
        found.json(offers, count, elsewhere: elsewhere, in: printer.language),
        [found.importText(count, elsewhere: elsewhere), found.origin, found.state.name].map { $0(in: printer.language) }
          .joined(separator: "\n"))
    }
  }
}

private func move(
  _ move: Sweep.Move, _ number: String, _ fields: Entries = [:], signing pin: PINOptions? = nil, global: GlobalOptions
) throws {
  let (store, signedIn) = try global.signIn()
  let session = try pin?.signing(signedIn, on: store, global) ?? signedIn
  let found = try store.sweep(numbered: number)
  let share = [.submit, .approve].contains(move) ? try store.share(of: found, by: session) : nil
  if let warning = share?.warning { global.printer.complain((Phrase.toCheck + warning)(in: global.printer.language)) }
  let before = share == nil ? nil : try store.acceptedBefore(in: found, by: session)
  if let words = Phrase.acceptedBefore(before ?? []) {
    global.printer.complain((Phrase.toCheck + words)(in: global.printer.language))
  }
  if share != nil, let words = try store.decisions(of: found, by: session).nothingAccepted {
    global.printer.complain((Phrase.toCheck + words)(in: global.printer.language))
  }
  let againstLife = move == .approve && found.seed != nil ? try store.draw(of: found, by: session) : nil
  if let words = againstLife?.againstLifeWords {
    global.printer.complain((Phrase.toCheck + words)(in: global.printer.language))
  }
  // Whose certificates a death has ended although they may live is no line among others.
  if [.submit, .approve].contains(move), let alive = found.movedAfterEnd {
    global.printer.complain((Phrase.toCheck + alive)(in: global.printer.language))
  }
  if move == .approve {
    for text in found.textsOnPaper { global.printer.complain((Phrase.toCheck + text)(in: global.printer.language)) }
  }
  let changed = try store.record(move, fields, onSweep: found.id, by: session)
  // What is handed on or confirmed says whom it leaves alone though somebody is near.
  let near =
    share == nil ? nil : try store.progress(of: changed, reading: .near, by: session).nearNobody
  global.printer.answer(
    .pairs(
      [("sweep", .string(changed.number)), ("state", .string(changed.state.rawValue))]
        + (near.map { [("near_nobody", .int($0))] } ?? []) + (share.map { [("share", $0.json)] } ?? [])
        + (before.map { [("accepted_before", .array($0.map { .int($0) }))] } ?? [])
        + (againstLife.map { [("against_life", .array($0.againstLife.map { .int($0.row) }))] } ?? [])),
    .joined(
      [.verbatim(changed.number) + Phrase("：", ": ") + changed.state.name, share?.agreedWords ?? Phrase("", "")],
      by: Phrase("；", "; "))
      + (near.flatMap { changed.nearNobodyWords($0) }.map { .verbatim("\n") + $0 } ?? .verbatim("")))
}

extension SweepClass {
  static func named(_ text: String) throws -> SweepClass {
    guard let found = SweepClass(rawValue: text) else {
      let known = allCases.map(\.rawValue).joined(separator: " ")
      throw Unusable("bad_class", Phrase("--class 可选：\(known)", "--class is one of: \(known)"))
    }
    return found
  }
}
