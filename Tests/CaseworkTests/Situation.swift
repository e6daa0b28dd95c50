import Casework
import DeskFixtures

/// A case at the moment somebody wants to act: everything an act is judged by, each part changeable by itself.
struct Situation {
  var service = ServiceKind.new
  var state = Application.State.draft
  var entries: Entries = [:]
  var sequence = 1
  var move = Application.Move.submit
  var fields: Entries = [:]
  var staff = Situation.chen
  var second: StaffMember?
  var today = MadeUp.day("2026-03-02")
  var policy = Policy()
  var calendar = WorkingCalendar()
  var facts = ApplicationFacts()
  var secretGiven = true

  static let chen = StaffMember(id: "chen", name: "陈静", roles: [.clerk])
  static let bai = StaffMember(id: "bai", name: "白云", roles: [.clerk, .supervisor])
  static let sun = StaffMember(id: "sun", name: "孙敏", roles: [.supervisor])
  static let li = StaffMember(id: "li", name: "李明", roles: [.assessor])
  static let wang = StaffMember(id: "wang", name: "王强", roles: [.assessor])
  static let zhao = StaffMember(id: "zhao", name: "赵刚", roles: [.chair])
  static let dang = StaffMember(id: "dang", name: "党红", roles: [.archivist])
  static let qian = StaffMember(id: "qian", name: "钱进", roles: [.assessor])
  static let panel = [li, wang, zhao]

  static let adult = MadeUp.identity(born: "1985-03-12", sequence: 21)
  static let minor = MadeUp.identity(born: "2015-03-12", sequence: 22)
  static let guardian = MadeUp.identity(born: "1980-01-01", sequence: 23)
  static let hospital = Institution(code: "RM", name: "人民医院", categories: DisabilityCategory.allCases)
  static let other = Institution(code: "ZY", name: "中医院", categories: DisabilityCategory.allCases)

  var application: Application {
    Application(
      id: 1, number: "431281-2026-000001", service: service, state: state, sequence: sequence,
      since: MadeUp.day("2026-03-02"), entries: entries)
  }

  var circumstances: Circumstances<ApplicationFacts> {
    Circumstances(
      staff: staff, second: second, at: Instant(milliseconds: 1_772_400_000_000), today: today, policy: policy,
      calendar: calendar, secretGiven: secretGiven, facts: facts)
  }

  var act: Act<Application> { Act(move, fields) }

  func decide() throws(Refusal) -> Event<Application> { try application.decide(act, in: circumstances) }

  /// What stands in the way, or `nil`.
  var refusal: Refusal? {
    do {
      _ = try decide()
      return nil
    } catch {
      return error
    }
  }

  func meets(_ requirement: Application.Requirement) -> Bool {
    application.meets(requirement, act, in: circumstances)
  }

  /// Makes the act and goes on from what it leads to.
  @discardableResult
  mutating func happen() throws(Refusal) -> Event<Application> {
    var application = application
    let event = try decide()
    application.apply(event)
    try follow(event)
    entries = application.entries
    state = application.state
    sequence = application.sequence
    return event
  }
}
