import ArgumentParser
import CaseStore
import Casework

/// Certificates that end soon, and how to spread their holders over the weeks.
struct RenewalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renewal", abstract: "到期换领 · certificates that end soon", subcommands: [List.self, Waves.self])

  /// Which holders are meant.
  struct Range: ParsableArguments {
    @Option(help: "几日内到期，默认按设置 · ending within so many days") var days: Int?
    @Option(help: "地址含 · village or township") var village: String = ""

    func validate() throws {
      if let days, !(1...3660).contains(days) { throw ValidationError("--days 1…3660") }
    }

    func lines(in store: CaseStore, isLogged: Bool, by session: Session) throws -> [RenewalLine] {
      let end =
        try days.map { store.today.adding(days: $0) }
        ?? RenewalPeriod.first.end(from: store.today, under: store.policy())
      return try store.renewals(until: end, village: village, isLogged: isLogged, by: session)
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "将到期的持证人 · holders whose certificates end")
    @OptionGroup var range: Range
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      var table = TextTable(
        [
          Phrase("有效期止", "valid to"), Phrase("姓名", "name"), Phrase("残疾人证号", "certificate"), Phrase("电话", "phone"),
          Phrase("村", "village"), Phrase("联系", "contact"), Phrase("业务", "case"),
        ], in: printer.language)
      for line in try range.lines(in: store, isLogged: printer.isJSON, by: session) {
        if printer.isJSON { printer.out(line.json(on: store.today, in: printer.language).text) }
        let held = line.certificate
        table.append([
          held[.validTo], held.name, Masking.certificate(held.number), held[.phone],
          line.village.label(in: printer.language), line.contact.map { $0.result.name(in: printer.language) } ?? "",
          line.openCase ?? "",
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }

  struct Waves: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "waves", abstract: "分周安排 · spread them over the weeks")
    @Option(help: "几周 · weeks") var weeks: Int
    @Option(help: "每周至多几人，默认均分 · at most so many a week") var perWeek: Int?
    @Option(help: "从哪个星期一起 · from which Monday") var from: String?
    @OptionGroup var range: Range
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      guard (1...520).contains(weeks) else { throw ValidationError("--weeks 1…520") }
      guard perWeek.map({ $0 > 0 }) ?? true else { throw ValidationError("--per-week 1…") }
    }

    func perform() throws {
      let (store, session) = try global.signIn()
      let printer = global.printer
      if let from, Day(iso: from) == nil {
        throw Unusable("bad_date", Phrase("--from 写作 2026-09-28", "Write --from as 2026-09-28"))
      }
      let monday =
        try from.flatMap { Day(iso: $0) }
        ?? RenewalWaves.firstMonday(from: store.today, in: store.calendar())
      let lines = try range.lines(in: store, isLogged: printer.isJSON, by: session)
      let waves = try RenewalWaves(lines, over: weeks, atMost: perWeek, from: monday)
      var table = TextTable(
        [Phrase("周", "week"), Phrase("人", "holders"), Phrase("已办", "done"), Phrase("村", "villages")],
        in: printer.language)
      for (number, week) in zip(1..., waves.weeks) {
        if printer.isJSON {
          printer.out(week.json(number, on: store.today, in: printer.language).text)
          continue
        }
        let villages = week.villages.map { "\($0.village.label(in: printer.language)) \($0.count)" }
        table.append([
          "\(week.from) – \(week.to)",
          String(week.lines.count)
            + (week.late > 0 ? Phrase("（\(week.late) 人已到期）", " (\(week.late) ended)")(in: printer.language) : ""),
          String(week.done),
          Phrase.listed(villages)(in: printer.language),
        ])
      }
      if !printer.isJSON { printer.out(table.text) }
    }
  }
}

extension RenewalLine {
  /// - Parameter isMasked: whether the number is that of a list for the counter; who needs it in full takes `renewal list`.
  fileprivate func json(on today: Day, in language: Language, isMasked: Bool = false) -> JSON {
    .object([
      "certificate": .string(isMasked ? Masking.certificate(certificate.number) : certificate.number),
      "name": .string(certificate.name),
      "phone": .string(certificate[.phone]), "village": .string(village.label(in: language)),
      "valid_to": .string(certificate[.validTo]),
      "days": end.map { .int($0.ordinal - today.ordinal) } ?? .null,
      "contact": contact.map { .object(["result": .string($0.result.rawValue), "day": .string($0.day.iso)]) } ?? .null,
      "case": .optional(openCase), "done": .bool(isDone),
    ])
  }
}

extension RenewalWaves.Week {
  fileprivate func json(_ number: Int, on today: Day, in language: Language) -> JSON {
    .object([
      "week": .int(number), "from": .string(from.iso), "to": .string(to.iso), "holders": .int(lines.count),
      "done": .int(done), "late": .int(late),
      "villages": .array(
        villages.map { .object(["village": .string($0.village.label(in: language)), "holders": .int($0.count)]) }),
      "people": .array(lines.map { $0.json(on: today, in: language, isMasked: true) }),
    ])
  }
}
