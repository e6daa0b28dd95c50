import Casework
import GRDB

@testable import CaseStore

/// What always holds of a register, looked at from outside: by its rows and its events alone (domain: 2.11, 3.3).
struct RegisterInvariants {
  private var lastEvent: Int64 = 0
  private var dated: Set<Int64> = []

  /// What is wrong since the last look; nothing, as a rule.
  mutating func problems(in store: CaseStore) throws -> [String] {
    let since = lastEvent
    let (events, held) = try store.database.read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT \(LoggedEvent.columns) FROM event WHERE seq > ? AND kind = 'certificate'", arguments: [since])
      let events = rows.map(LoggedEvent.init(row:))
      return (events, events.isEmpty ? [] : try CaseStore.certificates(where: "1", [], in: db))
    }
    guard let last = events.last else { return [] }
    lastEvent = last.seq
    return events.compactMap(Self.alone) + Self.live(held, on: store.today) + Self.numbers(held) + Self.links(held)
      + (try dates(held, in: store))
  }

  /// An end, a freeze, a move or a revival by one person alone.
  private static func alone(_ event: LoggedEvent) -> String? {
    let two: Set<Certificate.Move> = [.cancel, .restore, .freeze, .unfreeze, .moveOut, .moveOutUndone, .moveIn, .note]
    guard let move = Certificate.Move(rawValue: event.move), two.contains(move) else { return nil }
    return event.second == nil || event.second == event.actor ? "event \(event.seq): \(event.move) by one alone" : nil
  }

  private static func live(_ held: [Certificate], on day: Day) -> [String] {
    Dictionary(grouping: held.filter { $0.state(on: day).isActive }, by: \.identity).values.filter { $0.count > 1 }
      .map { "two live certificates: \($0.map { "\($0.number) \($0.state)" })" }
  }

  /// A number belongs to one person, and to one certificate but for those linked to each other.
  private static func numbers(_ held: [Certificate]) -> [String] {
    Dictionary(grouping: held, by: \.number).flatMap { number, all -> [String] in
      var problems: [String] = []
      if Set(all.map(\.identity)).count > 1 { problems.append("\(number) belongs to two people") }
      if !number.hasPrefix(all[0].identity) { problems.append("\(number) is not its person's") }
      for later in all.dropFirst() where later[.supersedes] != number {
        let spoiled = all.filter { $0.id < later.id && $0.state == .spoiled && $0[.application] == later[.application] }
        let before = all.filter { $0.id < later.id }
        if spoiled.count < before.count { problems.append("\(number) is used for another certificate") }
      }
      return problems
    }
  }

  /// What was replaced has one card in its place, and what took a place says so for life.
  private static func links(_ held: [Certificate]) -> [String] {
    held.compactMap { card in
      let following = held.filter { $0.id > card.id && $0[.supersedes] == card.number && $0.state != .spoiled }
      if card.state == .replaced, following.isEmpty { return "\(card.number) was replaced by nothing" }
      guard !card[.supersedes].isEmpty, card.state != .spoiled else { return nil }
      let old = held.last { $0.id < card.id && $0.number == card[.supersedes] && $0.state != .spoiled }
      return old?.state == .replaced
        ? nil : "\(card.number) takes the place of what is \(old?.state.rawValue ?? "gone")"
    }
  }

  private mutating func dates(_ held: [Certificate], in store: CaseStore) throws -> [String] {
    var problems: [String] = []
    for card in held where !card[.application].isEmpty && dated.insert(card.id).inserted {
      let ground = try store.application(numbered: card[.application])
      let old = held.last { $0.id < card.id && $0.number == card[.supersedes] && $0.state != .spoiled }
      let dates: [Day?] =
        switch ground.service {
        case .new, .renewExpired, .change:
          [ground.day(of: .approve), ground.day(of: .approve)?.adding(years: 10)]
        case .transferIn where old == nil: [Day(iso: ground[.validFrom]), Day(iso: ground[.validTo])]
        default: [old?.validFrom, old?.validTo]
        }
      if dates != [card.validFrom, card.validTo] || card.validTo == nil {
        problems.append(
          "\(card.number) of \(ground.service): \(card.validFrom?.iso ?? "") to \(card.validTo?.iso ?? "")")
      }
      if ground.staff(of: .accept) == ground.staff(of: .approve) { problems.append("\(card.number): by one alone") }
      if ground.service.steps.assessment == .always && ground.finding?.grade == nil {
        problems.append("\(card.number): not assessed")
      }
    }
    return problems
  }
}
