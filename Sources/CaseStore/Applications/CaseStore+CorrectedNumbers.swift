import Casework
import GRDB

extension CaseStore {
  /// The certificates that took the place of these under another number of the same person (features: 35).
  static func succeeding(_ held: [Certificate], in db: Database) throws -> [Certificate] {
    var found: [Certificate] = []
    var open = held
    while let certificate = open.popLast() {
      guard certificate.state == .replaced, let serial = certificate.entries["replace.successor"] else { continue }
      let next = try certificates(where: "serial = ?", [serial], in: db)
      for successor in next where successor.identity != certificate.identity && !found.contains(successor) {
        found.append(successor)
        open += try certificates(of: successor.identity, in: db)
      }
    }
    return found
  }

  /// The certificates of an applicant's number, without those that are others'; and of these the last each, as long as
  /// nobody has decided that they are another person's.
  ///
  /// Others' are those whose holder's number was corrected to another one since; and for whoever comes to the number by a
  /// correction those that ended under another name.
  ///
  /// - Parameter certificate: the one that the case is about: what became of it under another number is the same person's.
  func divided(
    _ held: [Certificate], for application: Application, about certificate: Certificate?, in db: Database
  ) throws -> (own: [Certificate], others: [Certificate]) {
    let last = try held.filter {
      if application.isOthers($0, about: certificate, on: today) { return true }
      let next = try Self.succeeding([$0], in: db)
      return !next.isEmpty && !next.contains { $0.id == certificate?.id }
    }
    guard !last.isEmpty else { return (held, []) }
    let gone = Self.before(last, among: held)
    let told = Set(application.apartFrom + held.flatMap(\.apartFrom))
    return (held.filter { !gone.contains($0.id) }, last.filter { !told.contains($0.number) })
  }

  /// These certificates and all that they took the place of under the same number of a person.
  private static func before(_ last: [Certificate], among held: [Certificate]) -> Set<Int64> {
    var found: Set<Int64> = []
    for certificate in last {
      var open: Certificate? = certificate
      while let one = open, found.insert(one.id).inserted {
        open = held.last { $0.id < one.id && $0.number == one[.supersedes] }
      }
    }
    return found
  }

  /// The certificates of a number that are one person's, where two have borne it and were told apart: those of its owner,
  /// unless the one named is the other's.
  static func onePerson(_ identity: String, as named: Certificate?, in db: Database) throws -> [Certificate] {
    let all = try certificates(of: identity, in: db)
    let told = Set(all.flatMap(\.apartFrom))
    guard !told.isEmpty else { return all }
    let others = before(all.filter { told.contains($0.number) }, among: all)
    let isOther = named.map { others.contains($0.id) } ?? false
    return all.filter { others.contains($0.id) == isOther }
  }

  /// A number with all others under which the register has had the same person, none that turned out to be another's.
  static func numbers(ofWhoeverHas number: String, in db: Database) throws -> [String] {
    let held = try linked(try onePerson(number, as: nil, in: db), in: db)
    let own = Set(held.map(\.id))
    let others = try Set(held.map(\.identity)).subtracting([number]).filter { other in
      try onePerson(other, as: nil, in: db).contains { own.contains($0.id) }
    }
    return [number] + others.sorted()
  }

  /// The numbers of certificates that bore one of these people's numbers and are somebody else's.
  static func foreign(to held: [Certificate], in db: Database) throws -> Set<String> {
    let own = Set(held.map(\.id))
    return Set(
      try Set(held.map(\.identity)).flatMap { try certificates(of: $0, in: db) }.filter { !own.contains($0.id) }
        .map(\.number))
  }

  /// The certificates of others that bore an applicant's number, of which nobody has decided whose they are.
  func heldByOthers(
    before application: Application, about certificate: Certificate?, in db: Database
  ) throws -> [Certificate] {
    guard application.service.keepsOneLive, !application[.identity].isEmpty else { return [] }
    let held = try Self.certificates(of: application[.identity], in: db)
    return try divided(held, for: application, about: certificate, in: db).others
  }

  /// When the first of the cards was issued of which this one is the last.
  static func firstIssue(of certificate: Certificate, in db: Database) throws -> Day? {
    var (first, seen, open) = (certificate.validFrom, Set([certificate.id]), certificate)
    while !open[.supersedes].isEmpty,
      let before = try certificates(numbered: open[.supersedes], in: db).last(where: { $0.id < open.id }),
      seen.insert(before.id).inserted
    {
      first = [first, before.validFrom].compactMap { $0 }.min()
      open = before
    }
    return first
  }
}

extension Application {
  /// Whether the case belongs to one of these certificates and to none of the person's own.
  func isAbout(_ foreign: Set<String>, besides held: [Certificate]) -> Bool {
    guard !foreign.isEmpty else { return false }
    let named = [self[.certificate], certificateNumber].filter { !$0.isEmpty }
    if named.contains(where: { number in held.contains { $0.number == number } }) { return false }
    return named.contains(where: foreign.contains)
      || apartFrom.contains { number in held.contains { $0.number == number } }
  }
}
