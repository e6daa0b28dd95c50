import Casework
import TerminalKit

@testable import CaseStore
@testable import Screens

/// Every screen of the desk in a state worth looking at, by name.
enum Scene: String, CaseIterable {
  case signIn = "sign-in"
  case desk, queue, filter, register, holder, intake, minor, submitted, details, accept, reject, seats, differing
  case signing, review, objected, sweeps
  case importing = "sweep-import"
  case sweep, decision, moves, confirming, outcome, staff
  case sweepPreview = "sweep-preview"
  case sweepSheets = "sweep-sheets"
  case sweepColumns = "sweep-columns"
  case sweepReview = "sweep-review"
  case sweepReason = "sweep-reason"
  case sweepBulk = "sweep-bulk"
  case asBefore = "sweep-as-before"
  case takeBack = "sweep-take-back"
  case rehearsal
  case sweepCheck = "sweep-check"
  case sweepUndo = "sweep-undo"
  case movesDue = "moves-due"
  case corrections
  case working
  case newStaff = "new-staff"
  case password, recusals, institutions
  case newInstitution = "new-institution"
  case doctors, suspension, resuming, measuring, delegations, delegating, days, day, listing
  case closingDay = "closing-day"
  case policy, setting
  case help, locked, refused
  case reception, reissue, today, contact
  case renewals, waves, week
  case notices, notice, approvals, approving
  case caseOutcomes = "case-outcomes"
  case applicantList = "applicant-list"
  case applicantOutcomes = "applicant-outcomes"
  case reports, figures
  case figureCases = "figure-cases"
  case figureRows = "figure-rows"
  case signReport = "sign-report"

  /// The desk as it stands in this scene.
  func desk(_ language: Language = .chinese, columns: Int = 80, rows: Int = 24) throws -> DeskDriver {
    let office = try TestOffice()
    let draw = { (staff: StaffMember.ID?) in
      try DeskDriver(
        staff, in: office, language: language, columns: columns, rows: rows,
        policeFile: { try office.policeFile(at: $0, noting: $1) })
    }
    switch self {
    case .signIn, .desk, .queue, .filter, .help, .locked, .refused: return try everyday(office, draw)
    case .register, .holder, .intake, .minor, .submitted, .details, .accept, .reject: return try counter(office, draw)
    case .seats, .differing, .signing, .review, .objected: return try assessment(office, draw)
    case .sweeps, .importing, .sweep, .decision, .moves, .confirming: return try sweeping(office, draw)
    case .sweepPreview, .sweepSheets, .sweepColumns, .sweepReview, .sweepReason, .sweepBulk, .asBefore, .takeBack,
      .rehearsal, .sweepCheck,
      .sweepUndo,
      .movesDue,
      .corrections,
      .working,
      .outcome, .figureRows:
      return try cockpit(office, draw)
    case .staff, .newStaff, .password, .recusals, .institutions, .newInstitution: return try administration(draw)
    case .doctors, .suspension, .resuming, .measuring, .delegations, .delegating, .days, .day, .listing, .closingDay:
      return try assessing(office, draw)
    case .reception, .reissue, .today, .contact: return try services(office, draw)
    case .renewals, .waves, .week: return try renewals(office, draw)
    case .notices, .notice: return try notices(office, draw)
    case .approvals, .approving, .caseOutcomes: return try approvals(office, draw)
    case .applicantList, .applicantOutcomes: return try lists(draw)
    case .policy, .setting: return try settings(office, draw)
    case .reports, .figures, .figureCases, .signReport: return try figures(office, draw)
    }
  }

  /// A number of no district, so that it is nobody's.
  static let minorIdentity =
    "99999920150101001" + (IdentityNumber.checkDigit(for: "99999920150101001").map(String.init) ?? "")

  typealias Draw = (StaffMember.ID?) throws -> DeskDriver

  private func everyday(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.inReview("张伟", 2)
    try office.submitted("王小明", 0)
    try office.inPanel("欧阳文华", 1)
    _ = try office.draft(["name": "周海燕"])
    office.time.pass(days: 4)
    var desk = try draw(self == .signIn ? nil : "li")
    switch self {
    case .queue: try desk.press(.down, .down, .down, "2")
    case .filter:
      try desk.press(.function(5))
      try desk.type("oy")
    case .help: try desk.press(.function(1))
    case .locked: try desk.press(.control("l"))
    case .refused:
      try desk.open(.application(3))
      try desk.press("3")
    default: break
    }
    return desk
  }

  private func counter(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    if self == .register || self == .holder { try office.holder("张伟", 2) }
    let case1 = try office.submitted("王小明", 0)
    var desk = try draw("li")
    switch self {
    case .register:
      try desk.press(.function(3))
      try desk.type("zw")
    case .holder: try desk.open(.holder("13040819640303001X43"))
    case .intake:
      try desk.press(.function(2), .enter)
      try desk.type("11010519491231003X")
    case .minor:
      let draft = try office.draft(["name": "小花", "identity": Self.minorIdentity, "category": "4"])
      try desk.open(.resumeIntake(draft.id))
    case .details:
      try desk.open(.application(case1.id))
      try desk.press(.function(4))
    case .accept: try desk.open(.move(.accept, case1.id))
    case .reject: try desk.open(.move(.rejectIntake, case1.id))
    default: try desk.open(.application(case1.id))
    }
    return desk
  }

  private func figures(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.holder("张伟", 2)
    var desk = try draw("zhou")
    try desk.press(.control("r"))
    if self != .reports { try desk.press(.enter) }
    if self == .figureCases { try desk.press(.down, .down, .enter) }
    if self == .signReport { try desk.open(.signReport(.year(2025))) }
    return desk
  }

  private func services(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.holder("张伟", 2)
    if self == .today {
      let application = try office.submitted("王小明", 0)
      _ = try office.store.record(
        .sendBack, ["items": "HK", "reason": "缺户口簿"], on: application.id, by: office.session("li"))
      office.time.pass(days: 40)
    }
    var desk = try draw("li")
    switch self {
    case .today: try desk.open(.today)
    case .contact: try desk.open(.certificateMove(.contact, "13040819640303001X43", ["about": "renewal"]))
    default:
      try desk.press(.function(2))
      try desk.type("13040819640303001X")
      if self == .reissue { try desk.press(.down, .down, .enter) }
    }
    return desk
  }

  private func renewals(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.endingSoon()
    var desk = try draw("li")
    try desk.open(.renewals)
    if self != .renewals { try desk.press(.function(6)) }
    if self == .week { try desk.press(.enter) }
    return desk
  }

  private func notices(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    let posted = try office.assessed("王小明", 0)
    try office.assessed("欧阳文华", 2)
    try office.store.record(.postNotice, ["place": "村公示栏"], on: posted.id, by: office.session("li"))
    try office.store.record(
      .object, ["objector": "赵邻居", "content": "并无残疾"], on: posted.id, by: office.session("li"))
    var desk = try draw("li")
    try desk.open(.notices)
    if self == .notice { try desk.press(.enter) }
    return desk
  }

  private func approvals(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.inReview("张伟", 2)
    let changed = try office.inReview("王小明", 0)
    var desk = try draw("zhou")
    try desk.open(.approvals)
    try desk.press(.function(5))
    if self == .approvals { return desk }
    try desk.press(.function(2))
    if self == .approving { return desk }
    try office.store.record(.registerPaper, ["code": "ID", "form": "copy"], on: changed.id, by: office.session("li"))
    try desk.press(.function(5), .end, .up)
    try desk.type(TestOffice.password)
    try desk.press(.function(2))
    return desk
  }

  private func lists(_ draw: Draw) throws -> DeskDriver {
    var desk = try draw("li")
    try desk.open(.applicantList)
    try desk.handle(.paste(ApplicantListTests.list))
    if self == .applicantOutcomes { try desk.press(.function(2)) }
    return desk
  }

  private func assessment(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    if self == .review {
      let application = try office.inReview("张伟", 2)
      var desk = try draw("zhou")
      try desk.open(.review(application.id))
      return desk
    }
    if self == .objected {
      let application = try office.objectedTo("王小明", 0)
      var desk = try draw("zhou")
      try desk.open(.review(application.id))
      return desk
    }
    let application = try office.inPanel("欧阳文华", 1)
    try office.sign("zhao", application)
    if self == .differing {
      try office.sign("qian", application, grade: "4")
      try office.sign("sun", application)
    }
    var desk = try draw("li")
    try desk.open(.seats(application.id))
    if self == .signing { try desk.press(.enter) }
    return desk
  }

  private func sweeping(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    try office.sweptHolders()
    let sweep = try office.sweep()
    var desk = try draw(self == .confirming ? "zhou" : "zheng")
    switch self {
    case .sweeps: try desk.open(.sweeps)
    case .importing: try desk.open(.sweepImport)
    case .decision:
      try desk.open(.sweep(sweep.id))
      try desk.press(.down, "1")
    case .moves:
      try desk.open(.sweep(sweep.id))
      try desk.press(.function(2))
    case .confirming:
      try office.decideAll(of: sweep)
      try desk.open(.sweepMove(.approve, sweep.id))
    default: try desk.open(.sweep(sweep.id))
    }
    return desk
  }

  private func settings(_ office: TestOffice, _ draw: Draw) throws -> DeskDriver {
    let admin = try office.session("admin")
    try office.store.set(.photoCount, to: "2", reason: "县残发〔2026〕3 号", by: admin)
    let ahead = office.store.today.adding(days: 30)
    try office.store.set(.photoCount, to: "4", from: ahead, reason: "县残发〔2026〕9 号", by: admin)
    var desk = try draw("admin")
    try desk.open(self == .policy ? .policy : .setting(.photoCount))
    return desk
  }

  private func administration(_ draw: Draw) throws -> DeskDriver {
    var desk = try draw("admin")
    switch self {
    case .newStaff: try desk.open(.newStaff)
    case .password: try desk.open(.password("li"))
    case .recusals: try desk.open(.recusals("li"))
    case .institutions: try desk.open(.institutions)
    case .newInstitution: try desk.open(.listing(.institution(nil)))
    default: try desk.open(.staff)
    }
    return desk
  }
}
