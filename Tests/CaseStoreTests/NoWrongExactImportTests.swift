import Casework
import DeskFixtures
import Foundation
import Testing

@testable import CaseStore
@testable import Exchange

/// Disturbed rows as bytes of a list, through reading, import and store: every class is the one that the definitions
/// give, worked out here in the plainest way, and no row is exact for somebody whose number and name it does not bear.
@Suite struct NoWrongExactImportTests {
  private struct Holder {
    let name: String
    let identity: String
    let birth: Day
    let isActive: Bool
    var certificate: String { identity + "43" }
  }

  private struct Line {
    var identity: String
    var name: String
    var birth: String
    let day: Day
  }

  private static let today = MadeUp.day("2026-04-02")
  private static let names = ["王静", "王婧", "李建国", "李建囯", "张秀英", "章秀英", "欧阳瑾", "买买提·吐尔逊"]

  /// Few names and few birth dates, so that people are easily taken for each other.
  private static func holders(_ chance: inout Chance) -> [Holder] {
    var holders: [String: Holder] = [:]
    while holders.count < 160 {
      let birth = MadeUp.day("1950-01-01").adding(days: Int.random(in: 0..<40, using: &chance))
      let identity = MadeUp.identity(born: birth.iso, sequence: Int.random(in: 1...60, using: &chance))
      holders[identity] = Holder(
        name: names[Int.random(in: names.indices, using: &chance)], identity: identity, birth: birth,
        isActive: Int.random(in: 0..<5, using: &chance) > 0)
    }
    return holders.values.sorted { $0.identity < $1.identity }
  }

  /// What goes wrong between a register office and ours.
  private static let disturbances: [@Sendable (inout Line, Holder, inout Chance) -> Void] = [
    { line, _, chance in line.identity = replacing(line.identity, at: place(line.identity, &chance), &chance) },
    { line, _, chance in
      guard line.identity.count == 18 else { return }
      let body = replacing(String(line.identity.prefix(17)), at: Int.random(in: 6..<17, using: &chance), &chance)
      line.identity = body + (check(body) ?? "0")
    },
    { line, _, chance in
      var digits = Array(line.identity)
      let place = place(line.identity, &chance)
      if place + 1 < digits.count { digits.swapAt(place, place + 1) }
      line.identity = String(digits)
    },
    { line, _, _ in
      if line.identity.count == 18 {
        line.identity = String(line.identity.prefix(6) + line.identity.dropFirst(8).prefix(9))
      }
    },
    { line, _, chance in line.identity = line.identity.prefix(6) + " " + line.identity.dropFirst(6) },
    { line, _, _ in line.identity = line.identity.replacing("X", with: "x") },
    { line, _, _ in
      let wide = Array("０１２３４５６７８９")
      line.identity = String(
        line.identity.map { character in character.wholeNumberValue.map { wide[$0] } ?? character })
    },
    { line, _, _ in
      line.identity = String(line.identity.enumerated().map { (6..<14).contains($0.offset) ? "*" : $0.element })
    },
    { line, _, _ in line.identity = "" }, { line, other, _ in line.identity = other.identity },
    { line, other, _ in line.name = other.name }, { line, _, _ in line.name = String(line.name.dropLast()) + "□" },
    { line, other, _ in line.birth = other.birth.iso }, { line, _, _ in line.birth = "" },
    { line, _, _ in line.name = line.name.map(String.init).joined(separator: " ") },
  ]

  private static func place(_ text: String, _ chance: inout Chance) -> Int {
    Int.random(in: 0..<max(1, text.count), using: &chance)
  }

  private static func replacing(_ text: String, at place: Int, _ chance: inout Chance) -> String {
    var digits = Array(text)
    if digits.indices.contains(place) { digits[place] = Array("0123456789")[Int.random(in: 0..<10, using: &chance)] }
    return String(digits)
  }

  private static func check(_ body: String) -> String? {
    let digits = body.compactMap(\.wholeNumberValue)
    guard digits.count == 17 else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return String(Array("10X98765432")[zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11])
  }

  /// The number a cell gives, if it is a valid one.
  private static func number(_ cell: String) -> String? {
    var text = cell.filter { $0 != " " }.map { $0.wholeNumberValue.map(String.init) ?? String($0) }.joined()
      .uppercased()
    if text.count == 15 {
      let body = text.prefix(6) + "19" + text.dropFirst(6)
      text = body + (check(String(body)) ?? "?")
    }
    guard text.count == 18, check(String(text.prefix(17))) == String(text.suffix(1)), let birth = birth(of: text),
      birth <= today, birth.year >= 1800
    else { return nil }
    return text
  }

  private static func birth(of number: String) -> Day? {
    let digits = number.dropFirst(6).prefix(8)
    return Day(iso: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }

  /// What cli.md says, in its order.
  private static func expected(_ line: Line, _ holders: [Holder]) -> (sweepClass: SweepClass, candidates: Set<String>) {
    let name = line.name.filter { $0 != " " }
    func alike(born birth: Day?) -> Set<String> {
      Set(holders.filter { $0.isActive && $0.name == name && $0.birth == birth }.map(\.certificate))
    }
    guard let number = number(line.identity) else { return (.malformed, alike(born: Day(iso: line.birth))) }
    let held = holders.filter { $0.identity == number }
    if let active = held.first(where: \.isActive) { return (active.name == name ? .exact : .nameMismatch, []) }
    if !held.isEmpty { return (.inactive, []) }
    let candidates = alike(born: Day(iso: line.birth) ?? birth(of: number))
    return (candidates.isEmpty ? .none : .candidate, candidates)
  }

  private static func lines(about holders: [Holder], _ chance: inout Chance) -> [Line] {
    (1...400).map { number in
      let holder = holders[Int.random(in: holders.indices, using: &chance)]
      // Each row has its own day, so that none is the same as an earlier one.
      var line = Line(
        identity: holder.identity, name: holder.name, birth: holder.birth.iso, day: today.adding(days: -number))
      for _ in 0..<Int.random(in: 0...2, using: &chance) {
        let other = holders[Int.random(in: holders.indices, using: &chance)]
        disturbances[Int.random(in: disturbances.indices, using: &chance)](&line, other, &chance)
      }
      return line
    }
  }

  private static func desk(with holders: [Holder]) throws -> Desk {
    let desk = try Desk(today.iso)
    let lines = holders.enumerated().map { index, holder in
      RegisterLine(
        row: index + 1,
        cells: [
          "certificate": holder.certificate, "name": holder.name, "identity": holder.identity, "category": "肢体",
          "grade": "三级", "issued": "2020-01-10", "valid_to": "2030-01-10", "state": holder.isActive ? "有效" : "注销",
        ])
    }
    let report = try desk.store.importRegister(
      lines, of: ReceivedFile(name: "people.csv", bytes: [1]), by: Desk.session("chen"), dates: Sample.date)
    #expect(report.imported == holders.count)
    return desk
  }

  /// Writes the list as the police does, reads it and takes it in.
  private static func sweep(of lines: [Line], at desk: Desk) throws -> Sweep {
    let text =
      (["公民身份号码,姓名,出生日期,变动类型,变动日期"]
      + lines.map { [$0.identity, $0.name, $0.birth, "死亡注销", $0.day.iso].joined(separator: ",") })
      .joined(separator: "\r\n") + "\r\n"
    let bytes = try GB18030Encoder().encode(Array(text.utf8))
    let path = NSTemporaryDirectory() + "disturbed-\(UUID().uuidString).csv"
    try Data(bytes).write(to: URL(filePath: path))
    defer { unlink(path) }
    return try desk.store.importSweep(
      ReceivedFile(name: "police.csv", bytes: bytes), quarter: Quarter(of: today), by: Desk.session("chen")
    ) { take in
      let summary = try SourceFile(path: path, vocabulary: .police).forEachRow { try take(PoliceRow($0)) }
      #expect(summary.encoding == .gb18030)
      return FileReading(format: summary.format.rawValue, encoding: "gb18030", passedOver: summary.passedOver.total)
    }
  }

  @Test func everyDisturbedRowOfAListHasTheClassOfTheDefinitions() throws {
    var chance = Chance.fresh()
    let seed = Comment(rawValue: "seed \(chance.seed)")
    let holders = Self.holders(&chance)
    let lines = Self.lines(about: holders, &chance)
    let desk = try Self.desk(with: holders)

    let sweep = try Self.sweep(of: lines, at: desk)
    let rows = try desk.rows(of: sweep)

    #expect(rows.count == lines.count && sweep.count.closes, seed)
    for (row, line) in zip(rows, lines) {
      let expected = Self.expected(line, holders)
      #expect(row.sweepClass == expected.sweepClass, "\(seed), \(line)")
      #expect(Set(row.candidates) == expected.candidates, "\(seed), \(line)")
      guard row.sweepClass == .exact else { continue }
      let bearer = holders.first { $0.certificate == row.certificate }
      #expect(bearer?.identity == Self.number(line.identity), "\(seed), \(line)")
      #expect(bearer?.name == line.name.filter { $0 != " " } && bearer?.isActive == true, "\(seed), \(line)")
    }
    let bulk = try desk.store.decide(.whole(.exact), .accept, reason: "", on: sweep.id, by: Desk.session("chen"))
    let accepted = try desk.rows(of: sweep).filter { $0.decision == .accept }
    #expect(bulk.decided == accepted.count && accepted.allSatisfy { $0.sweepClass == .exact }, seed)
    #expect(try desk.store.verify().firstProblem == nil, seed)
  }
}
