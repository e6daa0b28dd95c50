import CaseStore
import Casework

/// A rehearsal office while it is being made: false people and papers, the same acts that people use.
struct RehearsalOffice {
  let store: CaseStore
  private(set) var today: Day
  var people: FalsePeople
  var chance: SeededChance
  private let sessions: [String: Session]
  private var serial = 0
  private(set) var cases = 0

  struct Account {
    let staff: StaffMember
    let password: String
  }

  static let accounts: [Account] = [
    account("chenjing", "陈静", [.clerk], 1), account("liufang", "刘芳", [.clerk], 2),
    account("zhouwei", "周伟", [.assessor], 3), account("wuqiang", "吴强", [.assessor], 4),
    account("zhengli", "郑丽", [.assessor], 5), account("helizhang", "何理", [.chair], 6),
    account("sunmin", "孙敏", [.supervisor], 7), account("qianjun", "钱军", [.supervisor], 8),
    account("fengjie", "冯杰", [.liaison], 9), account("weilan", "魏岚", [.inspector], 10),
    account("yangshu", "杨舒", [.archivist], 11), account("admin", "系统管理员", [.administrator], 12),
    account("xujie", "许捷", [.employment], 13),
  ]

  private static func account(_ id: String, _ name: String, _ roles: [Role], _ number: Int) -> Account {
    Account(staff: StaffMember(id: id, name: name, roles: roles), password: "lianxi-\(number < 10 ? "0" : "")\(number)")
  }

  /// Founds the office with its staff and institutions.
  init(at path: String, seed: UInt64, today: Day) throws {
    let clock = CaseStore.Clock(now: MachineClock.now, rehearsalDay: today.adding(days: -120))
    guard let first = Self.accounts.first(where: { $0.staff.roles == [.administrator] }) else {
      preconditionFailure("the rehearsal office has an administrator")
    }
    let (store, administrator) = try CaseStore.found(
      Office(county: "431281", name: "洪江市残疾人联合会（演练）", isRehearsal: true), administrator: first.staff,
      password: first.password, at: path, clock: clock)
    self.store = store
    self.today = today
    people = FalsePeople(seed: seed, today: today)
    chance = SeededChance(seed: seed ^ 0xCA5E)
    var sessions: [String: Session] = [:]
    for account in Self.accounts {
      sessions[account.staff.id] = try store.addRehearsalAccount(
        account.staff, password: account.password, by: administrator)
    }
    self.sessions = sessions
    for institution in [
      Institution(code: "H01", name: "怀化市第一人民医院", categories: [.visual, .hearing, .speech, .limb, .multiple]),
      Institution(code: "H02", name: "怀化市第四人民医院（精神专科）", categories: [.intellectual, .psychiatric]),
      Institution(code: "H03", name: "洪江市人民医院", categories: [.limb, .hearing]),
    ] {
      try store.keep(institution, by: administrator)
    }
    for doctor in [
      Doctor(institution: "H01", name: "贺医生", categories: [.limb]),
      Doctor(institution: "H01", name: "易医生", categories: [.visual, .hearing, .speech]),
      Doctor(institution: "H02", name: "谭医生", categories: [.intellectual, .psychiatric]),
    ] {
      try store.keep(doctor, by: administrator)
    }
  }

  func session(_ id: String) -> Session {
    guard let session = sessions[id] else { preconditionFailure("\(id) works in the rehearsal office") }
    return session
  }

  /// Takes over a register of people who do not exist.
  mutating func takeOverRegister(holders: Int) throws -> [FalsePerson] {
    var lines: [RegisterLine] = []
    var known: [FalsePerson] = []
    for row in stride(from: 1, through: holders, by: 1) {
      let person = people.person()
      let category = chance.pick([1, 2, 3, 4, 4, 4, 5, 6])
      let grade = chance.number(1...4)
      let issued = today.adding(days: -chance.number(200...3900))
      let state = chance.pick(["有效", "有效", "有效", "有效", "有效", "有效", "有效", "有效", "有效", "有效", "有效", "注销", "挂失"])
      lines.append(
        RegisterLine(
          row: row,
          cells: [
            "certificate": "\(person.identity)\(category)\(grade)", "name": person.name,
            "sex": person.sex.name.chinese, "ethnicity": chance.pick(["汉族", "汉族", "汉族", "侗族", "苗族", "土家族"]),
            "identity": person.identity, "birth": person.birth.iso, "address": person.address,
            "category": DisabilityCategory(rawValue: category)?.name.chinese ?? "",
            "grade": Grade(rawValue: grade)?.name.chinese ?? "", "issued": issued.iso,
            "valid_to": issued.adding(years: 10).iso, "state": state, "phone": person.phone,
          ]))
      if state == "有效" { known.append(person) }
    }
    guard !lines.isEmpty else { return [] }
    _ = try store.importRegister(
      lines, of: ReceivedFile(name: "register-demo.csv", bytes: Array("rehearsal".utf8)), by: session("chenjing")
    ) { text, _ in Day(iso: text).map(EventDate.day) ?? .missing }
    return known
  }

  mutating func nextSerial() -> String {
    serial += 1
    let digits = String(serial)
    return "A" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Lives through a plan: every step on its day, by whoever's it is.
  mutating func live(_ plan: CasePlan) throws {
    let length = plan.steps.reduce(0) { $0 + $1.after }
    var day = today.adding(days: -length - plan.since)
    let opener = session("chenjing")
    let opened = try at(day).openCase(plan.service, plan.fields, by: opener)
    cases += 1
    for step in plan.steps {
      day = day.adding(days: step.after)
      var fields = step.fields
      if step.move == .print { fields["serial"] = nextSerial() }
      if step.move == .collect { fields["identity"] = opened[.identity] }
      if [.recordResult, .cityResult].contains(step.move) { fields["date"] = day.iso }
      try at(day).record(
        step.move, fields, on: opened.id, by: session(step.staff), second: step.second.map(session))
    }
  }

  /// Lives through a plan as far as the rules let it.
  ///
  /// - Returns: whether it came to its end.
  mutating func tried(_ plan: CasePlan) throws -> Bool {
    do {
      try live(plan)
      return true
    } catch is Refusal {
      return false
    }
  }

  /// Lets time pass.
  mutating func pass(to day: Day) {
    today = day
    people.today = day
  }

  /// Whether nothing is known against a service for a person; the next person is tried otherwise.
  func isPossible(_ service: ServiceKind, for identity: String) throws -> Bool {
    let offers = try at(today.adding(days: -10)).serviceOffers(for: identity, by: session("chenjing"))
    let refusal = offers.first { $0.service == service }?.refusal
    return refusal == nil || (service == .change && refusal?.code == "not_too_early")
  }

  func at(_ day: Day) -> CaseStore {
    store.with(CaseStore.Clock(now: MachineClock.now, rehearsalDay: day))
  }
}
