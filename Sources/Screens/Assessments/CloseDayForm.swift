import CaseStore
import Casework
import TerminalKit

/// Asks before a day is closed: who returns to the queue, and who came and has no outcome.
struct CloseDayForm: FormDialog {
  let code: String
  var form = Form([.sure(Phrase("确定结束吗", "Really close the day"))])
  private(set) var title = Phrase("结束评定日", "Close the day")
  private(set) var lines: [FactLine] = []

  init(code: String) { self.code = code }

  mutating func load(from store: CaseStore) throws {
    let day = try store.assessmentDay(code)
    let cases = try day.cases.map { try store.application(numbered: $0) }
    title = Phrase("结束评定日 · ", "Close the day · ") + .verbatim("\(day.date) \(day.place)")
    let away = cases.filter { day.marks[$0.number] == .absent && $0.waitsForAssessment }
    let open = day.withoutOutcome(among: cases)
    let found = day.marks.values.count { $0 == .present } - open.count
    lines = [
      FactLine(Phrase("已有结果", "With an outcome"), Phrase("\(found) 人", "\(found)")),
      line(away, Phrase("未到", "Did not come"), Phrase("退回待派评定", "back to the queue"), .plain),
      line(open, Phrase("到场无结果", "No outcome yet"), Phrase("留在原处，以后再录", "left as they are"), .warning),
      FactLine(
        Phrase("说明", "Note"), Phrase("结束后不能再勾，也不能重开", "Then nothing is ticked any more, and it is not reopened")),
    ]
  }

  var done: Effect { .assess(.close(code)) }

  private func line(_ people: [Application], _ name: Phrase, _ what: Phrase, _ tone: Style) -> FactLine {
    guard !people.isEmpty else { return FactLine(name, Phrase("没有", "nobody")) }
    let count = Phrase("\(people.count) 人，", "\(people.count), ")
    return FactLine(name, count + what + Phrase("：", ": ") + .listed(people.map(\.applicant)), tone)
  }
}
