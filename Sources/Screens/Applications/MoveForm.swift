import CaseStore
import Casework
import TerminalKit

/// Asks for whatever a move on a case takes, then makes it: one form for every row of the table.
struct MoveForm: FormDialog, CaseWriting {
  let move: Application.Move
  let id: Int64
  let session: Session
  /// Who signs here with the own password, where that is not the desk's own person.
  let signer: StaffMember.ID?
  var form = Form([])
  private(set) var facts: CaseFacts?
  private(set) var transition: Transition<Application>?
  private(set) var staff: [StaffMember] = []
  /// From which follows what number the certificate will bear.
  private(set) var numbers: NumbersUsed?
  private(set) var held: HeldCase?
  var takenOver: String?
  /// What stands against the move until two people lift it.
  private(set) var lifting: Refusal?
  /// Who could approve what here is approved by an exception, by name.
  private(set) var otherDeciders: [String] = []
  /// What else the office holds on the person, where the case is decided here.
  private(set) var standing: PersonStanding?
  /// What was typed here before, until the form has been made.
  private var kept: Entries = [:]

  init(move: Application.Move, id: Int64, session: Session, signer: StaffMember.ID? = nil) {
    self.move = move
    self.id = id
    self.session = session
    self.signer = signer ?? (move.takesOwnSecret ? session.staff.id : nil)
  }

  var title: Phrase {
    move.name + .verbatim(" · \(facts?.application.number ?? "") \(facts?.application.applicant ?? "")") + takeOverMark
  }

  /// What somebody else typed at this desk and did not sign is not kept for the next to read.
  var draft: Entries {
    get { signer == nil ? form.draft : [:] }
    set { kept = newValue }
  }

  mutating func load(from store: CaseStore) throws {
    let application = try store.application(id)
    let facts = try CaseFacts(application, in: store)
    self.facts = facts
    if move == .approve {
      standing = try PersonStanding(of: application[.identity], under: facts.rules.policy, in: store)
    }
    held = held ?? HeldCase(id: id, owner: application.owner)
    // What was typed stays in sight, also when somebody else has made the move impossible.
    guard form.fields.isEmpty else { return }
    let offer = try store.offers(on: application, for: session).first { $0.transition.move == move }
    transition = offer?.transition
    lifting = offer?.lifting
    guard let transition else { throw Refusal.noLongerOpen(move) }
    let sources = FormSources(
      staff: try store.staff(), institutions: try store.institutions(on: move == .recordResult ? nil : store.today),
      demands: facts.demands, presented: application.materials, waived: application.waivers)
    staff = sources.staff
    numbers = try store.numbersUsed(before: application)
    let isExcepted =
      move == .approve
      ? application.mayBeExcepted(by: session.staff)
        || application.takesBackDecision(of: session.staff, about: facts.around.certificate)
      : offer?.lifting != nil
    if move == .approve, isExcepted {
      otherDeciders = try store.otherDeciders(of: application, than: session).map(\.name)
    }
    form = Form(fields(of: transition, sources, isExcepted: isExcepted))
    if move == .approve { form.pager = FactPager(reserved: max(8, min(form.fields.count + 3, Self.mostFields))) }
    form.fill(with: application.suggestions(for: move, today: store.today, policy: facts.rules.policy))
    form.fill(with: kept)
    try offerKnown(from: store)
    let takesSeal = facts.rules.policy.panelSpecialSeal
    form.show("seal_number", takesSeal)
    form["seal_number"]?.isRequired = takesSeal
    if move == .approve { form["reason"]?.isRequired = true }
    arrange()
    form.takeFirstGap()
  }

  /// Signing shows the exact text; everything else the case in short.
  var lines: [FactLine] { takeOverLines + caseLines }

  private var caseLines: [FactLine] {
    guard let facts else { return [] }
    if move == .panelDiscuss {
      let seats = Seat.seats(of: facts.application, staff: staff)
      return facts.inShort(revealed: false).prefix(1) + seats.map { FactLine(.verbatim($0.name), $0.summary) }
    }
    if move == .answerAdvice { return facts.inShort(revealed: false).prefix(2) + facts.openAdvice }
    if move == .sendBack { return facts.wouldAskAgain + facts.summary(revealed: false) }
    switch move {
    case .approve: return facts.decision(saying: exceptionLines, beside: standing?.duplicates(in: facts) ?? [])
    case .accept:
      return facts.inShort(revealed: false).prefix(1) + barLines + facts.summary(revealed: false).dropFirst()
    case .panelSign: return linesToSign + numberToCome
    case .collect: return facts.deathChecks + collectorLines + facts.inShort(revealed: false)
    case .objectionFounded, .objectionUnfounded:
      let lines = facts.inShort(revealed: false)
      return lines.prefix(1) + facts.objection + lines.dropFirst()
    default: return contradictionLines + numberToCome + facts.inShort(revealed: false)
    }
  }

  /// What somebody signs: whose case, what is to be checked in it and in the own finding, and the exact text.
  private var linesToSign: [FactLine] {
    guard let facts else { return [] }
    let text = facts.application.assessedText.split(separator: "\n").map { line in
      let parts = line.split(separator: "：", maxSplits: 1).map(String.init)
      return parts.count == 2 ? FactLine(.verbatim(parts[0]), parts[1]) : .heading(.verbatim(String(line)))
    }
    let toCheck = facts.checks + changedSinceSigned + contradictionLines
    let who = Array(facts.inShort(revealed: false).prefix(1))
    return who + toCheck + facts.held(revealed: false) + text
  }

  /// Whoever has signed before sees what has changed since, and not only how it reads now.
  private var changedSinceSigned: [FactLine] {
    let changes = facts?.application.signatures.first { $0.staff == signer }.map { signature in
      facts.map { signature.changes(in: $0.application) } ?? []
    }
    guard let changes, !changes.isEmpty else { return [] }
    return [.heading(Phrase("您签字后改动", "Changed since you signed"))]
      + changes.map { FactLine($0.name, $0.words, .warning) }
  }

  /// That the exception is not needed, because others could decide.
  private var exceptionLines: [FactLine] {
    guard !otherDeciders.isEmpty else { return [] }
    return [
      FactLine(
        Phrase("请核", "Check"), Application.couldDecide(otherDeciders.joined(separator: "、")), .warning)
    ]
  }

  /// How many rows of a form that decides are for its fields, where the facts would take all.
  private static let mostFields = 11

  /// What two people would lift, in full.
  private var barLines: [FactLine] {
    lifting.map { [FactLine(Phrase("请核", "Check"), $0.explanation, .warning)] } ?? []
  }

  /// Whoever lets the case go on, or signs, sees before all that is to be checked.
  var linesToSee: Int {
    guard let facts else { return 0 }
    return switch move {
    case .approve: takeOverLines.count + facts.linesOfDecision + exceptionLines.count
    case .accept: takeOverLines.count + 1 + barLines.count + facts.checks.count
    case .panelSign: takeOverLines.count + linesToSign.count
    case .collect: takeOverLines.count + facts.deathChecks.count
    case .objectionFounded, .objectionUnfounded: takeOverLines.count + 1 + facts.objection.count
    default: 0
    }
  }

  mutating func arrange() {
    form.arrangePapers()
    let panel = panelHint
    form["members"]?.hint = panel
    arrangeRecusal()
    arrangeReceipt()
    arrangeDelivery()
    arrangeSexReason()
    arrangeMeasurements()
    arrangeDoctors()
    let lifts = !form.text("override").isEmpty
    if transition?.guards.contains(.secondPerson) != true { form.showSecond(lifts || movesTerm) }
  }

  mutating func tidy(_ code: String) {
    form.tidyMeasurement(code)
    form.tidyDay(code, among: transition?.asks ?? [])
    if code.hasPrefix("part_results."), code.hasSuffix(".date") { form.tidyDay(code, among: [code]) }
  }

  var done: Effect {
    guard let facts else { return .none }
    return .record(
      CaseAct(
        move: move, fields: fields(of: facts), id: id, sequence: facts.application.sequence,
        signer: (signer ?? (endsCertificate ? session.staff.id : nil))
          .map { Credentials(name: $0, password: form["own_password"]?.value ?? "") },
        second: form.second))
  }
}
