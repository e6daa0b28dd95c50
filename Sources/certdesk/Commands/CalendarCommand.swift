import ArgumentParser
import CaseStore
import Casework
import Glibc

/// Working days: the built-in table, and the years an office has added.
struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "工作日 · working days",
    subcommands: [Add.self, Show.self, Import.self])

  struct Add: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "若干工作日之后的日期 · the date N working days after DATE")
    @Argument(help: "DATE") var date: String
    @Argument(help: "N") var days: Int
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard let from = Day(iso: date) else {
        throw Unusable("bad_date", Phrase("日期应写作 2026-09-30", "Write the date as 2026-09-30"))
      }
      guard (0...20_000).contains(days) else {
        throw Unusable("bad_days", Phrase("天数为 0 至 20000", "The number of days is 0 to 20000"))
      }
      guard from.year < 9900 else {
        throw Unusable("bad_date", Phrase("日期须在 9900 年以前", "The date must lie before the year 9900"))
      }
      let (day, provisional) = try global.calendar().adding(days, to: from)
      global.printer.answer(
        .object([
          "from": .string(from.iso), "days": .int(days), "date": .string(day.iso), "provisional": .bool(provisional),
        ]),
        Phrase(
          day.iso + (provisional ? "（暂估：该年放假安排尚未公布）" : ""),
          day.iso + (provisional ? " (provisional: that year's holidays are not published)" : "")))
    }
  }

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "一年的放假与调休 · a year's holidays and worked weekends")
    @Argument(help: "YEAR") var year: Int
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard (1...9998).contains(year) else { throw Unusable("bad_year", Phrase("没有这一年", "There is no such year")) }
      let table = try global.calendar().year(year)
      global.printer.answer(.pairs(table.json), table.words)
    }
  }

  struct Import: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "加入一年的安排 · add a year from a file")
    @Argument(help: "FILE") var file: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let bytes = try readFile(file)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Unusable("undecodable", Phrase("\(file) 不是 UTF-8 文本", "\(file) is not UTF-8 text"))
      }
      let reading = YearTableFile(reading: text)
      if let first = reading.problems.first {
        throw Unusable(
          first.problem.rawValue,
          Phrase(
            "\(file) 第 \(first.line) 行：\(first.problem.advice.chinese)",
            "\(file), line \(first.line): \(first.problem.advice.english)"))
      }
      guard !reading.tables.isEmpty else {
        throw Unusable("empty_file", Phrase("\(file) 中没有日期", "\(file) names no days"))
      }
      let (store, session) = try global.signIn()
      let recounted = try store.addCalendar(reading.tables, by: session)
      let calendar = try store.calendar()
      let years = reading.tables.map { calendar.year($0.year) }
      let printer = global.printer
      if printer.isJSON {
        let counted: [(String, JSON)] = [("recounted", .int(recounted.count)), ("cases", .strings(recounted))]
        for year in years { printer.out(JSON.pairs(year.json + counted).text) }
        return
      }
      for year in years { printer.out(year.words(in: printer.language)) }
      let list = recounted.joined(separator: " ")
      let sum = Phrase(
        "已加入，重算期限 \(recounted.count) 件 \(list)", "Added; \(recounted.count.counted("clock")) recounted \(list)")
      printer.out(sum(in: printer.language))
    }
  }
}

extension YearTable {
  fileprivate var json: [(String, JSON)] {
    [
      ("year", .int(year)), ("working_days", .int(workingDays)), ("holidays", .strings(holidays.map(\.iso))),
      ("worked_weekends", .strings(workedWeekends.map(\.iso))), ("covered", .bool(covered)),
    ]
  }

  fileprivate var words: Phrase {
    let why =
      holidays.isEmpty ? Phrase("周一至周五", "Monday to Friday") : Phrase("缺元旦、春节、劳动节或国庆节", "no whole year's holidays")
    return Phrase(
      """
      \(year) 年 工作日 \(workingDays)\(covered ? "" : "（暂估：\(why.chinese)）")
      放假 \(holidays.map(\.iso).joined(separator: " "))
      调休上班 \(workedWeekends.map(\.iso).joined(separator: " "))
      """,
      """
      \(year): \(workingDays.counted("working day"))\(covered ? "" : " (provisional: \(why.english))")
      off: \(holidays.map(\.iso).joined(separator: " "))
      worked weekends: \(workedWeekends.map(\.iso).joined(separator: " "))
      """)
  }
}

extension GlobalOptions {
  /// The calendar of the store that was named, or of the office's own where there is one, else the built-in one.
  fileprivate func calendar() throws -> WorkingCalendar {
    if store == nil && access(storePath, F_OK) != 0 { return .builtIn }
    do {
      return try CaseStore.open(at: storePath, clock: CaseStore.Clock(now: MachineClock.now)).calendar()
    } catch  where store == nil {
      return .builtIn
    }
  }
}
