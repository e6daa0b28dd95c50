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
  var facts = ApplicationFacts()
  var secretGiven = true

  static let chen = StaffMember(id: "chen", name: "陈静", roles: [.clerk])
  static let bai = StaffMember(id: "bai", name: "白云", roles: [.clerk, .supervisor])
  static let sun = StaffMember(id: "sun", name: "孙敏", roles: [.supervisor])
  static let li = StaffMember(id: "li", name: "李明", roles: [.assessor])
  static let wang = StaffMember(id: "wang", name: "王强", roles: [.assessor])
  static let zhao = StaffMember(id: "zhao", name: "赵刚", roles: [.chair])
  static let dang = StaffMember(id: "dang", name: "党红", roles: [.archivist])
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
      secretGiven: secretGiven, facts: facts)
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
  mutating func happen() throws(Refusal) {
    var application = application
    application.apply(try decide())
    entries = application.entries
    state = application.state
    sequence = application.sequence
  }
}

extension Situation {
  /// A draft with everything that the service asks for.
  static func draft(_ service: ServiceKind = .new, identity: String = adult, category: String = "4") -> Situation {
    var situation = Situation()
    situation.service = service
    situation.facts.named = panel
    situation.facts.institution = hospital
    situation.entries = [
      "identity": identity, "name": "张秀兰", "address": "洪江市岩垅乡", "category": category,
      "opened_by": "chen",
    ]
    if service == .restore {
      situation.entries["certificate"] = identity + "43"
      situation.entries["reason"] = "公安更正"
      situation.facts.certificate = CertificateStanding(number: identity + "43", state: .cancelled)
    }
    if identity == minor { situation.giveGuardian() }
    return situation
  }

  mutating func giveGuardian() {
    entries.merge(["guardian.identity": Self.guardian, "guardian.name": "张父", "guardian.relation": "父亲"])
  }

  /// Sets up a move as the people who make it would: its fields, and one who may.
  mutating func intend(_ move: Application.Move) {
    self.move = move
    fields = Self.usualFields(of: move)
    second = move == .rejectIntake ? Self.bai : nil
    staff =
      switch move {
      case .panelSign, .panelToHospital, .panelDiscuss: Self.li
      case .approve, .refuse, .objectionFounded, .objectionUnfounded: Self.sun
      case .sendBack where state == .review: Self.sun
      case .archive: Self.dang
      default: Self.chen
      }
    if move == .objectionFounded { facts.institution = Self.other }
    if move == .recordResult {
      fields["institution"] = application.institution
      facts.institution = application.institution == "ZY" ? Self.other : Self.hospital
    }
  }

  mutating func act(_ move: Application.Move, _ changes: Entries = [:]) throws(Refusal) {
    intend(move)
    fields.merge(changes)
    try happen()
  }

  mutating func signByAll(_ finding: Entries = [:]) throws(Refusal) {
    for member in Self.panel {
      intend(.panelSign)
      fields.merge(finding)
      staff = member
      try happen()
    }
  }

  private static func usualFields(of move: Application.Move) -> Entries {
    let finding: Entries = ["category": "4", "grade": "3"]
    switch move {
    case .submit, .accept: return ["materials": "ID,HK,PH×3,AF,GID,GP,PC"]
    case .sendBack: return ["items": "户口簿", "reason": "缺户口簿"]
    case .rejectIntake, .refuse, .misprint: return ["reason": "材料虚假"]
    case .chooseHospital: return ["institution": "RM"]
    case .panelToHospital: return ["institution": "RM", "reason": "难以认定"]
    case .panelDiscuss: return ["minutes": "三人合议，重新查看残端"]
    case .missAppointment: return ["date": "2026-03-02", "place": "岩垅村"]
    case .chooseDirect: return ["members": "li,wang,zhao", "feature": "左小腿缺失", "evaluation": "可借助拐杖行走"]
    case .panelSign: return Entries(["category": "4", "grade": "3", "opinion": "同意"])
    case .recordResult:
      var fields: Entries = [
        "form": "2026-118", "institution": "RM", "doctors": "周医生", "date": "2026-03-02", "sealed": "yes",
      ]
      fields.merge(finding)
      return fields
    case .postNotice: return ["place": "岩垅村"]
    case .object: return ["objector": "村民", "content": "此人能正常行走"]
    case .objectionUnfounded: return ["record": "已入户核查"]
    case .objectionFounded: return ["record": "已入户核查", "institution": "ZY"]
    case .noticeEnd: return ["evidence": "照片 3 张"]
    case .approve: return ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]
    case .print: return ["serial": "A0001"]
    case .seal: return ["approval_seal": "yes", "steel_seal": "yes", "base_entry": "yes"]
    case .finishWithoutCard: return ["delivered": "yes"]
    case .collect: return ["collector": "张秀兰", "identity": adult]
    case .archive: return ["pages": "12", "shelf": "3-2"]
    case .withdraw: return ["request": "本人书面申请"]
    default: return [:]
    }
  }
}

extension Situation {
  /// A case brought into a state by the acts that lead there; `nil` where the service never comes there.
  static func at(_ state: Application.State, _ service: ServiceKind = .new, identity: String = adult) throws
    -> Situation?
  {
    var begun = draft(service, identity: identity)
    guard try begun.go(to: state), begun.state == state else { return nil }
    return begun
  }

  private mutating func go(to goal: Application.State) throws(Refusal) -> Bool {
    if goal == .draft { return true }
    if goal == .withdrawn {
      try act(.withdraw)
      return true
    }
    try act(.submit)
    switch goal {
    case .submitted: return true
    case .returned: try act(.sendBack)
    case .lapsed:
      try act(.sendBack)
      today = today.adding(days: 60)
      try act(.correctionOverdue)
    case .notAccepted: try act(.rejectIntake)
    default: return try goOn(to: goal)
    }
    return true
  }

  private mutating func goOn(to goal: Application.State) throws(Refusal) -> Bool {
    try act(.accept)
    if goal == .accepted { return true }
    if service == .restore {
      try act(.noAssessment)
    } else {
      guard try assess(goal) else { return true }
      if identity == Self.minor { try act(.skipNotice) } else { guard try postNotice(goal) else { return true } }
    }
    switch goal {
    case .review: return true
    case .returnedReview: try act(.sendBack)
    case .refused: try act(.refuse)
    default: return try finish(goal)
    }
    return true
  }

  private var identity: String { entries.text("identity") }

  /// Whether the way goes on from there.
  private mutating func assess(_ goal: Application.State) throws(Refusal) -> Bool {
    if goal == .panel {
      try act(.chooseDirect)
      return false
    }
    try act(.chooseHospital)
    if goal == .assigned { return false }
    try act(.recordResult, goal == .assessedFail ? ["grade": "none"] : [:])
    return goal != .assessedFail && goal != .assessedOK
  }

  private mutating func postNotice(_ goal: Application.State) throws(Refusal) -> Bool {
    try act(.postNotice)
    if goal == .objection { try act(.object) }
    if goal == .publicity || goal == .objection { return false }
    passNotice()
    try act(.noticeEnd)
    return true
  }

  mutating func passNotice() {
    guard let last = application.noticeLastDay else { preconditionFailure("no notice was posted") }
    today = last.adding(days: 1)
  }

  private mutating func finish(_ goal: Application.State) throws(Refusal) -> Bool {
    try act(.approve)
    if goal == .approved { return true }
    if service == .restore {
      guard goal == .archived else { return false }
      try act(.finishWithoutCard)
      return true
    }
    for (move, reached) in [
      (Application.Move.print, Application.State.printed), (.seal, .ready), (.collect, .collected),
      (.archive, .archived),
    ] {
      try act(move)
      if goal == reached { return true }
    }
    return false
  }
}
