import DeskFixtures
import Testing

@testable import Casework

/// A certificate at the moment somebody wants to act on it.
private struct Moment {
  var state = Certificate.State.valid
  var entries: Entries = [
    "number": Situation.adult + "43", "valid_from": "2020-01-01", "valid_to": "2030-01-01",
    "application": "431281-2020-000001",
  ]
  var move: Certificate.Move
  var fields: Entries = [:]
  var staff = StaffMember(id: "a", name: "甲", roles: Role.allCases)
  var second: StaffMember? = StaffMember(id: "b", name: "乙", roles: [.clerk])
  var facts = CertificateFacts()
  var today = MadeUp.day("2026-03-02")

  init(_ row: Transition<Certificate>, from state: Certificate.State) {
    move = row.move
    self.state = state == .expired ? .valid : state
    if state == .expired { entries["valid_to"] = "2026-03-01" }
    if row.when.contains(.wasLost) { entries["state_before"] = "lost" }
    if row.when.contains(.wasFrozen) { entries["state_before"] = "frozen" }
    for input in row.asks where input.isRequired { fields[input.code] = Self.usual(input) }
    if row.checks.contains(.dayIsPossible) { fields["date"] = today.iso }
  }

  private static func usual(_ input: Input) -> String {
    switch input.kind {
    case .reason: "已核实"
    case .choice(let choices): choices.first?.code ?? ""
    case .day: "2026-03-02"
    default: "x"
    }
  }

  var certificate: Certificate {
    Certificate(id: 1, state: state, sequence: 1, since: MadeUp.day("2020-01-01"), entries: entries)
  }

  var circumstances: Circumstances<CertificateFacts> {
    Circumstances(staff: staff, second: second, at: Instant(milliseconds: 0), today: today, facts: facts)
  }

  func decide() throws(Refusal) -> Event<Certificate> {
    try certificate.decide(Act(move, fields), in: circumstances)
  }

  var refusal: Refusal? {
    do {
      _ = try decide()
      return nil
    } catch {
      return error
    }
  }

  mutating func spoil(_ requirement: Certificate.Requirement) {
    switch requirement {
    case .notHandedOver: entries["hand_over.on"] = "2026-01-01"
    case .twoPersons: second = staff
    case .secondNoKin:
      entries["identity"] = Situation.adult
      second = second.map {
        StaffMember(id: $0.id, name: $0.name, roles: $0.roles, recusals: [Situation.adult])
      }
    case .noOtherLive: facts.otherLive = ["x"]
    case .wasValid: entries["state_before"] = "lost"
    case .wasLost, .wasFrozen: entries["state_before"] = "valid"
    case .asTheSweepLeftIt: facts.changedSince = Phrase("恢复", "Restore")
    case .dayIsPossible: fields["date"] = today.adding(days: 1).iso
    case .settledWithReason: fields["result"] = ContactResult.settled.rawValue
    case .notInDrawer: facts.isInDrawer = true
    case .notOwnCase:
      entries["identity"] = Situation.adult
      staff = StaffMember(id: staff.id, name: staff.name, roles: staff.roles, recusals: [Situation.adult])
    case .notReceived: entries["move_in_confirmed.on"] = "2026-03-01"
    }
  }
}

@Suite struct CertificateTableTests {
  private static let made = Certificate.transitions.filter { !$0.isDerived }

  @Test func everyRowLeadsWhereItSaysForItsPostsAlone() throws {
    for row in Self.made {
      for from in row.from {
        var moment = Moment(row, from: from)
        #expect(try moment.decide().to == row.to ?? moment.state, "\(row.move.rawValue) from \(from.rawValue)")
        for role in Role.allCases {
          moment.staff = StaffMember(id: "a", name: "甲", roles: [role])
          #expect(moment.refusal?.code == (row.roles.contains(role) ? nil : "not_your_role"))
        }
        moment.staff = StaffMember(id: "a", name: "甲", roles: Role.allCases, isActive: false)
        #expect(moment.refusal?.code == "not_active")
      }
    }
  }

  @Test func everyConditionIsJudgedByItself() throws {
    for row in Self.made {
      for from in row.from {
        for requirement in row.guards {
          var moment = Moment(row, from: from)
          moment.spoil(requirement)
          if row.when.contains(requirement) {
            #expect(try moment.decide().to != row.to)
          } else {
            #expect(moment.refusal?.code == requirement.rawValue, "\(row.move.rawValue) from \(from.rawValue)")
          }
          let refusal = moment.certificate.refusal(for: requirement, Act(row.move), in: moment.circumstances)
          #expect(refusal.code == requirement.rawValue && refusal.message.isWhole)
        }
      }
    }
  }

  @Test func noMoveIsPossibleFromAStateOutsideItsRows() {
    for move in Certificate.Move.allCases {
      for state in Certificate.State.allCases {
        let rows = Self.made.filter { $0.move == move && $0.from.contains(state) }
        guard rows.isEmpty, let row = Self.made.first(where: { $0.move == move }) ?? Self.made.first else { continue }
        var moment = Moment(row, from: state)
        moment.move = move
        #expect(moment.refusal?.code == "not_from_here", "\(move.rawValue) from \(state.rawValue)")
      }
    }
  }

  @Test func everyStateIsReachedAndLeftOrFinal() {
    let reached = Set(Certificate.openings.flatMap(\.to) + Certificate.transitions.compactMap(\.to))
    #expect(reached == Set(Certificate.State.allCases))
    for state in reached {
      let isLeft = Certificate.transitions.contains { $0.from.contains(state) && $0.to != nil }
      #expect(isLeft || Certificate.terminal.contains(state))
    }
  }

  @Test func whatEndedOnceEndsForGoodButForARestoreByTwoAndACardMisprinted() {
    for state in Certificate.terminal {
      let ways = Self.made.filter { $0.from.contains(state) && $0.to != nil }
      #expect(
        ways.allSatisfy {
          state == .cancelled ? [.restore, .sweepUndone].contains($0.move) : $0.move == .replaceUndone
        })
      #expect(ways.allSatisfy { $0.needs.contains(.noOtherLive) })
    }
  }

  /// The moves after which a certificate counts for something else, and the moves of the card room and the counter,
  /// which rest on an approved case or on the holder's own word.
  @Test func noCertificateEndsFreezesMovesOrRevivesWithoutTwoPeople() {
    let one: Set<Certificate.Move> = [.spoil, .replace, .replaceUndone, .reportLoss, .found]
    for row in Self.made where row.to != nil {
      #expect(row.needs.contains(.twoPersons) == !one.contains(row.move), "\(row.move.rawValue)")
    }
    for end in [Certificate.State.cancelled, .frozen, .movedOut] {
      let ways = Self.made.filter { $0.to == end || ($0.from == [end] && $0.to != nil) }
      #expect(!ways.isEmpty && ways.allSatisfy { $0.needs.contains(.twoPersons) }, "\(end.rawValue)")
    }
  }

  @Test(arguments: [
    (Certificate.Move.freeze, Certificate.State.valid, Certificate.State.frozen), (.unfreeze, .frozen, .valid),
    (.moveOut, .valid, .movedOut), (.moveIn, .movedOut, .valid), (.moveOutUndone, .movedOut, .valid),
    (.cancel, .lost, .cancelled), (.cancel, .frozen, .cancelled), (.restore, .cancelled, .valid),
  ])
  func neitherNobodyNorTheSamePersonIsASecond(
    _ move: Certificate.Move, _ from: Certificate.State, _ to: Certificate.State
  ) throws {
    let row = try #require(Self.made.first { $0.move == move && $0.from.contains(from) })
    var moment = Moment(row, from: from)
    #expect(try moment.decide().to == to)
    for nobody in [nil, moment.staff] {
      moment.second = nobody
      #expect(moment.refusal?.code == "two_persons")
    }
  }

  @Test(arguments: [Certificate.State.valid, .expired, .lost])
  func aMisprintedCardGivesTheOldOneBackAsItWas(_ state: Certificate.State) throws {
    let replace = try #require(Self.made.first { $0.move == .replace })
    var moment = Moment(replace, from: state)
    var certificate = moment.certificate
    certificate.apply(try moment.decide())
    #expect(certificate.state == .replaced)

    moment.entries = certificate.entries
    moment.state = certificate.state
    moment.move = .replaceUndone
    moment.fields = ["ground": "case:1"]
    certificate.apply(try moment.decide())

    #expect(certificate.state(on: moment.today) == state)
    #expect(certificate.number == Situation.adult + "43")
    moment.facts.otherLive = ["x"]
    #expect(moment.refusal?.code == "no_other_live")
  }

  @Test(arguments: Certificate.State.allCases) func onlyWhatIsHeldIsLive(_ state: Certificate.State) {
    #expect(state.isActive == [.valid, .expired, .lost, .frozen].contains(state))
  }

  @Test(arguments: [Certificate.State.valid, .lost, .frozen])
  func aRestoredCertificateIsWhatItWas(_ state: Certificate.State) throws {
    let rows = Self.made.filter { $0.move == .cancel }
    var moment = Moment(try #require(rows.first), from: state)
    var certificate = moment.certificate
    certificate.apply(try moment.decide())
    #expect(certificate.state == .cancelled)

    moment.entries = certificate.entries
    moment.state = certificate.state
    moment.move = .restore
    moment.fields = ["reason": "公安更正", "ground": "case:1"]
    certificate.apply(try moment.decide())

    #expect(certificate.state == state)
    #expect(certificate.validTo == MadeUp.day("2030-01-01"))
  }

  @Test func timeAloneMakesACertificateExpireTheDayAfterItsLast() {
    let certificate = Moment(Certificate.transitions[0], from: .valid).certificate

    #expect(certificate.state(on: MadeUp.day("2030-01-01")) == .valid)
    #expect(certificate.state(on: MadeUp.day("2030-01-02")) == .expired)
  }

  @Test func everyNameHasBothLanguages() {
    let names = Certificate.State.allCases.map(\.name) + Certificate.Move.allCases.map(\.name)
    #expect((names + Certificate.Requirement.allCases.map(\.name)).allSatisfy { $0.isWhole })
    #expect(CancellationReason.allCases.map(\.name).allSatisfy { $0.isWhole })
    #expect(CancellationReason.allCases.filter { $0.bars } == [.noLongerMeets, .voluntary, .fraud])
  }
}
