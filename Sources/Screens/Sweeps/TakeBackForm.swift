import CaseStore
import Casework
import TerminalKit

/// Takes back what this person decided last: which rows that is stands here first, and Enter does it.
struct TakeBackForm: FormDialog {
  let id: Int64
  let session: Session
  var form: Form
  private(set) var lines: [FactLine] = []

  init(id: Int64, session: Session) {
    self.id = id
    self.session = session
    form = Form([
      FormField("reason", Phrase("理由", "Reason"), .area(TextArea(columns: 44, limit: 500))),
      .button(SweepDecision.open.name),
    ])
    form.takeFirstGap()
  }

  let title = SweepDecision.open.name

  mutating func load(from store: CaseStore) throws {
    let progress = try store.progress(of: store.sweep(id), reading: .all, by: session)
    guard let last = progress.ownLast else {
      // What was typed stays, also where a colleague has decided the row meanwhile; Enter says so.
      if lines.isEmpty { throw Refusal.nothingToTakeBack }
      return
    }
    let rows = RowRanges.text(last.rows)
    lines = [
      FactLine(
        Phrase("决定", "Decision"),
        last.apart.map { ReasonChoice.name(ofOne: false) + .verbatim(" \(Masking.certificate($0))") }
          ?? last.decision.name,
        .key),
      FactLine(
        Phrase("行", "Rows"), Phrase("第 \(rows) 行，共 \(last.count) 行，重新待定", "\(rows): \(last.count) to be decided anew")),
    ]
  }

  var done: Effect { .takeBack(reason: form.text("reason").trimmed, sweep: id) }
}
