import Testing

@testable import Casework

@Suite struct SweepCountTests {
  @Test(arguments: [
    // exact, name_mismatch, inactive, candidate, none, duplicate, malformed, review -> matched, to ask, not ours, bad
    ([10, 0, 0, 0, 0, 0, 0, 0], [10, 0, 0, 0]), ([10, 3, 2, 1, 4, 5, 6, 13], [9, 7, 4, 11]),
    ([0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0]), ([0, 0, 0, 4, 0, 0, 2, 6], [0, 4, 0, 2]),
  ]) func readIsMatchedAndToAskAndNotOursAndBad(_ told: [Int], _ expected: [Int]) {
    var entries: Entries = ["import.rows": String(told.dropLast().reduce(0, +))]
    for (sweepClass, count) in zip(SweepClass.allCases, told) {
      entries["import.class.\(sweepClass.rawValue)"] = String(count)
    }
    entries["import.proposal.review"] = told.last.map(String.init)
    let sweep = Sweep(
      id: 1, number: "x", state: .open, sequence: 1, since: Day(ordinal: 20_000), entries: entries)

    #expect([sweep.count.matched, sweep.count.toAsk, sweep.count.notOurs, sweep.count.bad] == expected)
    #expect(sweep.count.closes && sweep.count.words.isWhole)
  }

  @Test func aSureRowThatSomethingSpeaksAgainstIsToAsk() {
    let sweep = Sweep(
      id: 1, number: "x", state: .open, sequence: 1, since: Day(ordinal: 20_000),
      entries: [
        "import.rows": "10", "import.class.exact": "10", "import.signs_asked": "3", "import.blocks_asked": "2",
      ])

    #expect(sweep.count.matched == 5 && sweep.count.toAsk == 5 && sweep.count.closes)
  }

  @Test func theCountSaysWhichOfTheUnusableRowsAreLookedAt() {
    let count = SweepCount(read: 5, matched: 1, toAsk: 2, notOurs: 0, bad: 2, badNumbers: 1)
    #expect(count.words.chinese == "读入 5 = 相符 1 + 待核对 2 + 不在册 0 + 不可用 2（号码错 1，也要看）")
  }

  /// A number or a name changes by a case of its own: the sweep has only noted that it is due.
  @Test(arguments: [
    ("死亡注销", SweepRow.done, "已注销"), ("户口迁出", SweepRow.done, "已计时，证件仍有效"),
    ("身份号码变更", SweepRow.done, "已记待办：改号码"), ("县内移居", SweepRow.done, "已记待办：改地址"),
    ("姓名变更", SweepRow.undone, "已撤销"), ("姓名变更", "not_own_case", "被拒：办理人须回避"),
  ])
  func whatWasOnlyNotedIsNotCalledCarriedOut(_ kind: String, _ outcome: String, _ words: String) {
    let source = PoliceRow(row: 1, identity: "", name: "张四", kind: kind, eventDate: .missing)
    let row = SweepRow(
      row: 1, sweepClass: .exact, reason: "", identity: "", certificate: "", candidates: [], duplicateOf: nil,
      kind: PoliceRecordKind(kind), eventDate: .missing, proposal: .review, block: nil, source: source,
      registerName: "", outcome: outcome)

    #expect(row.outcomeWords?.chinese == words)
  }

  @Test func aSampleIsDrawnOnceAndWithoutRepeats() {
    let rows = Array(stride(from: 3, to: 3000, by: 3))

    for seed in [0, 1, UInt64.max] {
      let drawn = SweepSample.draw(from: rows, seed: seed)
      #expect(drawn.count == 20 && Set(drawn).count == 20 && Set(drawn).isSubset(of: rows))
      #expect(drawn == SweepSample.draw(from: rows, seed: seed) && drawn == drawn.sorted())
    }
    #expect(SweepSample.draw(from: rows, seed: 1) != SweepSample.draw(from: rows, seed: 2))
    #expect(SweepSample.draw(from: [7, 5], seed: 1) == [5, 7] && SweepSample.draw(from: [], seed: 1).isEmpty)
  }

  @Test(
    arguments: [
      ("姓名变更", SweepClass.exact, "现姓名:左淑欣", "左淑欣", nil), ("姓名变更", .exact, "", nil, nil),
      ("姓名变更", .nameMismatch, "原姓名:张三", "张四", nil), ("死亡注销", .exact, "现姓名:王五", nil, nil),
      ("身份号码变更", .exact, "新号码：43128119500115001X，已核", nil, nil),
      ("身份号码变更", .exact, "新号码：11010519491231002X，已核", nil, "11010519491231002X"),
    ] as [(String, SweepClass, String, String?, String?)])
  func aRowTellsTheNewNameOrNumberWhereItDoes(
    _ kind: String, _ sweepClass: SweepClass, _ note: String, _ name: String?, _ identity: String?
  ) {
    let source = PoliceRow(row: 1, identity: "", name: "张四", kind: kind, eventDate: .missing, note: note)
    let row = SweepRow(
      row: 1, sweepClass: sweepClass, reason: "", identity: "", certificate: "", candidates: [], duplicateOf: nil,
      kind: PoliceRecordKind(kind), eventDate: .missing, proposal: .review, block: nil, source: source,
      registerName: "")

    #expect(row.newName == name && row.newIdentity == identity)
  }
}
