import CaseStore
import Casework
import TerminalKit

/// One sweep, or one row of it, to be taken back by two people.
struct SweepUndoAct: Hashable, Sendable {
  let id: Int64
  let row: Int?
  let reason: String
  /// The first person's own.
  let password: Secret?
  let second: Credentials
}

/// Asks why a sweep or a row of it is taken back, and for the second person.
struct SweepUndoForm: FormDialog {
  let id: Int64
  let row: Int?
  var form: Form
  let session: Session
  private(set) var number = ""
  private(set) var lines: [FactLine] = []

  init(id: Int64, row: Int?, session: Session) {
    self.id = id
    self.session = session
    self.row = row
    form = Form(
      [FormField("reason", Phrase("理由", "Reason"), .area(TextArea(columns: 44, limit: 500)), isRequired: true)]
        + [.ownPassword(of: session.staff)] + FormField.secondPerson + [.sure(Phrase("确定要撤销吗", "Really undo it"))])
  }

  var title: Phrase {
    let what = row.map { Phrase("撤销第 \($0) 行 · ", "Undo row \($0) · ") } ?? Phrase("撤销整批 · ", "Undo the sweep · ")
    return what + .verbatim(number)
  }

  mutating func load(from store: CaseStore) throws {
    let sweep = try store.sweep(id)
    number = sweep.number
    lines = [
      FactLine(
        Phrase("说明", "Note"),
        row == nil
          ? Phrase(
            "每本证件、每项待办回到执行前的样子；此后别人已办过的逐行列出，不动",
            "Every certificate and to-do is what it was before; what others have worked on since is listed and left")
          : Phrase("这本证件回到执行前的样子", "The certificate is what it was before")),
      FactLine(
        Phrase("执行日期", "Carried out"),
        .verbatim(sweep.value("on", of: .apply))),
    ]
    let prepared = try store.preparedCases(of: sweep, row: row)
    if prepared > 0, !session.staff.holds([.clerk]) {
      lines.append(
        FactLine(
          Phrase("第二人", "Second person"),
          Phrase(
            "须是办证员：备好的业务 \(prepared) 件一并撤回",
            "a clerk: \(prepared.counted("prepared case is", "prepared cases are")) withdrawn with it"),
          .key))
    }
    let own = row == nil ? try store.ownRowsToUndo(of: sweep, by: session) : []
    if !own.isEmpty {
      let rows = own.map(String.init)
      lines.append(
        FactLine(
          Phrase("回避", "Relatives"),
          Phrase(
            "第 \(rows.joined(separator: "、")) 行是本人或亲属的：整批可以撤销，日志中写明",
            "row \(rows.joined(separator: ", ")) is about yourself or a relative: the whole may be undone, and the log says so"
          ),
          .warning))
    }
    let sent = try store.dispatches(about: sweep, by: session)
    lines += sent.map { dispatch in
      FactLine(
        Phrase("已送出", "Sent out"),
        .joined(
          [
            .verbatim(dispatch.day.iso), dispatch.what.name, .joined(dispatch.receivers.map(\.name)),
            .verbatim(dispatch.file),
          ],
          by: .verbatim("  ")), .warning)
    }
  }

  var done: Effect {
    guard let second = form.second else { return .none }
    return .undoSweep(
      SweepUndoAct(
        id: id, row: row, reason: form.text("reason").trimmed, password: form.ownPassword, second: second))
  }
}
