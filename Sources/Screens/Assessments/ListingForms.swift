import CaseStore
import Casework
import TerminalKit

/// Asks for an entry of the list of institutions or of doctors.
struct ListingForm: FormDialog {
  let listed: Listed
  var form: Form

  init(_ listed: Listed) {
    self.listed = listed
    var fields: [FormField] = []
    if case .institution(nil) = listed {
      fields.append(
        FormField("code", Phrase("代码", "Code"), .text(TextField(limit: 20, filter: .halfWidth)), isRequired: true))
    }
    let isNew = listed.name.isEmpty
    if isNew || listed.isInstitution {
      fields.append(
        FormField("name", Phrase("名称或姓名", "Name"), .text(TextField(listed.name, limit: 60)), isRequired: true))
    }
    var categories = FormField(
      "categories", Phrase("可评类别", "Categories"),
      .several(listed.possible.map { Choice(String($0.rawValue), $0.name) }, [], at: 0), isRequired: true)
    categories.value = CategoryList.text(listed.categories)
    form = Form(
      fields + [
        categories, .day("from", Phrase("列入名录日期", "Listed from"), listed.listing.from),
        .day("until", Phrase("在册至", "Listed until"), listed.listing.until), .button(Phrase("存入名录", "Keep it")),
      ])
  }

  var title: Phrase {
    switch listed {
    case .institution(nil): Phrase("新机构", "New institution")
    case .doctor(nil, let institution): Phrase("新医生 · ", "New doctor · ") + .verbatim(institution.name)
    case .institution, .doctor: Phrase("名录 · ", "List · ") + .verbatim(listed.name)
    }
  }

  mutating func tidy(_ code: String) { form.tidyDay(code, among: ["from", "until"]) }

  var done: Effect {
    let days = [form.text("from"), form.text("until")].map(Day.written)
    if let odd = days.first(where: { !$0.isEmpty && Day(iso: $0) == nil }) { return .say(.refused(.noDay(odd))) }
    let listing = Listing(from: Day(iso: days[0]), until: Day(iso: days[1]))
    let categories = CategoryList.categories(form.text("categories"))
    let name = form["name"]?.value.trimmed ?? listed.name
    switch listed {
    case .institution(let institution):
      let code = institution?.code ?? form.text("code").trimmed
      return .changeList(
        .keep(.institution(Institution(code: code, name: name, categories: categories, listing: listing))))
    case .doctor(_, let institution):
      let doctor = Doctor(institution: institution.code, name: name, categories: categories, listing: listing)
      return .changeList(.keep(.doctor(doctor, at: institution)))
    }
  }
}

/// Asks how long and why an institution or a doctor is off the list.
struct SuspensionForm: FormDialog {
  let listed: Listed
  var form: Form

  init(_ listed: Listed, today: Day) {
    self.listed = listed
    form = Form([
      .day("from", Phrase("自", "From"), today),
      .day("until", Phrase("至（空为待恢复）", "Until (empty: open)"), nil),
      FormField("reason", Phrase("理由", "Reason"), .text(TextField(limit: 200)), isRequired: true),
      .button(Phrase("停评", "Suspend")),
    ])
    form.take("reason")
  }

  var title: Phrase { Phrase("停评 · ", "Suspend · ") + .verbatim(listed.name) }

  mutating func tidy(_ code: String) { form.tidyDay(code, among: ["from", "until"]) }

  var done: Effect {
    let days = [form.text("from"), form.text("until")].map(Day.written)
    if let odd = days.first(where: { !$0.isEmpty && Day(iso: $0) == nil }) { return .say(.refused(.noDay(odd))) }
    return .changeList(
      .suspend(
        listed,
        Listing.Suspension(from: Day(iso: days[0]), until: Day(iso: days[1]), reason: form.text("reason").trimmed)))
  }
}

/// Asks why a suspension is ended; nothing happens to it by one key alone.
struct ResumingForm: FormDialog {
  let listed: Listed
  var form = Form([
    FormField("reason", Phrase("理由", "Reason"), .text(TextField(limit: 200)), isRequired: true),
    .button(Phrase("恢复", "Take up again")),
  ])

  init(_ listed: Listed) { self.listed = listed }

  var title: Phrase { Phrase("恢复 · ", "Take up again · ") + .verbatim(listed.name) }
  var lines: [FactLine] {
    [
      FactLine(Phrase("停评", "Suspended"), listed.listing.trace),
      FactLine(
        Phrase("说明", "Note"),
        Phrase(
          "停评到昨天为止，今天起可评定；停评期间评定的仍列「请核」", "The suspension ends with yesterday; what was assessed in it stays marked")),
    ]
  }

  var done: Effect { .changeList(.resume(listed, reason: form.text("reason").trimmed)) }
}

extension Listed {
  var isInstitution: Bool { if case .institution = self { true } else { false } }
}

extension FormField {
  /// A date as people type it.
  static func day(_ code: String, _ name: Phrase, _ day: Day?, isRequired: Bool = false) -> FormField {
    FormField(
      code, name, .text(TextField(day?.iso ?? "", limit: 14, filter: .halfWidth)), isRequired: isRequired,
      hint: Phrase("如 2026-09-30 或 20260930", "as 2026-09-30 or 20260930"))
  }
}

extension Refusal {
  static func noDay(_ text: String) -> Refusal {
    Refusal("bad_date", Phrase("「\(text)」不是日期", "“\(text)” is no date"))
  }
}
