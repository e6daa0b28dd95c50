import Casework
import DeskFixtures
import Testing

@testable import CaseStore

/// What a recorded act leaves behind, and a refused one does not.
@Suite struct RecordingTests {
  @Test(arguments: [Application.State.draft, .submitted, .panel, .review])
  func aRefusedMoveLeavesNoTrace(_ state: Application.State) throws {
    var desk = try Desk()
    let id = try desk.brought(to: state)
    let before = try desk.everything()

    var refused = 0
    for move in Application.Move.allCases {
      for member in Desk.people {
        guard try !refusalCode({ try desk.act(move, ["no_such_field": "x"], on: id, by: member.id) }).isEmpty else {
          Issue.record("\(move.rawValue) took an unknown field")
          continue
        }
        refused += 1
      }
    }

    #expect(refused == Application.Move.allCases.count * Desk.people.count)
    #expect(try desk.everything() == before)
  }

  @Test func theRowIsWhatTheEventsFoldTo() throws {
    var desk = try Desk()
    let id = try desk.approved()
    try desk.handedOver(id, serial: "A0001")
    let events = try desk.store.read { db in
      try EventLog.events(of: Application.kind, id, in: db).compactMap { $0.event(of: Application.self) }
    }

    let opening = try #require(events.first)
    var folded = try #require(Application(id: id, opening: opening))
    for event in events.dropFirst() { folded.apply(event) }

    #expect(folded == (try desk.store.application(id)))
    #expect(folded.sequence == events.count)
  }

  @Test func whatIsOfferedIsWhatIsDone() throws {
    for state in [Application.State.draft, .submitted, .panel, .review] {
      var desk = try Desk()
      let id = try desk.brought(to: state)
      let application = try desk.store.application(id)
      for member in Desk.people {
        for offer in try desk.store.offers(on: application, for: Desk.session(member.id)) {
          // What is possible is asked for with a field nobody knows, so that the case stays where it is.
          let fields: Entries = offer.refusal == nil ? ["no_such_field": "x"] : [:]
          let code = try refusalCode { try desk.act(offer.transition.move, fields, on: id, by: member.id) }
          #expect(code == offer.refusal?.code ?? "unknown_field", "\(offer.transition.move.rawValue) by \(member.id)")
        }
      }
    }
  }

  @Test func aSignatureCarriesTheDigestOfExactlyWhatWasSigned() throws {
    let desk = try Desk()
    let id = try desk.accepted()
    try desk.act(.chooseDirect, Desk.panel, on: id)
    try desk.sign(id, by: "li")

    let signature = try #require(try desk.store.application(id).signatures.first)

    #expect(signature.digest == Digest.sha256Hex(signature.text))
    #expect(signature.text.contains("左小腿缺失") && signature.text.contains("（li）"))
  }

  @Test func twoPrintsWithOneSerialAreNotPossible() throws {
    var desk = try Desk()
    let first = try desk.approved()
    let second = try desk.approved(Desk.minor, name: "张小明")
    try desk.act(.print, ["serial": "A0001"], on: first)
    let before = try desk.everything()

    #expect(try refusalCode { try desk.act(.print, ["serial": "A0001"], on: second) } == "serial_unused")

    #expect(try desk.everything() == before)
  }

  @Test func oneCaseOfAPersonIsAcceptedAtATime() throws {
    let desk = try Desk()
    let first = try desk.submitted()
    let second = try desk.submitted()

    #expect(try refusalCode { try desk.act(.accept, on: second) } == "no_other_open_case")
    try desk.act(.withdraw, ["request": "重复"], on: first)
    #expect(try refusalCode { try desk.act(.accept, on: second) } == "")
  }

  @Test func aHolderOfALiveCertificateGetsNoSecond() throws {
    var desk = try Desk()
    let first = try desk.approved()
    try desk.handedOver(first, serial: "A0001")
    let second = try desk.submitted()

    #expect(try refusalCode { try desk.act(.accept, on: second) } == "no_live_certificate")
  }
}

extension Desk {
  /// A case that stands in one of the states where much may happen.
  fileprivate mutating func brought(to state: Application.State) throws -> Int64 {
    switch state {
    case .draft: return try store.openCase(.new, Self.fields(Self.adult), by: Self.session("chen")).id
    case .submitted: return try submitted()
    case .panel:
      let id = try accepted()
      try act(.chooseDirect, Self.panel, on: id)
      return id
    default:
      let id = try accepted()
      try assessedByHospital(id)
      try posted(id)
      return id
    }
  }
}
