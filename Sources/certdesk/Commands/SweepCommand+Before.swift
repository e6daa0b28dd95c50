import ArgumentParser
import CaseStore
import Casework

/// What is looked at before a sweep is carried out.
extension SweepCommand {
  struct Rehearse: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "rehearse",
      abstract: "预演：执行会做什么，什么也不改 · what applying would do; nothing changes")
    enum Format: String, ExpressibleByArgument { case jsonl, text }
    @Argument(help: "SWEEP") var sweep: String
    @Option(help: "jsonl|text") var format: Format?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let found = try store.sweep(numbered: sweep)
      let bar = ProgressBar(Phrase("预演", "rehearsing"), in: printer.language)
      let asLines = format == .jsonl
      var table = SweepRowOutcome.table(in: printer.language)
      let rehearsal = try store.rehearsal(
        of: found.id, by: session, progress: { bar.show(Double($0) / Double($1)) },
        each: { outcome in
          if asLines { printer.out(outcome.json(in: printer.language).text) } else { outcome.add(to: &table, printer) }
        })
      bar.end()
      if asLines || (printer.isJSON && format == nil) {
        printer.out(rehearsal.json(of: found, in: printer.language).text)
      } else {
        printer.out(rehearsal.words(in: printer.language))
        if let warning = rehearsal.share.warning { printer.out(warning(in: printer.language)) }
        for text in found.textsOnPaper { printer.out(text(in: printer.language)) }
        printer.out(table.text)
      }
    }
  }

  struct Missing: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "missing",
      abstract: "较早名单有、此名单没有的行 · rows of the list before that this one has no more")
    @Argument(help: "SWEEP") var sweep: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let found = try store.missingRows(from: store.sweep(numbered: sweep), by: session)
      if printer.isJSON {
        for (earlier, rows) in found {
          for row in rows {
            printer.out(
              JSON.object(["sweep": .string(earlier.number), "row": row.json(in: printer.language)]).text)
          }
        }
        return
      }
      if found.isEmpty { printer.out(Phrase("没有少的行", "No row is missing")(in: printer.language)) }
      for (earlier, rows) in found {
        printer.out(Phrase("\(earlier.number) 的行：", "Rows of \(earlier.number):")(in: printer.language))
        printer.out(SweepRow.table(rows, in: printer.language))
      }
    }
  }

  struct Sample: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "sample",
      abstract: "确认人抽查：疑点行和随机抽的行 · what the confirmer sees: doubtful rows and some drawn at random")
    @Argument(help: "SWEEP") var sweep: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let found = try store.sweep(numbered: sweep)
      let seen = try store.draw(of: found, by: session)
      let seed = String(seen.seed, radix: 16)
      // What has been carried out, or never will be, has nothing to rehearse; the draw stays what it was.
      let rehearsal = found.isUnderWay ? try store.rehearsal(of: found.id, by: session) : nil
      if printer.isJSON {
        printer.out(
          JSON.object([
            "seed": .string(seed), "sure": .int(seen.sure), "sample": .array(seen.sample.map { .int($0.row) }),
            "doubtful": .array(seen.doubtful.map { .int($0.row) }),
            "against_life": .array(seen.againstLife.map { .int($0.row) }),
            "accepted_before": .array(seen.acceptedBefore.map { .int($0) }), "state": .string(found.state.rawValue),
            "totals": rehearsal.map { $0.json(of: found, in: printer.language) } ?? .null,
            "texts": found.textsJSON(in: printer.language),
          ]).text)
        return
      }
      let sure = Phrase(
        "无疑点 \(seen.sure) 行，抽查 \(seen.sample.count) 行（种子 \(seed)）",
        "\(seen.sure.counted("row")) without doubt, \(seen.sample.count) drawn (seed \(seed))")
      printer.out((rehearsal?.words ?? found.state.name)(in: printer.language))
      if let warning = rehearsal?.share.warning { printer.out(warning(in: printer.language)) }
      for text in found.textsOnPaper { printer.out(text(in: printer.language)) }
      for words in [.acceptedBefore(seen.acceptedBefore), seen.againstLifeWords].compactMap(\.self) {
        printer.out((Phrase.toCheck + words)(in: printer.language))
      }
      printer.out(Phrase("疑点 \(seen.doubtful.count) 行", "\(seen.doubtful.count) doubtful rows")(in: printer.language))
      printer.out(SweepRow.table(seen.doubtful, in: printer.language))
      printer.out(sure(in: printer.language))
      printer.out(SweepRow.table(seen.sample, in: printer.language))
    }
  }

  struct History: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "history", abstract: "一行的经过 · what became of one row")
    @Argument(help: "SWEEP") var sweep: String
    @Argument(help: "行 · row") var row: Int
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      let found = try store.sweep(numbered: sweep)
      try found.require(row: row)
      for step in try store.history(of: row, in: found, by: session) {
        if printer.isJSON {
          printer.out(step.json(in: printer.language).text)
          continue
        }
        let what = (step.decision?.name ?? step.event.move.name)(in: printer.language)
        let who = Phrase.listed([step.name, step.secondName].compactMap { $0 })(in: printer.language)
        printer.out(
          [
            step.event.day.iso, who, what, step.reasonWords(in: printer.language),
            step.givenWords(in: printer.language),
          ].filter { !$0.isEmpty }
            .joined(separator: "  "))
      }
    }
  }
}
