import CaseStore
import Casework
import TerminalKit

/// Asks where the letters to holders who have moved are kept; they count as posted from then on.
struct MoveLettersForm: FormDialog {
  let session: Session
  var form = Form([
    FormField("path", Phrase("写入文件", "Write to"), .text(TextField(limit: 200)), isRequired: true),
    .button(Phrase("写入并记为已寄", "Write, noted as posted")),
  ])
  private(set) var letters = 0

  init(session: Session) { self.session = session }

  var title: Phrase { Phrase("写通知书 · \(letters) 封", "Write \(letters.counted("letter"))") }

  let lines = [
    FactLine(
      Phrase("说明", "Note"),
      Phrase(
        "一人一封；写好即记为已寄，下次不再写；请打印后当天寄出", "One a person; noted as posted and not written again: print and send them today")
    )
  ]

  mutating func load(from store: CaseStore) throws {
    letters = try store.lettersDue(by: session).byHolder.count
    if form.text("path").isEmpty { form["path"]?.value = "转证通知书-\(store.today).txt" }
  }

  var done: Effect { .keepMoveLetters(path: form.text("path").trimmed) }
}
