import CaseStore
import Casework
import Exchange
import Foundation

/// What a rehearsal office did in the years before today: cases of every service, and a sweep each quarter.
struct RehearsalHistory {
  let years: Int
  let today: Day
  let seed: UInt64

  init(years: Int, until today: Day, seed: UInt64) {
    self.years = years
    self.today = today
    self.seed = seed
  }

  /// The day on which the register was taken over is the office's 120th before this one.
  var beginning: Day {
    guard years > 0, let first = Day(year: today.year - years, month: 1, day: 4) else { return today }
    return first.adding(days: 120)
  }

  /// Lives through the quarters that are over; the office's day is then today.
  func live(in office: inout RehearsalOffice, on known: inout [FalsePerson], beside path: String) throws {
    defer { office.pass(to: today) }
    guard years > 0 else { return }
    for quarter in quarters {
      try liveCases(of: quarter, in: &office, on: &known)
      try sweep(quarter, in: &office, about: &known, beside: path)
    }
  }

  private var quarters: [Quarter] {
    (today.year - years...today.year).flatMap { ReportPeriod.year($0).quarters }
      .filter { ReportPeriod.quarter($0).last.adding(days: 15) < today }
  }

  private func liveCases(
    of quarter: Quarter, in office: inout RehearsalOffice, on known: inout [FalsePerson]
  ) throws {
    let last = ReportPeriod.quarter(quarter).last
    office.pass(to: last)
    for number in 0..<5 {
      let person = office.people.person(ages: 20...80)
      if let plan = CasePlan.whole(.new, of: person, since: number * 6), try office.tried(plan) { known.append(person) }
    }
    if let plan = CasePlan.whole(.transferIn, of: office.people.person(ages: 20...70), since: 10) {
      _ = try office.tried(plan)
    }
    for (number, service) in Self.onCertificates.enumerated() {
      try live(service, since: number, in: &office, on: &known)
    }
  }

  /// One case of a service on whoever it is possible for, and a second thought on every other freeze and cancellation.
  private func live(
    _ service: ServiceKind, since: Int, in office: inout RehearsalOffice, on known: inout [FalsePerson]
  ) throws {
    for index in known.indices.prefix(60) {
      let person = known[index]
      guard try office.isPossible(service, for: person.identity) else { continue }
      known.remove(at: index)
      guard let plan = CasePlan.whole(service, of: person, since: since + 20), try office.tried(plan) else { return }
      let second: ServiceKind? =
        switch service {
        case .freeze: .unfreeze
        case .cancel: .restore
        default: nil
        }
      if let second, office.chance.number(0...1) == 0, let plan = CasePlan.whole(second, of: person, since: since) {
        _ = try office.tried(plan)
      }
      return
    }
  }

  private static let onCertificates: [ServiceKind] = [
    .renewExpired, .renewExpired, .renewDamaged, .renewInformation, .reissue, .change, .transferOut, .cancel, .freeze,
  ]

  /// The quarter's police file, from its import to its decisions.
  private func sweep(
    _ quarter: Quarter, in office: inout RehearsalOffice, about known: inout [FalsePerson], beside path: String
  ) throws {
    let day = ReportPeriod.quarter(quarter).last.adding(days: 9)
    office.pass(to: day)
    let about = Array(known.suffix(max(8, known.count / 60)))
    known.removeLast(about.count)
    let file = path + ".police-\(quarter.text).csv"
    var police = FalsePoliceFile(seed: seed &+ UInt64(day.ordinal), today: day)
    try police.write(about: about, to: file)
    defer { unlink(file) }
    let list = PoliceList(path: file)
    let store = office.at(day)
    let clerk = office.session("chenjing")
    let sweep = try store.importSweep(
      ReceivedFile(name: "公安名单-\(quarter.text).csv", bytes: try readFile(file)), quarter: quarter,
      by: office.session("fengjie"), feed: try list.reader(in: store, try list.source(in: store)))
    _ = try store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: clerk)
    for row in try store.rows(of: sweep, undecidedOnly: true, by: clerk) {
      let isAnother = row.row.isMultiple(of: 3)
      _ = try store.decide(
        .rows([row.row...row.row]), isAnother ? .reject : .hold, reason: isAnother ? "核对不是同一人" : "待村里核实",
        on: sweep.id, by: clerk)
    }
    _ = try store.record(.submit, onSweep: sweep.id, by: clerk)
    _ = try store.record(.approve, onSweep: sweep.id, by: office.session("sunmin"))
    _ = try store.apply(sweep: sweep.id, by: clerk)
  }
}
