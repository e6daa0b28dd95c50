import Testing

@testable import Casework

/// A reason proves an act afterwards, so it says something.
@Suite struct ReasonTests {
  @Test(arguments: ["x", "1", "。。", "", "  ", "啊", "啊啊", "xxx", "ok", "12345", "-", "？！", "a b c"])
  func keysThatWereStruckAreNoReason(_ text: String) { #expect(!Reason.isTold(by: text)) }

  @Test(arguments: ["健在", "已核实", "died", "Found alive.", "见 3 号", "家属到场", "𠀀某", "as_before"])
  func twoCharactersOrAWordAreOne(_ text: String) { #expect(Reason.isTold(by: text)) }

  /// Whatever is called a reason in a table is judged by the one rule.
  @Test func everyReasonOfTheTablesIsJudged() {
    let inputs =
      Application.transitions.flatMap(\.asks) + Sweep.transitions.flatMap(\.asks)
      + PeriodReport.transitions.flatMap(\.asks) + ServiceKind.allCases.flatMap(\.inputs)
    let reasons = inputs.filter { $0.name.chinese.hasSuffix("理由") }

    #expect(reasons.count > 10)
    #expect(reasons.filter { $0.kind != .reason && $0.kind != .waivers }.map(\.code) == [])
    #expect(inputs.first { $0.code == "reason" && $0.kind == .reason }?.problem(of: "x")?.code == "reason_says_nothing")
  }
}
