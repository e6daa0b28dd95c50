import Casework
import TerminalKit

@testable import CaseStore
@testable import Screens

extension Scene {
  /// The lists of those who may assess, and what they find.
  func assessing(_ office: TestOffice, _ draw: (StaffMember.ID?) throws -> DeskDriver) throws -> DeskDriver {
    switch self {
    case .measuring:
      let application = try office.referred("王小明")
      var desk = try draw("li")
      try desk.open(.move(.recordResult, application.id))
      try desk.fillResult(category: "2", grade: "1", doctors: "周医生")
      try desk.type("85")
      try desk.press(.tab)
      try desk.type("92")
      return desk
    case .days, .day, .listing, .closingDay:
      _ = try office.assessmentDay()
      office.time.pass(days: 7)
      var desk = try draw("li")
      try desk.open(.assessmentDays)
      if self != .days { try desk.press(.enter) }
      if self == .day || self == .closingDay { try desk.press(" ", .down, " ", " ") }
      if self == .closingDay { try desk.press(.function(6)) }
      if self == .listing {
        try office.accepted("周海燕", 4)
        try desk.press(.function(2))
      }
      return desk
    case .delegations, .delegating:
      try office.store.delegate(
        Delegation(
          from: "sun", to: "zhao", start: office.store.today, end: office.store.today.adding(days: 10),
          document: "残联授〔2026〕3号", ground: "理事长外出培训", scopes: [.seat]), by: office.session("sun", now: true))
      var desk = try draw("sun")
      try desk.open(.delegations)
      if self == .delegating { try desk.press(.function(2)) }
      return desk
    default:
      let hospital = try office.listDoctors()
      var desk = try draw("zhou")
      try desk.open(.institutions)
      try desk.open(.doctors(of: hospital))
      if self == .suspension { try desk.press(.function(6)) }
      if self == .resuming { try desk.press(.down, .function(6)) }
      return desk
    }
  }
}

extension TestOffice {
  @discardableResult
  func referred(_ name: String, _ index: Int = 0) throws -> Application {
    let application = try accepted(name, index)
    return try store.record(.chooseHospital, ["institution": "RM"], on: application.id, by: session("li"))
  }

  /// A day in the village, with two people on its list.
  func assessmentDay() throws -> AssessmentDay {
    let cases = [try accepted("王小明", 0), try accepted("张伟", 2)]
    let day = try store.planDay(
      on: store.today.adding(days: 7), place: "新桥村委会", institution: "RM", by: session("li"))
    try store.list(cases.map(\.number), on: day.code, by: session("li"))
    return day
  }

  /// Two doctors of the county hospital, one of them off the list.
  func listDoctors() throws -> Institution {
    let zhou = try session("zhou")
    try store.keep(Doctor(institution: "RM", name: "周医生", categories: [.visual, .hearing]), by: zhou)
    let wu = Doctor(institution: "RM", name: "伍医生", categories: [.limb])
    try store.keep(wu, by: zhou)
    try store.suspend(wu, Listing.Suspension(reason: "超范围评定"), by: zhou)
    guard let hospital = try store.institutions().first else { throw Refusal.noFile }
    return hospital
  }
}

extension DeskDriver {
  /// Fills the form of a result up to what was measured.
  mutating func fillResult(category: Character, grade: Character, doctors: String, date: String = "") throws {
    try type("PD-7")
    try press(.tab, .tab)
    try type(doctors)
    try press(.tab)
    if !date.isEmpty { try press(.control("u")) }
    try type(date)
    try press(.tab, .character(category), .tab, .character(grade), .tab)
  }
}
