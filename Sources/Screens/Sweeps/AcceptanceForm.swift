import CaseStore
import Casework
import TerminalKit

/// One row that is accepted with more than a reason.
struct SweepAcceptance: Hashable, Sendable {
  let id: Int64
  let row: Int
  let given: SweepGiven
  let reason: String
  /// The row as it was shown.
  let seen: SweepRow?
}

/// Asks for what accepting a row takes besides the reason: the real date, which of several people it is about, the
/// judgment that declared somebody dead.
struct AcceptanceForm: FormDialog {
  let id: Int64
  let row: Int
  /// Who was named of several people; where nobody was, that is asked for.
  let target: String?
  let reason: String
  /// The row as it was shown, or as a colleague has decided it since.
  private(set) var seen: SweepRow?
  private var overtaken: Refusal?
  let session: Session
  var form = Form([])
  private(set) var lines: [FactLine] = []

  init(id: Int64, row: Int, of target: String?, reason: String, seen: SweepRow?, session: Session) {
    self.id = id
    self.row = row
    self.target = target
    self.reason = reason
    self.seen = seen
    self.session = session
  }

  var title: Phrase { Phrase("同意 · 第 \(row) 行", "Accept row \(row)") }

  mutating func load(from store: CaseStore) throws {
    let sweep = try store.sweep(id)
    guard let review = try store.review(row, of: sweep, reading: .doubtful, by: session) else {
      throw Refusal.changedMeanwhile
    }
    let held = review.held.first { $0.number == target ?? review.row.onlyTarget }
    lines = Self.lines(of: review, about: held)
    // Refused once with that sentence; what was typed stays, and whoever goes on changes what stands.
    if let now = try seen.flatMap({ try store.overtaking(of: $0, in: sweep, by: session) }) {
      (overtaken, seen) = (now, review.row)
    }
    if let overtaken {
      lines.insert(
        FactLine(Phrase("已决定", "Decided"), overtaken.message + Phrase("；再定即改掉", "; this changes it"), .danger), at: 0)
    }
    guard form.fields.isEmpty else { return }
    let needsDate =
      review.needsDate || review.row.isAcceptedSingly && review.row.needsDate(issued: held?.validFrom, on: store.today)
    form = Form(fields(for: review, needsDate: needsDate))
    form["reason"]?.value = reason
    form.takeFirstGap()
  }

  mutating func tidy(_ code: String) { form.tidyDay(code, among: ["date"]) }

  var done: Effect {
    let date = Day.written(form.text("date").trimmed)
    guard date.isEmpty || Day(iso: date) != nil else {
      return .say(.refused(Phrase("日期写作 2026-07-01", "Write the date as 2026-07-01")))
    }
    let chosen = form["target"] == nil ? target ?? "" : form.text("target")
    return .accept(
      SweepAcceptance(
        id: id, row: row,
        given: SweepGiven(
          date: Day(iso: date), target: chosen.isEmpty ? nil : chosen,
          judgment: CourtJudgment([
            "judgment": form.text("judgment").trimmed, "court": form.text("court").trimmed,
          ])),
        reason: form.text("reason").trimmed, seen: seen))
  }

  private func fields(for review: RowInReview, needsDate: Bool) -> [FormField] {
    var fields: [FormField] = []
    if target == nil, review.row.onlyTarget == nil {
      let choices = review.held.filter { review.row.peopleLeft.contains($0.number) }.map { held in
        Choice(held.number, held.whom + .verbatim(" \(held[.address])"))
      }
      fields.append(FormField("target", Phrase("是哪一位", "Which one"), .choice(choices, nil), isRequired: true))
    }
    if [.death, .moveOut].contains(review.row.carriedOutAs) {
      fields.append(
        FormField(
          "date", Phrase("实际日期", "Real date"), .text(TextField(limit: 14, filter: .halfWidth)),
          isRequired: needsDate,
          hint: Phrase("查实的日期；早于发证的日期属实的，照写一次", "as found; one before the issue that is true is given again")))
    }
    if review.row.needsJudgment {
      fields.append(
        FormField(
          "judgment", Phrase("判决书文号", "Judgment"), .text(TextField(limit: 60)), isRequired: true,
          hint: Phrase("照判决书写，如（2026）湘1281民特3号", "as the judgment has it")))
      fields.append(FormField("court", Phrase("法院", "Court"), .text(TextField(limit: 60)), isRequired: true))
    }
    let reason = FormField(
      "reason", Phrase("理由", "Reason"), .area(TextArea(columns: 44, limit: 500)), isRequired: true)
    return fields + [reason, .button(SweepDecision.accept.name)]
  }

  private static func lines(of review: RowInReview, about held: Certificate?) -> [FactLine] {
    let row = review.row
    let told: Phrase = row.eventDate.text.isEmpty ? Phrase("没有写日期", "no date") : .verbatim(row.eventDate.text)
    return [
      FactLine(
        Phrase("名单", "File"), .joined([.verbatim(row.source.name), row.source.kindName, told], by: .verbatim("  "))),
      FactLine(Phrase("登记册", "Register"), held?.whom ?? Phrase("", ""), .key),
      FactLine(Phrase("发证日期", "Issued"), .verbatim(held?[.validFrom] ?? "")),
    ].filter { !$0.text.chinese.isEmpty }
  }
}
