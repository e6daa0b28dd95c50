import ArgumentParser
import CaseStore
import Casework

/// Approves many cases, each judged by itself.
struct CaseApprove: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "成批审批，逐件判定 · approve many, each judged by itself")
  @Argument(help: "CASE…") var numbers: [String] = []
  @Flag(help: "全部待审批的业务，有「请核」的和注销、冻结除外 · all in review but what has something to check, cancels or freezes")
  var allInReview = false
  @Option(name: .customLong("set"), help: "materials=yes procedure=yes conclusion=yes notice=yes")
  var fields: [String] = []
  @OptionGroup var pin: PINOptions
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    guard numbers.isEmpty == allInReview else {
      throw Unusable("no_cases", Phrase("请列出业务号，或用 --all-in-review", "Name the cases, or use --all-in-review"))
    }
    let fields = try SetFields.entries(fields)
    let (store, signedIn) = try global.signIn()
    let session = try pin.signing(signedIn, on: store, global)
    let cases =
      try allInReview
      ? store.cases(CaseFilter(state: .review), visibleTo: session)
      : numbers.map { try store.application(numbered: $0) }
    let looked = try store.toDecide(cases)
    let doubts = looked.mapValues(\.warnings).filter { !$0.value.isEmpty }
    let left = allInReview ? cases.compactMap { Self.left($0, for: doubts[$0.id] ?? [], looked[$0.id]?.ending) } : []
    let sure = cases.map(SeenCase.init).filter { one in !left.contains { $0.seen == one } }
    let outcomes = try store.record(.approve, fields, onEach: sure, by: session) {
      try store.application($0).scans(reading: receivedFile)
    }
    try (outcomes + left).say(on: global.printer, doubts: doubts, looked: looked)
  }

  /// A case that is not approved among all the others, because there is something to look at in it or it takes a
  /// certificate from its holder.
  private static func left(
    _ application: Application, for doubts: [Application.Warning], _ ending: Phrase?
  ) -> CaseOutcome? {
    let reasons =
      doubts.map { Phrase.toCheck + $0.sentence } + (ending.map { [Phrase("批准后：", "if approved: ") + $0] } ?? [])
    guard !reasons.isEmpty else { return nil }
    let refusal = Refusal(
      "to_be_checked", .joined(reasons, by: Phrase("；", "; ")),
      remedy: Phrase("看过后写明业务号审批", "Look at it, then approve it by its number"))
    return CaseOutcome(seen: SeenCase(application), result: .failure(refusal))
  }
}

extension [CaseOutcome] {
  /// A line for each case and, for people, the sum.
  ///
  /// What was to be checked in a case that was approved all the same is said with it.
  ///
  /// - Parameters:
  ///   - doubts: what stood against the cases when they were decided, by case.
  ///   - looked: what was decided in each, and what follows.
  /// - Throws: `SomeRefused` where a case was refused, once all is said.
  func say(
    on printer: Printer, doubts: [Int64: [Application.Warning]] = [:], looked: [Int64: CaseToDecide] = [:]
  ) throws {
    for outcome in self {
      let stood = doubts[outcome.seen.id] ?? []
      if outcome.refusal == nil {
        for doubt in stood {
          printer.complain("\(outcome.seen.number) " + (Phrase.toCheck + doubt.words)(in: printer.language))
        }
      }
      let decided = looked[outcome.seen.id]
      let ending = outcome.refusal == nil ? decided?.ending : nil
      let follows = ending.map { [Phrase("批准后：", "now approved: ") + $0] } ?? []
      printer.answer(
        outcome.json(stood, decided, in: printer.language),
        .joined([outcome.text] + (decided?.matter ?? []).map(\.words) + follows, by: Phrase("；", "; ")))
    }
    let refused = count { $0.refusal != nil }
    if !printer.isJSON {
      let ended = [ServiceKind.cancel, .freeze].map { service in
        (service, filter { $0.refusal == nil && $0.seen.service == service }.count)
      }.filter { !looked.isEmpty && $0.1 > 0 }.map { service, count in
        Phrase("，\(service.name.chinese) \(count) 本", ", \(service.name.english.lowercased()) \(count)")
      }
      let sum = Phrase(
        "\(count) 件：办成 \(count - refused)，未办 \(refused)",
        "\(count.counted("case")): \(count - refused) done, \(refused) refused")
      printer.out((sum + .joined(ended, by: Phrase("", "")))(in: printer.language))
    }
    if refused > 0 { throw SomeRefused() }
  }
}

extension CaseOutcome {
  fileprivate func json(
    _ doubts: [Application.Warning], _ decided: CaseToDecide?, in language: Language
  ) -> JSON {
    let state: JSON = if case .success(let changed) = result { .string(changed.state.rawValue) } else { .null }
    return .object([
      "case": .string(seen.number), "ok": .bool(refusal == nil), "state": state,
      "refusal": refusal?.json(in: language) ?? .null, "warnings": doubts.json(in: language),
      "decision": (decided?.matter ?? []).json(in: language), "effect": .optional(decided?.effect(in: language)),
    ])
  }

  fileprivate var text: Phrase {
    let who = Phrase.verbatim("\(seen.number) \(seen.applicant)  ")
    switch result {
    case .success(let changed): return who + changed.state.name
    case .failure(let refusal): return who + .verbatim("× ") + refusal.explanation
    }
  }
}
