import Casework
import GRDB

/// The register as near matches ask it: by name with birth date, by birth date through the numbers, by number.
struct NearRegister: ~Copyable {
  private let named: BulkStatement
  private let person: BulkStatement
  private let people: BulkStatement
  private let numbered: BulkStatement
  private let whole: BulkStatement
  let comparison: NearComparison
  private let districts: [String]

  init(_ weights: NearWeights, _ db: Database) throws {
    // All made before one is kept: what cannot be copied is not half made.
    let byName = try BulkStatement("SELECT id, birth FROM certificate WHERE name = ? ORDER BY birth LIMIT ?", in: db)
    let byPerson = try BulkStatement("SELECT id FROM certificate WHERE name = ? AND birth = ?", in: db)
    let counting = try BulkStatement(
      "SELECT count(DISTINCT identity) FROM certificate WHERE name = ? AND birth = ?", in: db)
    let byNumber = try BulkStatement(
      "SELECT id, name FROM certificate WHERE identity >= ? AND identity < ? LIMIT ?", in: db)
    let byID = try BulkStatement(
      "SELECT number, name, state, identity, birth, json_extract(body, '$.address') FROM certificate WHERE id = ?",
      in: db)
    named = byName
    person = byPerson
    people = counting
    numbered = byNumber
    whole = byID
    comparison = NearComparison(weights)
    districts = weights.commonDistricts(Self.mostDistricts)
  }

  /// More holders of a name than this are not read one by one, but asked for by birth date.
  private static let mostOfOneName = 64
  /// With more holders of a name than this, only those of a near birth date are looked at.
  private static let fewOfOneName = 8
  /// Of how many districts the people of one birth date are looked at, besides the district that the row names.
  private static let mostDistricts = 16
  /// How many people of one birth date and district are looked at.
  private static let mostOfOneDay = 256
  private static let sampled = 4096
  private static let addressEvery: Int64 = 4

  /// Learns from certificates that stand evenly through the register, so that it takes as long with a large one.
  static func weights(in db: Database) throws -> NearWeights {
    let holders = try Int.fetchOne(db, sql: "SELECT sum(certificates) FROM certificate_day") ?? 0
    var weights = NearWeights(holders: holders)
    let ends = try Row.fetchOne(db, sql: "SELECT (SELECT min(id) FROM certificate), (SELECT max(id) FROM certificate)")
    guard let ends, let first = ends[0] as Int64?, let last = ends[1] as Int64? else { return weights }
    let next = try BulkStatement(
      "SELECT id, name, identity, CASE ? WHEN 0 THEN json_extract(body, '$.address') END FROM certificate WHERE id >= ? ORDER BY id LIMIT 1",
      in: db)
    let count = min(Int64(sampled), last - first + 1)
    for step in 0..<count {
      next.begin()
      next.bind(step % addressEvery, at: 1)
      next.bind(first + (last - first) * step / max(count - 1, 1), at: 2)
      if try next.next() {
        weights.learn(name: next.text(1) ?? "", identity: next.text(2) ?? "", address: next.text(3))
      }
    }
    return weights
  }

  /// Everybody whom the row may be about, the best first.
  ///
  /// - Parameters:
  ///   - candidates: numbers of certificates that the exact rules name; they are weighed whatever they weigh.
  ///   - apart: certificates that a person told apart from this person before, with the quarter of that sweep.
  func matches(
    of row: NearRow, numberIsKnown: Bool, candidates: [String], apart: [String: String]
  ) throws -> [NearMatch] {
    let (byName, sameName) = try holders(named: row)
    var found = byName
    for birth in row.births {
      for district in Set(districts + [row.district].compactMap { $0 }) {
        found.formUnion(try holders(born: birth, in: district, like: row))
      }
    }
    for number in row.repairs + (numberIsKnown ? [row.identity] : []) + [row.formerIdentity].compactMap({ $0 }) {
      found.formUnion(try holders(numbered: number, to: number + " "))
    }
    var matches: [NearMatch] = []
    for id in found {
      guard let holder = try holder(id) else { continue }
      let ownNumber = holder.identity == row.identity
      let match = comparison.match(
        row, holder, sameName: sameName, namesakes: try namesakes(of: holder, row),
        numberIsAnothers: numberIsKnown && !ownNumber, apart: apart[holder.certificate])
      let isShown = match.weight >= NearComparison.leastWeight || match.isToldApart
      if isShown || candidates.contains(match.certificate) { matches.append(match) }
    }
    return Array(matches.sorted(by: NearMatch.isBetter).prefix(max(NearComparison.most, candidates.count)))
  }

  /// Holders of the very name, and how many there are.
  private func holders(named row: NearRow) throws -> (ids: Set<Int64>, count: Int) {
    guard !row.name.isEmpty else { return ([], 0) }
    var held: [(id: Int64, birth: Day?)] = []
    named.begin()
    named.bind(row.name, at: 1)
    named.bind(Int64(Self.mostOfOneName + 1), at: 2)
    while try named.next() { held.append((named.number(0), named.text(1).flatMap { Day(iso: $0) })) }
    if held.count <= Self.mostOfOneName {
      let areFew = held.count <= Self.fewOfOneName
      let near = held.filter { areFew || $0.birth.map(row.isNear) ?? false }
      return (Set(near.map(\.id)), held.count)
    }
    var ids: Set<Int64> = []
    for birth in row.births + row.nearBirths { ids.formUnion(try holders(named: row.name, born: birth)) }
    return (ids, max(held.count, comparison.weights.expected(of: row.name)))
  }

  private func holders(named name: String, born birth: Day) throws -> [Int64] {
    var ids: [Int64] = []
    person.begin()
    person.bind(name, at: 1)
    person.bind(birth.iso, at: 2)
    while try person.next() { ids.append(person.number(0)) }
    return ids
  }

  /// Holders of one birth date and district whose names resemble the row's.
  private func holders(born birth: Day, in district: String, like row: NearRow) throws -> [Int64] {
    let beginning = district + birth.iso.filter { $0 != "-" }
    return try holders(numbered: beginning, to: beginning + ":") { row.resembles($0) }
  }

  private func holders(
    numbered lower: String, to upper: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws -> [Int64] {
    var ids: [Int64] = []
    numbered.begin()
    numbered.bind(lower, at: 1)
    numbered.bind(upper, at: 2)
    numbered.bind(Int64(Self.mostOfOneDay), at: 3)
    while try numbered.next() {
      if isWanted(numbered.text(1) ?? "") { ids.append(numbered.number(0)) }
    }
    return ids
  }

  /// The holder of an active certificate.
  private func holder(_ id: Int64) throws -> NearHolder? {
    whole.begin()
    whole.bind(id, at: 1)
    guard try whole.next(), whole.text(2).flatMap(Certificate.State.init(rawValue:))?.isActive ?? false else {
      return nil
    }
    return NearHolder(
      certificate: whole.text(0) ?? "", name: whole.text(1) ?? "", identity: whole.text(3) ?? "",
      birth: whole.text(4).flatMap { Day(iso: $0) }, address: whole.text(5) ?? "")
  }

  /// How many people of the register share the holder's name and birth date, where the row tells both.
  private func namesakes(of holder: NearHolder, _ row: NearRow) throws -> Int {
    guard holder.name == row.name, let birth = holder.birth, row.births.contains(birth) else { return 0 }
    people.begin()
    people.bind(holder.name, at: 1)
    people.bind(birth.iso, at: 2)
    return try people.next() ? Int(people.number(0)) : 0
  }
}
