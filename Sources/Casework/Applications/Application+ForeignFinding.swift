/// What another county's file says of an assessment (domain: 2): whole where one is due, and nothing where none is.
extension Application {
  func bringsFinding(_ act: Act<Application>) -> Bool {
    Ask.foreignFinding.contains { !act.fields.text($0.code).isEmpty }
  }

  /// What is wrong with the finding that comes with a file, or `nil`.
  func foreignFindingProblem(
    _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> ValueProblem? {
    let given = Ask.foreignFinding.filter { !act.fields.text($0.code).isEmpty }.map(\.code)
    if service.steps.assessment == .never {
      guard !given.isEmpty else { return nil }
      return ValueProblem(
        Phrase(
          "「\(service.name.chinese)」不评定，不登记评定结论", "“\(service.name.english)” takes no assessment: no finding is entered"
        ),
        in: given)
    }
    guard !given.isEmpty || assessmentGround(in: circumstances) != nil else { return nil }
    let missing = Ask.foreignFinding.filter { !["parts", "doctors"].contains($0.code) && !given.contains($0.code) }
    guard !missing.isEmpty else { return nil }
    return ValueProblem(
      Phrase("移送材料的评定结论缺：", "The other county's finding lacks: ") + .joined(missing.map(\.name)),
      in: missing.map(\.code))
  }
}
