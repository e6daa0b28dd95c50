import DeskFixtures

@testable import Casework

extension Situation {
  /// The county of this office, and another.
  static let here = "431281"
  static let elsewhere = "431202"

  /// A draft with everything that the service asks for.
  static func draft(_ service: ServiceKind = .new, identity: String = adult, category: String = "4") -> Situation {
    var situation = Situation()
    situation.service = service
    situation.facts.named = panel
    situation.facts.institution = hospital
    situation.facts.county = here
    situation.facts.certificate = certificate(for: service, of: identity)
    situation.entries = [
      "identity": identity, "name": "张秀兰", "address": "洪江市岩垅乡", "category": category,
      "opened_by": "chen",
    ]
    situation.entries.merge(ownFields(of: service, identity))
    if identity == minor { situation.giveGuardian() }
    return situation
  }

  mutating func giveGuardian() {
    entries.merge(["guardian.identity": Self.guardian, "guardian.name": "张父", "guardian.relation": "父亲"])
  }
}

extension Situation {
  /// A case brought into a state by the acts that lead there; `nil` where the service never comes there.
  static func at(
    _ state: Application.State, _ service: ServiceKind = .new, identity: String = adult, inDoubt: Bool = false
  ) throws -> Situation? {
    var begun = draft(service, identity: identity)
    if inDoubt { begun.entries["doubt"] = "X" }
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
    if application.assessmentGround(in: circumstances) == nil {
      try act(.noAssessment)
    } else {
      guard try assess(goal) else { return true }
      if identity == Self.minor { try act(.skipNotice) } else { guard try postNotice(goal) else { return true } }
    }
    switch goal {
    case .review: return true
    case .returnedReview: try act(.sendBack)
    case .refused: try act(.refuse)
    case .forwarded:
      entries.merge(["accepting_county": Self.here, "deciding_county": Self.elsewhere])
      try act(.forward)
    default: return try finish(goal)
    }
    return true
  }

  private var identity: String { entries.text("identity") }

  /// Whether the way goes on from there.
  private mutating func assess(_ goal: Application.State) throws(Refusal) -> Bool {
    if goal == .panel {
      guard service.steps.panel else { return false }
      try act(.chooseDirect)
      return false
    }
    try act(.chooseHospital)
    if goal == .assigned { return false }
    let goalsBelow: [Application.State] = [.assessedFail, .reassessCity, .reassessProvince]
    try act(.recordResult, goalsBelow.contains(goal) ? ["grade": "none"] : [:])
    if goal == .reassessCity || goal == .reassessProvince { try act(.askCity) }
    if goal == .reassessProvince {
      try act(.cityResult, ["grade": "none"])
      try act(.askProvince)
    }
    return !goalsBelow.contains(goal) && goal != .assessedOK
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
    if service.steps.card == .never {
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
