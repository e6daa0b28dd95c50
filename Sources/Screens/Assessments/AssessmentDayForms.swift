import CaseStore
import Casework
import TerminalKit

/// Asks for a new assessment day.
struct PlanDayForm: FormDialog {
  var form = Form([])
  private var today: Day?
  private var calendar = WorkingCalendar.builtIn

  let title = Phrase("新评定日", "New assessment day")

  mutating func load(from store: CaseStore) throws {
    guard form.fields.isEmpty else { return }
    let institutions = try store.institutions(on: store.today)
    (today, calendar) = (store.today, try store.calendar())
    let nextWeek = calendar.adding(0, to: store.today.adding(days: 7)).day
    form = Form([
      .day("date", Phrase("日期", "Date"), nextWeek, isRequired: true),
      FormField("doubtful", Phrase("仍定在这一天", "On this day all the same"), .tick(false)),
      FormField("place", Phrase("地点", "Place"), .text(TextField(limit: 60)), isRequired: true),
      FormField(
        "institution", Phrase("评定", "By"),
        .choice(
          [Choice("", Phrase("联合评定组", "the panel"))] + institutions.map { Choice($0.code, .verbatim($0.name)) }, 0)),
      .button(Phrase("安排", "Set the day")),
    ])
    arrange()
  }

  /// A day on which the office does not work is asked about.
  mutating func arrange() {
    let date = Day(iso: Day.written(form.text("date")))
    let doubt = today.flatMap { today in
      date.flatMap { AssessmentDay.doubt(about: $0, today: today, calendar: calendar) }
    }
    form.show("doubtful", doubt != nil)
    form["doubtful"]?.isRequired = doubt != nil
    form["doubtful"]?.hint = doubt
  }

  mutating func tidy(_ code: String) { form.tidyDay(code, among: ["date"]) }

  var done: Effect {
    let text = Day.written(form.text("date"))
    guard let day = Day(iso: text) else { return .say(.refused(.noDay(text))) }
    return .assess(.plan(day, place: form.text("place").trimmed, institution: form.text("institution")))
  }
}

/// Asks which cases to put on the list, village by village.
struct ListOnDayForm: FormDialog {
  let code: String
  let session: Session
  var form: Form
  private var waiting: [Application] = []
  private var hindered: [HinderedCase] = []

  init(code: String, session: Session) {
    self.code = code
    self.session = session
    form = Form([
      FormField(
        "village", Phrase("村（地址含）", "Village"), .text(TextField(limit: 40)),
        hint: Phrase("按地址筛选待派评定的业务；空为全部", "sifts the cases to be referred by address; empty for all")),
      FormField("cases", Phrase("列入（按村排）", "List, by village"), .several([], [], at: 0)),
      .button(Phrase("列入名单", "List them")),
    ])
  }

  let title = Phrase("列入评定日名单", "List cases for the day")

  mutating func load(from store: CaseStore) throws {
    let found = try store.listable(on: code, by: session)
    waiting = found.possible
    hindered = found.hindered
    arrange()
  }

  /// Everybody of the village stands chosen at first.
  mutating func arrange() {
    let village = form.text("village").trimmed
    let found = waiting.filter { village.isEmpty || $0[.address].contains(village) }
    let choices = found.map { Choice($0.number, .verbatim("\($0.applicant) \(Village.local($0[.address]))")) }
    guard case .several(let before, _, _) = form["cases"]?.editor, before != choices else { return }
    form["cases"]?.editor = .several(choices, Set(choices.indices), at: 0)
  }

  var lines: [FactLine] {
    let chosen = StaffList.ids(form.text("cases")).count
    return [
      FactLine(
        Phrase("待派评定", "To be referred"),
        Phrase("\(waiting.count) 件，选中 \(chosen) 件", "\(waiting.count), \(chosen) chosen"))
    ] + leftOut
  }

  /// Who cannot be assessed on this day, by the reason.
  private var leftOut: [FactLine] {
    let village = form.text("village").trimmed
    let here = hindered.filter { village.isEmpty || $0.application[.address].contains(village) }
    let reasons = here.map(\.refusal.message).reduce(into: [Phrase]()) { if !$0.contains($1) { $0.append($1) } }
    return reasons.map { reason in
      let names = here.filter { $0.refusal.message == reason }.map(\.application.applicant)
      return FactLine(
        Phrase("不能列入", "Not here"), reason + Phrase("：", ": ") + .listed(names), .warning)
    }
  }

  var done: Effect {
    let numbers = StaffList.ids(form.text("cases"))
    if numbers.isEmpty { return .say(.refused(Phrase("没有选中的业务", "No case is chosen"))) }
    return .assess(.list(numbers, on: code))
  }
}

/// Asks where to write the sheet of a day.
struct SheetForm: FormDialog {
  let code: String
  var form = Form([
    FormField("path", Phrase("文件", "File"), .text(TextField(limit: 200)), isRequired: true),
    .button(Phrase("存成文件", "Write it")),
  ])

  init(code: String) { self.code = code }

  let title = Phrase("名单存成文件", "Sheet to a file")

  var done: Effect { .assess(.keepSheet(code, path: form.text("path").trimmed)) }
}
