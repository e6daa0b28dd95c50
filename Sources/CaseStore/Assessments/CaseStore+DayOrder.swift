import Casework
import GRDB

extension CaseStore {
  /// Puts a case at another place of the list of a day, counted from 1 (features: 19).
  ///
  /// Throws `Refusal`.
  public func move(_ number: String, to place: Int, on code: String, by session: Session) throws {
    try write { db in
      try require([.clerk], of: session, in: db)
      let day = try openDay(code, in: db)
      guard let index = day.cases.firstIndex(of: number) else { throw Refusal.notOnTheList(number) }
      guard (1...day.cases.count).contains(place) else { throw Refusal.noPlace(place, of: day.cases.count) }
      var cases = day.cases
      cases.insert(cases.remove(at: index), at: place - 1)
      try change(
        .assessmentDay, code, move: "order", by: session.staff.id, data: ["cases": cases.joined(separator: ",")], in: db
      )
    }
  }

  /// Takes a case off the list of a day; where it was referred to an institution, it stays referred.
  ///
  /// Throws `Refusal` once it was ticked: what is known of somebody on the day is not lost.
  public func takeOff(_ number: String, from code: String, by session: Session) throws {
    try write { db in
      try require([.clerk], of: session, in: db)
      let day = try openDay(code, in: db)
      guard day.cases.contains(number) else { throw Refusal.notOnTheList(number) }
      guard day.marks[number] == nil else { throw Refusal.ticked(number) }
      let left = day.cases.filter { $0 != number }
      try change(
        .assessmentDay, code, move: "take_off", by: session.staff.id,
        data: ["cases": left.joined(separator: ","), "taken_off": number], in: db)
    }
  }
}

extension Refusal {
  fileprivate static func notOnTheList(_ number: String) -> Refusal {
    Refusal("not_on_the_list", Phrase("\(number) 不在这一天的名单上", "\(number) is not on the list of this day"))
  }

  fileprivate static func noPlace(_ place: Int, of count: Int) -> Refusal {
    Refusal(
      "no_such_place", Phrase("名单共 \(count) 人，没有第 \(place) 位", "The list has \(count), there is no place \(place)"))
  }

  fileprivate static func ticked(_ number: String) -> Refusal {
    Refusal(
      "day_ticked", Phrase("\(number) 已勾到场或未到，不再移出", "\(number) is ticked and stays on the list"),
      remedy: Phrase("未到的在结束评定日时退回待派评定", "Whoever did not come returns to the queue when the day is closed"))
  }
}
