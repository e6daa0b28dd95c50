import DeskFixtures
import Testing

@testable import Casework

/// What really happened to a case, kept apart from what the case itself believes.
private struct Witness: Hashable {
  var acceptor: String?
  var acceptedPerson: String?
  /// The findings signed since the panel was called, under the text that was signed.
  var signed: [String: String] = [:]
  var panelIsComplete = false
  var resultIsRecorded = false
  var noticeWasPosted = false
  var noticeRanOut = false
  var approver: String?
  var isApproved = false
}

/// A case, the day, and what happened so far.
private struct Spot {
  var here: Situation
  var witness = Witness()
  var path: [String] = []

  /// What decides how it can go on: no names of those who only carried papers, no dates but whether they have passed.
  var key: String {
    let application = here.application
    let kept = ["identity", "address", "category", "evaluation", "accept.by", "submit.materials", "finding.grade"]
      .map(here.entries.text)
    let seats = application.signatures.map { "\($0.staff) \($0.grade) \(application.stands($0))" }
    let runs = application.noticeLastDay.map { here.today > $0 }
    return """
      \(here.state) \(kept) \(seats) \(application.panelMembers) \(application.institution) \(String(describing: runs)) \
      \(application.isOverdue(on: here.today)) \(witness)
      """
  }
}

/// Walks every path of the service `new` that people can take, dishonest ones included.
@Suite struct EveryPathTests {
  private static let people = [
    StaffMember(id: "ai", name: "艾", roles: Role.allCases.filter { $0 != .chair }),
    StaffMember(id: "bo", name: "薄", roles: Role.allCases),
    StaffMember(id: "ce", name: "策", roles: [.assessor]),
    StaffMember(id: "du", name: "杜", roles: [.assessor]),
  ]
  private static let deciders: Set<Application.Move> = [.accept, .panelSign, .approve]

  @Test(arguments: [Situation.adult, Situation.minor])
  func nothingIsPrintedWithoutAcceptanceAssessmentNoticeAndAnotherPersonsApproval(_ identity: String) throws {
    var begin = Situation.draft(identity: identity)
    begin.giveGuardian()
    begin.facts.named = Self.people
    var open = [Spot(here: begin)]
    var seen: Set<String> = []
    var printed: Set<String> = []
    var count = 0
    var states: Set<Application.State> = []

    while let spot = open.popLast() {
      guard seen.insert(spot.key).inserted else { continue }
      count += 1
      states.insert(spot.here.state)
      for next in Self.nextSpots(from: spot) {
        if next.here.state == .printed {
          printed.insert(next.witness.panelIsComplete ? "panel" : "hospital")
          Self.expectDueCourse(next)
        }
        open.append(next)
      }
    }

    #expect(count > 500)
    #expect(
      states == Set(Application.State.allCases), "not reached: \(Set(Application.State.allCases).subtracting(states))")
    #expect(printed == ["panel", "hospital"])
  }

  private static func expectDueCourse(_ spot: Spot) {
    let witness = spot.witness
    let person = spot.here.entries.text("identity")
    let path = "\(spot.path.joined(separator: " → "))"
    #expect(witness.acceptor != nil && witness.acceptedPerson == person, "not accepted: \(path)")
    #expect(witness.panelIsComplete || witness.resultIsRecorded, "not assessed: \(path)")
    if person == Situation.adult { #expect(witness.noticeWasPosted && witness.noticeRanOut, "not posted: \(path)") }
    #expect(witness.isApproved && witness.approver != witness.acceptor, "not approved by another: \(path)")
  }

  private static func nextSpots(from spot: Spot) -> [Spot] {
    var next: [Spot] = []
    if let last = [spot.here.application.deadline?.day, spot.here.application.noticeLastDay].compactMap({ $0 }).max(),
      spot.here.today <= last
    {
      var later = spot
      later.here.today = last.adding(days: 1)
      later.path.append("later")
      next.append(later)
    }
    for row in spot.here.application.openTransitions(in: spot.here.circumstances) {
      for fields in variants(of: row.move, at: spot.here) {
        for person in deciders.contains(row.move) ? people : people.filter({ $0.holds(row.roles) }).suffix(1) {
          if row.move == .panelSign, !fields.isEmpty, person.id != "ce" { continue }
          var there = spot
          there.here.intend(row.move)
          there.here.fields.merge(fields)
          if row.move == .recordResult { there.here.fields["date"] = there.here.today.iso }
          there.here.staff = person
          there.here.second = people.first { $0.id != person.id }
          guard let event = try? there.here.decide(), (try? there.here.happen()) != nil else { continue }
          there.witness.see(event, at: there.here)
          there.path.append("\(row.move.rawValue)/\(person.id)")
          next.append(there)
        }
      }
    }
    return next
  }

  private static func variants(of move: Application.Move, at here: Situation) -> [Entries] {
    switch move {
    case .edit where here.state == .draft:
      [["identity": Situation.minor], ["identity": Situation.adult], ["address": ""]]
    case .edit where here.state == .returned: [["identity": Situation.minor], ["identity": Situation.adult]]
    case .edit:
      [["identity": Situation.minor], ["identity": Situation.adult], ["evaluation": "改"]]
    case .submit: [[:], ["materials": "ID"]]
    case .panelSign: [[:], ["grade": "none"]]
    case .chooseDirect: [["members": "bo,ce,du"], ["members": "bo,ai,ce"], ["members": "bo,ce"]]
    case .recordResult: [[:], ["grade": "none"]]
    default: [[:]]
    }
  }
}

extension Witness {
  mutating func see(_ event: Event<Application>, at after: Situation) {
    switch event.move {
    case .accept:
      acceptor = event.staff
      acceptedPerson = after.entries.text("identity")
    case .chooseDirect, .chooseHospital, .panelToHospital, .objectionFounded: self = afresh
    case .panelSign:
      signed[event.staff] =
        "\(after.application.assessedText) \(event.data.text("category")) \(event.data.text("grade"))"
    case .panelDone:
      panelIsComplete = signed.count >= 3 && signed["bo"] != nil && Set(signed.values).count == 1
      panelIsComplete = panelIsComplete && signed.values.allSatisfy { $0.hasPrefix(after.application.assessedText) }
    case .recordResult: resultIsRecorded = event.to == .assessedOK
    case .postNotice: noticeWasPosted = true
    case .noticeEnd: noticeRanOut = after.application.noticeLastDay.map { $0 < event.day } ?? false
    case .objectionUnfounded where event.to == .review:
      noticeRanOut = after.application.noticeLastDay.map { $0 < event.day } ?? false
    case .approve:
      // Signatures count as long as the case still reads as it was signed.
      panelIsComplete = panelIsComplete && signed.values.allSatisfy { $0.hasPrefix(after.application.assessedText) }
      isApproved = true
      approver = event.staff
    default: break
    }
  }

  /// A new assessment makes the old one and its notice worth nothing.
  private var afresh: Witness {
    var afresh = Witness()
    afresh.acceptor = acceptor
    afresh.acceptedPerson = acceptedPerson
    return afresh
  }
}
