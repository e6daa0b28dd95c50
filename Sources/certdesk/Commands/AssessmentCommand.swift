import ArgumentParser
import CaseStore
import Casework
import Screens

/// Days on which people are assessed together.
struct AssessmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessment", abstract: "评定日 · assessment days",
    subcommands: [
      Plan.self, List.self, Add.self, Order.self, TakeOff.self, Show.self, Sheet.self, Tick.self, Close.self,
    ])

  struct Plan: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "plan", abstract: "安排评定日 · set a day")
    @Option(help: "日期 · date") var date: String
    @Option(help: "地点 · place") var place: String
    @Option(help: "评定机构，空为联合评定组 · institution, none for a panel") var institution = ""
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard let day = try writtenDay(date, "--date") else { return }
      let (store, session) = try global.signIn()
      let made = try store.planDay(on: day, place: place, institution: institution, by: session)
      if let doubt = AssessmentDay.doubt(about: day, today: store.today, calendar: try store.calendar()) {
        global.printer.complain((Phrase("请核：", "Check: ") + doubt)(in: global.language))
      }
      global.printer.answer(made.json, .verbatim("\(made.code)  \(made.date)  \(made.place)"))
    }
  }

  struct List: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "评定日清单 · all days")
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(Application.readers)
      let printer = global.printer
      for day in try store.assessmentDays() {
        let state = day.isClosed ? Phrase("已结束", "closed") : Phrase("未结束", "open")
        printer.answer(
          day.json,
          Phrase(
            "\(day.code)  \(day.date)  \(day.place)  \(day.cases.count) 人  ",
            "\(day.code)  \(day.date)  \(day.place)  \(day.cases.count)  ") + state)
      }
    }
  }

  struct Add: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "列入名单 · put cases on the list, in this order")
    @Argument(help: "DAY") var day: String
    @Argument(help: "CASE…") var cases: [String] = []
    @Option(help: "地址含此字样的全部待派评定业务 · every case to be referred whose address has this") var village: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let named = try cases.map { try store.application(numbered: $0).number }
      let waiting = try village.map { try store.listable(on: day, village: $0, by: session) }
      let found = waiting?.possible.map(\.number) ?? []
      for left in waiting?.hindered ?? [] {
        let who =
          Phrase("没有列入 ", "Not listed: ") + .verbatim("\(left.application.number) \(left.application.applicant)  ")
        global.printer.complain((who + left.refusal.message)(in: global.language))
      }
      guard !(named + found).isEmpty else {
        throw Unusable("nothing_to_list", Phrase("没有可列入的业务", "There is no case to list"))
      }
      try store.list(named + found.filter { !named.contains($0) }, on: day, by: session)
      let changed = try store.assessmentDay(day)
      global.printer.answer(
        changed.json,
        Phrase("\(changed.code) 名单共 \(changed.cases.count) 人", "\(changed.code) lists \(changed.cases.count)"))
    }
  }

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "一个评定日 · one day")
    @Argument(help: "DAY") var day: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(Application.readers)
      let found = try store.assessmentDay(day)
      let printer = global.printer
      let lines = try found.cases.map { number in
        let application = try store.application(numbered: number)
        let mark = found.marks[number]?.name(in: printer.language) ?? "–"
        return "\(number)  \(application.applicant)  \(mark)  \(application.state.name(in: printer.language))"
      }
      printer.answer(found.json, (["\(found.code)  \(found.date)  \(found.place)"] + lines).joined(separator: "\n"))
    }
  }

  struct Sheet: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "sheet", abstract: "打印名单 · the sheet as text")
    @Argument(help: "DAY") var day: String
    @Option(help: "写入文件 · write it to a file") var output: String?
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      try session.require(Application.readers)
      try PrintedText.give(
        try AssessmentPrints.sheet(of: store.assessmentDay(day), in: store, global.language), to: output, global.printer
      )
    }
  }

  struct Tick: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "tick", abstract: "勾到场或未到 · who came and who did not")
    @Argument(help: "DAY") var day: String
    @Argument(help: "CASE") var number: String
    @Flag(help: "未到 · did not come") var absent = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let number = try store.application(numbered: number).number
      try store.tick(number, absent ? .absent : .present, on: day, by: session)
      let changed = try store.assessmentDay(day)
      global.printer.answer(
        changed.json,
        .verbatim("\(number) ") + (absent ? AssessmentDay.Mark.absent : .present).name)
    }
  }

  struct Close: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "close", abstract: "结束评定日 · close a day; absentees return to the queue")
    @Argument(help: "DAY") var day: String
    @Flag(help: "到场而没有结果的留下，以后再录 · leave those open who came and have no outcome yet") var leaveOpen = false
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let returned = try store.close(day, leavingOpen: leaveOpen, by: session)
      global.printer.answer(
        .object(["day": .string(day), "returned": .strings(returned)]),
        Phrase("\(day) 已结束，\(returned.count) 人退回待派评定", "\(day) is closed, \(returned.count) returned to the queue"))
    }
  }
}

/// Printed texts leave on the screen, or into a new file.
enum PrintedText {
  static func give(_ text: String, to output: String?, _ printer: Printer) throws {
    guard let output else { return printer.out(String(text.dropLast())) }
    try NewFile.write(to: output) { append in try append(text) }
    printer.answer(.object(["file": .string(output)]), Phrase("已写入 \(output)", "Written to \(output)"))
  }
}

extension AssessmentDay {
  var json: JSON {
    .object([
      "day": .string(code), "date": .string(date.iso), "place": .string(place), "institution": .string(institution),
      "closed": .bool(isClosed),
      "cases": .array(
        cases.map { .object(["case": .string($0), "mark": .optional(marks[$0]?.rawValue)]) }),
    ])
  }
}
