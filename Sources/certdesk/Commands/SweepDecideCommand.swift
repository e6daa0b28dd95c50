import ArgumentParser
import CaseStore
import Casework

extension SweepCommand {
  struct Decide: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "decide",
      abstract: "逐行或成批决定 · decide rows",
      discussion: """
        别人决定过的行不改，除非加 --again。--as-before 照以前的名单对同一行最近的决定「不同意」，情况有变的留下并写明原因。
        --not 证号：只定不是这一位，别人仍可能；加 --open 只收回这一句。宣告死亡的，同意时写明 --judgment、--court。
        What somebody else decided stays unless --again is given. --as-before rejects what was rejected last in an earlier \
        list, and tells which rows it leaves and why. --not CERT says of one person alone that the row is not about them; \
        with --open that is taken back. Accepting a declared death takes --judgment and --court.
        """)
    @Argument(help: "SWEEP") var sweep: String
    @Option(name: [.customLong("rows"), .customLong("row")], help: "行，如 3,7-12 · rows") var rows: String?
    @Option(name: .customLong("class"), help: "整类 · a whole class") var sweepClass: String?
    @Flag(help: "同意 · accept") var accept = false
    @Flag(help: "不同意 · reject") var reject = false
    @Flag(help: "留待核实 · hold") var hold = false
    @Flag(help: "收回决定 · take the decision back") var open = false
    @Flag(help: "照以前的决定 · as the same rows were answered before") var asBefore = false
    @Flag(help: "别人决定过的也改 · change what somebody else decided") var again = false
    @Option(
      help:
        "只定不是这一本证的人（单行），加 --open 收回 · not the holder of this certificate, others stay possible; one row; --open takes it back"
    )
    var not: String?
    @Option(help: "理由 · reason") var reason: String = ""
    @Option(help: "实际日期（单行同意时） · the real date, with accepting one row") var date: String?
    @Option(help: "疑似、近似之中是哪一本证（单行同意时） · which of the candidates or near ones, with accepting one row") var target:
      String?
    @Option(help: "判决书文号（同意宣告死亡时） · the judgment, with accepting a declared death") var judgment: String = ""
    @Option(help: "作出判决的法院 · the court that gave it") var court: String = ""
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      if asBefore { return try performAsBefore() }
      if let not { return try tellApart(not) }
      guard decisions.count == 1, let decision = decisions.first else {
        throw Unusable(
          "no_decision",
          Phrase(
            "--accept、--reject、--hold、--open、--as-before 选一",
            "Give one of --accept, --reject, --hold, --open, --as-before"))
      }
      let selection: SweepSelection
      switch (try ranges, sweepClass) {
      case (let ranges?, nil): selection = .rows(ranges)
      case (nil, let name?): selection = .whole(try SweepClass.named(name))
      default: throw Unusable("no_rows", Phrase("--rows 与 --class 选一", "Give one of --rows and --class"))
      }
      let (store, session) = try global.signIn()
      let found = try store.sweep(numbered: sweep)
      let before = try ranges.map { try store.ownDecisions(on: $0, of: found, besides: decision, by: session) } ?? []
      let (decided, left, undecided) = try store.decide(
        selection, decision, reason: reason, given: try given, again: again, on: found.id, by: session)
      let kept =
        try sweepClass == nil || decision == .open
        ? nil
        : store.keeping(SweepClass.named(sweepClass ?? ""), in: found, besides: decision, by: session)
      let against = try decision == .accept && decided == 1 ? evidence(selection, of: found, in: store, session) : []
      global.printer.answer(
        .object([
          "decided": .int(decided), "left": .int(left), "undecided": .int(undecided),
          "signs": .array(against.map(\.json)),
          "kept": .pairs((kept?.rows ?? [:]).map { ($0.key.rawValue, .int($0.value)) }.sorted { $0.0 < $1.0 }),
          "changed": .array(
            before.map { .object(["row": .int($0.row), "decision": .string($0.decision.rawValue)]) }),
        ]),
        Phrase(
          "已决定 \(decided) 行；所选中留下 \(left) 行须逐行核对；全部尚有 \(undecided) 行未决定",
          "\(decided) decided; \(left) of those chosen are left to look at one by one; \(undecided) undecided in all")
          + (kept?.keptWords.map { .verbatim("\n  ") + $0 } ?? .verbatim(""))
          + .joined(before.map { .verbatim("\n  ") + $0.changed(to: decision) }, by: .verbatim(""))
          + .joined(against.map { Phrase("\n  注意：", "\n  beware: ") + $0.words }, by: .verbatim("")))
    }

    /// What speaks against the one row that was just accepted.
    private func evidence(
      _ selection: SweepSelection, of sweep: Sweep, in store: CaseStore, _ session: Session
    ) throws -> [LifeSign] {
      guard case .rows(let ranges) = selection, ranges.count == 1, let row = ranges.first, row.count == 1 else {
        return []
      }
      return try store.review(row.lowerBound, of: sweep, reading: .all, by: session)?.evidence ?? []
    }

    private func performAsBefore() throws {
      guard decisions.isEmpty, sweepClass == nil, not == nil, reason.isEmpty, try given == SweepGiven() else {
        throw Unusable(
          "as_before_alone",
          Phrase(
            "--as-before 只可与 --rows 同用，理由照旧", "--as-before goes with --rows alone; the reasons are those given before"))
      }
      let ranges = try ranges
      let (store, session) = try global.signIn()
      let (done, undecided) = try store.decideAsBefore(ranges, on: store.sweep(numbered: sweep).id, by: session)
      let language = global.printer.language
      global.printer.answer(
        done.json(undecided: undecided, in: language), .verbatim(done.text(undecided: undecided, in: language)))
    }

    private func tellApart(_ number: String) throws {
      guard decisions.isEmpty || decisions == [.open], sweepClass == nil, try given == SweepGiven(),
        let row = try ranges?.first, try ranges?.count == 1, row.count == 1
      else {
        throw Unusable(
          "not_alone",
          Phrase("--not 只可与 --row（一行）、--open、--reason 同用", "--not goes with one --row, with --open and --reason"))
      }
      let (store, session) = try global.signIn()
      if open {
        let people = try store.holdPossible(
          number, in: row.lowerBound, reason: reason, on: store.sweep(numbered: sweep).id, by: session)
        return global.printer.answer(
          .object(["decided": .int(0), "people": .int(people)]),
          Phrase("仍可能是此人，可能的有 \(people) 人", "possible again; \(people) are possible"))
      }
      let (people, undecided) = try store.tellApart(
        number, from: row.lowerBound, reason: reason, on: store.sweep(numbered: sweep).id, by: session)
      global.printer.answer(
        .object(["decided": .int(people == 0 ? 1 : 0), "people": .int(people), "undecided": .int(undecided)]),
        people == 0
          ? Phrase("没有别的可能的人，此行不同意", "nobody else is possible: the row is rejected")
          : Phrase("已定不是此人，还有 \(people) 人可能", "told apart; \(people) stay possible"))
    }

    private var decisions: [SweepDecision] {
      [(accept, SweepDecision.accept), (reject, .reject), (hold, .hold), (open, .open)].filter(\.0).map(\.1)
    }

    private var ranges: [ClosedRange<Int>]? {
      get throws {
        guard let rows else { return nil }
        guard let ranges = RowRanges.ranges(rows) else {
          throw Unusable("bad_rows", Phrase("--rows 写作 3,7-12", "Write --rows as 3,7-12"))
        }
        return ranges
      }
    }

    private var given: SweepGiven {
      get throws {
        let court = CourtJudgment(["judgment": judgment, "court": court])
        guard let date else { return SweepGiven(target: target, judgment: court) }
        guard let day = Day(iso: date) else {
          throw Unusable("bad_date", Phrase("--date 应写作 2026-07-01", "Write --date as 2026-07-01"))
        }
        return SweepGiven(date: day, target: target, judgment: court)
      }
    }
  }
}

extension AsBefore {
  fileprivate func json(undecided: Int, in language: Language) -> JSON {
    .object([
      "decided": .int(answered.count), "left": .int(left.count), "undecided": .int(undecided),
      "rows": .array(
        answered.map { row, answer in
          .object([
            "row": .int(row), "reason": .string(answer.again.words(in: language)),
            "as_before": .object(["sweep": .string(answer.again.sweep), "row": .int(answer.again.row)]),
          ])
        }),
      "refused": .array(
        left.map {
          .object(["row": .int($0.row), "code": .string($0.why.rawValue), "why": .string($0.why.name(in: language))])
        }),
    ])
  }

  fileprivate func text(undecided: Int, in language: Language) -> String {
    let head = Phrase(
      "照以前的决定 \(answered.count) 行，留下 \(left.count) 行；全部尚有 \(undecided) 行未决定",
      "\(answered.count.counted("row")) as before, \(left.count) left; \(undecided) undecided in all")
    let done = answered.map { row, answer in
      Phrase("  第 \(row) 行：", "  row \(row): ")(in: language) + answer.again.words(in: language).printable()
    }
    let rest = leftByObstacle.map { why, rows in
      Phrase("  留下第 \(RowRanges.text(rows)) 行：", "  left \(RowRanges.text(rows)): ")(in: language)
        + why.name(in: language)
    }
    return ([head(in: language)] + done + rest).joined(separator: "\n")
  }
}
