import Testing

@testable import Casework

/// A reason proves an act afterwards, so it says something.
@Suite struct ReasonTests {
  @Test(arguments: ["x", "1", "。。", "", "  ", "啊", "啊啊", "xxx", "ok", "12345", "-", "？！", "a b c"])
  func keysThatWereStruckAreNoReason(_ text: String) { #expect(!Reason.isTold(by: text)) }

  @Test(arguments: ["健在", "已核实", "died", "Found alive.", "见 3 号", "家属到场", "𠀀某", "as_before"])
  func twoCharactersOrAWordAreOne(_ text: String) { #expect(Reason.isTold(by: text)) }

  /// Every text that a move cannot do without and that proves it says something; so do names and numbers.
  @Test(arguments: ["...", "。。", "？"]) func textsThatProveAnActSaySomething(_ text: String) {
    let inputs = Application.transitions.flatMap(\.asks) + Certificate.transitions.flatMap(\.asks)
    let proving = inputs.filter { $0.isRequired && $0.kind == .longText }
    #expect(
      Set(proving.map(\.code)).isSuperset(
        of: ["request", "record", "content", "evaluation", "opinion", "minutes", "statement", "question", "advice"]))
    #expect(proving.allSatisfy { $0.problem(of: text)?.code == "text_says_nothing" })
    #expect(proving.allSatisfy { $0.problem(of: "同意") == nil && $0.problem(of: "无") == nil })
  }

  @Test func aNameHasALetterAndANumberALetterOrADigit() throws {
    let inputs = Application.transitions.flatMap(\.asks)
    let name = try #require(inputs.first { $0.code == "objector" })
    let number = try #require(inputs.first { $0.code == "form" })
    for nothing in ["1", "。", "-"] { #expect(name.problem(of: nothing)?.code == "text_says_nothing") }
    for nothing in ["。", "-", "..."] { #expect(number.problem(of: nothing)?.explanation.isWhole == true) }
    #expect(name.problem(of: "匿名") == nil && number.problem(of: "7") == nil && number.problem(of: "无") == nil)
  }

  /// Whatever is called a reason in a table is judged by the one rule.
  @Test func everyReasonOfTheTablesIsJudged() {
    let inputs =
      Application.transitions.flatMap(\.asks) + Sweep.transitions.flatMap(\.asks)
      + PeriodReport.transitions.flatMap(\.asks) + ServiceKind.allCases.flatMap(\.inputs)
      + Certificate.transitions.flatMap(\.asks)
    let reasons = inputs.filter { input in
      if case .choice = input.kind { return false }
      return input.name.chinese.contains("理由") || input.code == "reason"
    }

    #expect(reasons.count > 10)
    #expect(reasons.filter { $0.kind != .reason && $0.kind != .waivers }.map(\.code) == [])
    #expect(inputs.first { $0.code == "reason" && $0.kind == .reason }?.problem(of: "x")?.code == "reason_says_nothing")
  }
}
