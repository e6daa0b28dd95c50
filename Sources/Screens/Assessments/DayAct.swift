import CaseStore
import Casework

/// One act on an assessment day.
enum DayAct: Hashable, Sendable {
  case plan(Day, place: String, institution: String)
  case list([String], on: String)
  case move(String, to: Int, on: String)
  case takeOff(String, from: String)
  case tick(String, AssessmentDay.Mark, on: String)
  /// Somebody has seen who came and has no outcome yet.
  case close(String)
  case keepSheet(String, path: String)
}

extension App {
  /// Carries an act on an assessment day out and says what came of it.
  func carryOut(_ act: DayAct, by session: Session) throws -> Phrase {
    switch act {
    case .plan(let date, let place, let institution):
      let day = try store.planDay(on: date, place: place, institution: institution, by: session)
      return Phrase("已存：评定日 \(day.code)", "Saved: day \(day.code)")
    case .list(let numbers, let code):
      try store.list(numbers, on: code, by: session)
      return Phrase("已存：列入 \(numbers.count) 人", "Saved: \(numbers.count) listed")
    case .move(let number, let place, let code):
      try store.move(number, to: place, on: code, by: session)
      return Phrase("已存：排在第 \(place) 位", "Saved: at place \(place)")
    case .takeOff(let number, let code):
      try store.takeOff(number, from: code, by: session)
      return Phrase("已存：\(number) 移出名单", "Saved: \(number) is off the list")
    case .tick(let number, let mark, let code):
      try store.tick(number, mark, on: code, by: session)
      return Phrase("已存：", "Saved: ") + mark.name
    case .close(let code):
      let returned = try store.close(code, leavingOpen: true, by: session)
      return Phrase(
        "已存：评定日结束，\(returned.count) 人退回待派评定", "Saved: the day is closed, \(returned.count) returned to the queue")
    case .keepSheet(let code, let path):
      try writeText(path, AssessmentPrints.sheet(of: store.assessmentDay(code), in: store, language)) {}
      return Phrase("已写入 \(path)", "Written to \(path)")
    }
  }
}
