@testable import Casework

/// All that can become of a case: every state it reaches, how it was decided, and every decision that should not be.
struct Walked {
  private(set) var spots = 0
  private(set) var states: Set<Application.State> = []
  /// What the decisions rested on: `panel`, `hospital`, or `none` where no assessment was due.
  private(set) var decided: Set<String> = []
  /// The ways to a decision, or a card, that lack something due.
  private(set) var strays: [String] = []

  private static let people = [
    StaffMember(id: "ai", name: "艾", roles: Role.allCases.filter { $0 != .chair }),
    StaffMember(id: "bo", name: "薄", roles: Role.allCases),
    StaffMember(id: "ce", name: "策", roles: [.assessor]),
    StaffMember(id: "du", name: "杜", roles: [.assessor]),
    // Carries the papers; somebody who registered a case does not decide it.
    StaffMember(id: "ke", name: "柯", roles: [.clerk]),
  ]
  private static let deciders: Set<Application.Move> = [.accept, .panelSign, .approve]

  static func begin(_ service: ServiceKind, _ identity: String) -> Situation {
    var begin = Situation.draft(service, identity: identity)
    begin.giveGuardian()
    begin.facts.named = people
    return begin
  }

  init(from begin: Situation, without left: Set<Application.Move> = []) {
    var open = [Spot(here: begin)]
    var seen: Set<String> = []
    while let spot = open.popLast() {
      guard seen.insert(spot.key).inserted else { continue }
      spots += 1
      states.insert(spot.here.state)
      for next in Self.nextSpots(from: spot, without: left) {
        if [.approved, .printed].contains(next.here.state) {
          decided.insert(next.way)
          if let lack = next.lack { strays.append("\(lack): \(next.path.joined(separator: " → "))") }
        }
        open.append(next)
      }
    }
  }

  private static func nextSpots(from spot: Spot, without left: Set<Application.Move>) -> [Spot] {
    var next = spot.waits
    for row in spot.here.application.openTransitions(in: spot.here.circumstances)
    where !left.contains(row.move) {
      for fields in variants(of: row.move, at: spot.here, without: left) {
        let carriers = people.filter { $0.holds(row.roles) }.suffix(1)
        for person in deciders.contains(row.move) ? people.dropLast() : carriers {
          if row.move == .panelSign, !fields.isEmpty, person.id != "ce" { continue }
          if let there = spot.after(row.move, fields, by: person, second: people.first { $0.id != person.id }) {
            next.append(there)
          }
        }
      }
    }
    return next
  }

  private static func variants(
    of move: Application.Move, at here: Situation, without left: Set<Application.Move>
  ) -> [Entries] {
    let persons: [Entries] = [["identity": Situation.minor], ["identity": Situation.adult]]
    let doubts: [Entries] = here.service.steps.assessment == .onDoubt ? [["doubt": "行走正常"], ["doubt": ""]] : []
    let counties: [Entries] = left.contains(.forward) ? [] : [["deciding_county": Situation.elsewhere]]
    return switch move {
    case .edit where here.state == .draft: persons + doubts + counties + [["address": ""]]
    case .edit where here.state == .returned: persons + doubts
    case .edit: persons + doubts + [["evaluation": "改"]]
    case .submit: [[:], ["materials": "ID"]]
    case .panelSign: [[:], ["grade": "none"]]
    case .chooseDirect: [["members": "bo,ce,du"], ["members": "bo,ai,ce"], ["members": "bo,ce"]]
    case .recordResult, .cityResult, .provResult: [[:], ["grade": "none"]]
    case .recount: []
    default: [[:]]
    }
  }
}

/// A case, the day, and what happened so far.
private struct Spot {
  var here: Situation
  var witness = Witness()
  var path: [String] = []

  /// What decides how it can go on: no names of those who only carried papers, no dates but whether they have passed.
  var key: String {
    let application = here.application
    let kept = [
      "identity", "address", "category", "evaluation", "accept.by", "submit.materials", "finding.grade", "doubt",
      "deciding_county", "prov_result.final", "deliver.delivered",
    ].map(here.entries.text)
    let seats = application.signatures.map { "\($0.staff) \($0.grade) \(application.stands($0))" }
    let runs = application.noticeLastDay.map { here.today > $0 }
    return """
      \(here.state) \(kept) \(seats) \(application.panelMembers) \(application.institution) \(String(describing: runs)) \
      \(application.isOverdue(on: here.today)) \(application.day(of: .cityResult) != nil) \(here.facts.county) \
      \(here.facts.certificate?.state.rawValue ?? "") \(witness)
      """
  }

  /// The same case later, or as the other county sees it.
  var waits: [Spot] {
    var next: [Spot] = []
    if let last = [here.application.deadline?.day, here.application.noticeLastDay].compactMap({ $0 }).max(),
      here.today <= last
    {
      var later = self
      later.here.today = last.adding(days: 1)
      later.path.append("later")
      next.append(later)
    }
    if here.state == .forwarded && here.facts.county == Situation.here {
      var there = self
      there.here.facts.county = Situation.elsewhere
      there.path.append("elsewhere")
      next.append(there)
    }
    return next
  }

  func after(_ move: Application.Move, _ fields: Entries, by person: StaffMember, second: StaffMember?) -> Spot? {
    var there = self
    there.here.intend(move)
    there.here.fields.merge(fields)
    if fields["doubt"] == "" { there.here.fields["doubt"] = "" }
    there.here.staff = person
    there.here.second = second
    do {
      let event = try there.here.happen()
      there.witness.see(event, at: there.here)
    } catch {
      return nil
    }
    there.path.append("\(move.rawValue)/\(person.id)")
    return there
  }

  var way: String { witness.panelIsComplete ? "panel" : witness.resultIsRecorded ? "hospital" : "none" }

  /// What is missing before this decision or card, or `nil`.
  var lack: String? {
    let service = here.service
    let person = here.entries.text("identity")
    if witness.acceptor == nil || witness.acceptedPerson != person { return "not accepted" }
    if !witness.isApproved || witness.approver == witness.acceptor { return "not approved by another" }
    if here.state == .printed && service.steps.card == .never { return "a card of a service without one" }
    let isAssessed =
      service.steps.assessment == .always || (service.steps.assessment == .onDoubt && witness.wasInDoubt)
    if isAssessed && way == "none" { return "not assessed" }
    if way == "panel" && !service.steps.panel { return "assessed by three people" }
    let isPosted = isAssessed && person == Situation.adult
    return isPosted && !(witness.noticeWasPosted && witness.noticeRanOut) ? "not posted" : nil
  }
}
