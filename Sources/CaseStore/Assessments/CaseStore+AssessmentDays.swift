public import Casework
import GRDB

extension CaseStore {
  /// Every assessment day, the earliest first.
  public func assessmentDays() throws -> [AssessmentDay] {
    try read { try allDays(in: $0) }.sorted { ($0.date, $0.code) < ($1.date, $1.code) }
  }

  /// Throws `Refusal` where there is none.
  public func assessmentDay(_ code: String) throws -> AssessmentDay { try read { try assessmentDay(code, in: $0) } }

  /// Sets a day; without an institution a panel of the office assesses.
  ///
  /// Throws `Refusal`.
  public func planDay(on date: Day, place: String, institution: String, by session: Session) throws -> AssessmentDay {
    guard !place.isEmpty, date >= today else {
      throw Refusal("day_incomplete", Phrase("评定日须有地点，日期不早于今天", "A day takes a place and a date from today on"))
    }
    return try write { db in
      try require([.clerk], of: session, in: db)
      if !institution.isEmpty {
        let record = try MasterRecord.find(.institution, institution, in: db)
        guard let found = record.map(Institution.init(record:)), found.listing.stands(on: date) else {
          throw Refusal.noSuchInstitution(institution)
        }
      }
      let code = "P\(try allDays(in: db).count + 1)"
      try change(
        .assessmentDay, code, move: "plan", by: session.staff.id,
        data: ["date": date.iso, "place": place, "institution": institution], in: db)
      return try assessmentDay(code, in: db)
    }
  }

  /// Puts cases at the end of the list, in this order; for an institution each is referred to it by its own event.
  ///
  /// Throws `Refusal`; then none is listed.
  public func list(_ numbers: [String], on code: String, by session: Session) throws {
    let waiting = try listable(on: code, by: session)
    try write { db in
      try require([.clerk], of: session, in: db)
      let day = try openDay(code, in: db)
      for number in numbers {
        if let hindered = waiting.hindered.first(where: { $0.application.number == number }) {
          throw hindered.refusal.about(number, hindered.application.applicant)
        }
        guard let application = waiting.possible.first(where: { $0.number == number }), !day.cases.contains(number)
        else { throw Refusal.notToBeListed(number) }
        if !day.isByPanel {
          try record(
            .chooseHospital, ["institution": day.institution], on: self.application(application.id, in: db),
            by: session, in: db)
        }
      }
      try change(
        .assessmentDay, code, move: "list", by: session.staff.id,
        data: ["cases": (day.cases + numbers).joined(separator: ",")], in: db)
    }
  }

  /// Ticks whether somebody came.
  ///
  /// Throws `Refusal`: who was assessed was there.
  public func tick(_ number: String, _ mark: AssessmentDay.Mark, on code: String, by session: Session) throws {
    try write { db in
      try require([.clerk], of: session, in: db)
      let day = try openDay(code, in: db)
      if day.date > today { throw Refusal.dayAhead(day.date) }
      guard day.cases.contains(number), let application = try Self.cases(where: "number = ?", [number], in: db).first
      else { throw Refusal.notToBeListed(number) }
      if Application.State.finished.contains(application.state) { throw Refusal.caseOver(application.state) }
      if mark == .absent, application.wasSeen(on: day.date) { throw Refusal.wasSeen }
      try change(
        .assessmentDay, code, move: "tick", by: session.staff.id, data: ["mark.\(number)": mark.rawValue], in: db)
    }
  }

  /// Closes a day: whoever did not come returns to the queue, each by an event of the case.
  ///
  /// Throws `Refusal` while somebody is not ticked, or has come and has no outcome.
  ///
  /// - Parameter leavingOpen: somebody has looked at those who came, and enters their outcome later.
  /// - Returns: the cases that returned.
  @discardableResult
  public func close(_ code: String, leavingOpen: Bool = false, by session: Session) throws -> [String] {
    try write { db in
      try require([.clerk], of: session, in: db)
      let day = try openDay(code, in: db)
      if day.date > today { throw Refusal.dayAhead(day.date) }
      let listed = try day.cases.compactMap { try Self.cases(where: "number = ?", [$0], in: db).first }
      let unticked = day.unticked(among: listed)
      if !unticked.isEmpty { throw Refusal.unticked(unticked.count) }
      let open = day.withoutOutcome(among: listed)
      if !open.isEmpty, !leavingOpen { throw Refusal.withoutOutcome(open) }
      var returned: [String] = []
      for application in listed where day.marks[application.number] == .absent && application.waitsForAssessment {
        if application.wasSeen(on: day.date) {
          throw Refusal.wasSeen.about(application.number, application.applicant)
        }
        try record(
          .missAppointment, ["date": day.date.iso, "place": day.place], on: application, by: session, in: db)
        returned.append(application.number)
      }
      try change(.assessmentDay, code, move: "close", by: session.staff.id, data: ["closed": today.iso], in: db)
      return returned
    }
  }

  func openDay(_ code: String, in db: Database) throws -> AssessmentDay {
    let day = try assessmentDay(code, in: db)
    if day.isClosed { throw Refusal.dayClosed }
    return day
  }

  func assessmentDay(_ code: String, in db: Database) throws -> AssessmentDay {
    guard let record = try MasterRecord.find(.assessmentDay, code, in: db) else {
      throw Refusal(
        "no_such_day", Phrase("没有评定日「\(code)」", "There is no assessment day “\(code)”"),
        remedy: Phrase("用 assessment list 查看", "See assessment list"))
    }
    return try AssessmentDay(record: record)
  }

  func allDays(in db: Database) throws -> [AssessmentDay] {
    try MasterRecord.all(.assessmentDay, in: db).map(AssessmentDay.init(record:))
  }
}

extension AssessmentDay {
  fileprivate init(record: MasterRecord) throws {
    let entries = record.entries
    guard let date = Day(iso: entries.text("date")) else { throw StoreProblem.damaged("assessment day \(record.code)") }
    let marks = entries.under("mark.").pairs.compactMap { pair in Mark(rawValue: pair.text).map { (pair.code, $0) } }
    self.init(
      code: record.code, date: date, place: entries.text("place"), institution: entries.text("institution"),
      cases: StaffList.ids(entries.text("cases")), marks: Dictionary(marks, uniquingKeysWith: { _, last in last }),
      isClosed: !entries.text("closed").isEmpty)
  }
}
