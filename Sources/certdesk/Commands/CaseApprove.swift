import ArgumentParser
import CaseStore
import Casework

/// Approves many cases, each judged by itself.
struct CaseApprove: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "成批审批，逐件判定 · approve many, each judged by itself")
  @Argument(help: "CASE…") var numbers: [String] = []
  @Flag(help: "全部待审批的业务 · every case in review") var allInReview = false
  @Option(name: .customLong("set"), help: "materials=yes procedure=yes conclusion=yes notice=yes")
  var fields: [String] = []
  @OptionGroup var global: GlobalOptions

  func perform() throws {
    guard numbers.isEmpty == allInReview else {
      throw Unusable("no_cases", Phrase("请列出业务号，或用 --all-in-review", "Name the cases, or use --all-in-review"))
    }
    let fields = try SetFields.entries(fields)
    let (store, session) = try global.signIn()
    let cases =
      try allInReview
      ? store.cases(CaseFilter(state: .review), visibleTo: session)
      : numbers.map { try store.application(numbered: $0) }
    let outcomes = try store.record(.approve, fields, onEach: cases.map(SeenCase.init), by: session) {
      try store.application($0).scans(reading: receivedFile)
    }
    try outcomes.say(on: global.printer)
  }
}

extension [CaseOutcome] {
  /// A line for each case and, for people, the sum.
  ///
  /// Throws `SomeRefused` where a case was refused, once all is said.
  func say(on printer: Printer) throws {
    for outcome in self { printer.answer(outcome.json(in: printer.language), outcome.text) }
    let refused = count { $0.refusal != nil }
    if !printer.isJSON {
      let sum = Phrase(
        "\(count) 件：办成 \(count - refused)，未办 \(refused)", "\(count) cases: \(count - refused) done, \(refused) refused")
      printer.out(sum(in: printer.language))
    }
    if refused > 0 { throw SomeRefused() }
  }
}

extension CaseOutcome {
  fileprivate func json(in language: Language) -> JSON {
    let state: JSON = if case .success(let changed) = result { .string(changed.state.rawValue) } else { .null }
    return .object([
      "case": .string(seen.number), "ok": .bool(refusal == nil), "state": state,
      "refusal": refusal?.json(in: language) ?? .null,
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
