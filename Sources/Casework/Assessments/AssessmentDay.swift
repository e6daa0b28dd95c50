/// A day on which people are assessed together: in a village, at an institution (评定日, features: 19).
///
/// Its cases stand in the order in which they are seen; who does not come returns to the queue when the day is closed.
public struct AssessmentDay: Hashable, Sendable {
  public enum Mark: String, CaseIterable, Sendable {
    case present, absent

    public var name: Phrase {
      switch self {
      case .present: Phrase("到场", "present")
      case .absent: Phrase("未到", "absent")
      }
    }
  }

  /// `P1`, `P2`, … as the office counts them.
  public let code: String
  public let date: Day
  public let place: String
  /// The code of the institution that sends its doctors; "" where a panel of the office assesses.
  public let institution: String
  /// The numbers of the cases, in order.
  public let cases: [String]
  public let marks: [String: Mark]
  public let isClosed: Bool

  public init(
    code: String, date: Day, place: String, institution: String, cases: [String] = [], marks: [String: Mark] = [:],
    isClosed: Bool = false
  ) {
    self.code = code
    self.date = date
    self.place = place
    self.institution = institution
    self.cases = cases
    self.marks = marks
    self.isClosed = isClosed
  }

  /// Those about whom nothing was ticked yet; a case that is over needs no tick.
  public func unticked(among applications: [Application]) -> [Application] {
    applications.filter { marks[$0.number] == nil && !Application.State.finished.contains($0.state) }
  }

  /// Those who came and of whom nothing was found yet.
  public func withoutOutcome(among applications: [Application]) -> [Application] {
    applications.filter { marks[$0.number] == .present && $0.waitsForAssessment }
  }

  /// What is to be looked at before a day is set on this date, or `nil`: offices do visit villages at weekends.
  public static func doubt(about date: Day, today: Day, calendar: WorkingCalendar) -> Phrase? {
    if date > today.adding(months: 12) {
      return Phrase("\(date) 在一年以后", "\(date) is more than a year ahead")
    }
    return calendar.isWorkingDay(date) ? nil : Phrase("\(date) 不是工作日", "\(date) is not a working day")
  }

  public var isByPanel: Bool { institution.isEmpty }

  /// The move with which the outcome of a case on the list is entered.
  public func entry(of application: Application) -> Application.Move? {
    switch application.state {
    case .accepted where isByPanel: .chooseDirect
    case .panel: .panelSign
    case .assigned: .recordResult
    default: nil
    }
  }
}

extension Application {
  /// Whether an assessment is still to come or under way.
  public var waitsForAssessment: Bool { [.accepted, .assigned, .panel].contains(state) }

  /// Whether somebody has found something of the applicant on this day: then the applicant was there.
  public func wasSeen(on date: Day) -> Bool {
    panelHasSigned || day(of: .panelDone).map { $0 >= date } ?? false
      || Day(iso: value("date", of: .recordResult)) == date
  }
}

extension Refusal {
  /// What a seat has signed cannot be made away with by saying that nobody came (Measures article 9).
  public static let wasSeen = Refusal(
    Application.Requirement.nobodySigned.rawValue,
    Phrase("已有评定人签字或已录入结果，申请人到过场", "Somebody has signed or a result was entered: the applicant was there"),
    remedy: Phrase(
      "请签完后汇总结论；难以认定的转医院评定；申请人要求的办撤回",
      "Sign and conclude; in doubt send it to a hospital; withdraw it where the applicant asks"))

  public static func caseOver(_ state: Application.State) -> Refusal {
    Refusal(
      "case_over",
      Phrase("此件「\(state.name.chinese)」，不必再勾", "This case is over (\(state.name.english)): it takes no tick"))
  }

  public static func withoutOutcome(_ people: [Application]) -> Refusal {
    let names = Phrase.listed(people.map(\.applicant))
    return Refusal(
      "day_without_outcome", Phrase("到场而没有结果：", "Came, but without an outcome: ") + names,
      remedy: Phrase(
        "先录入结果；以后再录的，结束时写明（--leave-open）", "Enter the outcome first, or leave them open (--leave-open)"))
  }

  public static let dayClosed = Refusal("day_closed", Phrase("评定日已结束", "The day is closed"))

  public static func dayAhead(_ date: Day) -> Refusal {
    Refusal("day_ahead", Phrase("评定日 \(date) 还没到", "The day, \(date), is still to come"))
  }

  public static func unticked(_ count: Int) -> Refusal {
    Refusal(
      "day_unticked", Phrase("还有 \(count) 人未勾到场或未到", "\(count) are not ticked as present or absent"),
      remedy: Phrase("逐人勾选后再结束", "Tick them one by one, then close"))
  }

  public static func notToBeListed(_ number: String) -> Refusal {
    Refusal(
      "not_to_be_listed",
      Phrase("\(number) 不在待派评定，或已在另一评定日名单上", "\(number) does not wait for an assessment, or is on another list"),
      remedy: Phrase("只列待派评定的业务", "Only cases to be referred are listed"))
  }
}
