import Casework

extension SweepScreen {
  /// What was read and how it compares; the count always closes.
  func summary(of sweep: Sweep) -> [FactLine] {
    let encoding = [sweep.value("format", of: .import), sweep.value("encoding", of: .import)].joined(separator: " ")
    let passed = sweep.value("passed_over", of: .import)
    let classes = SweepClass.allCases.compactMap { sweepClass -> Phrase? in
      let count = sweep.value("class.\(sweepClass.rawValue)", of: .import)
      return count.isEmpty ? nil : sweepClass.name + .verbatim(" \(count)")
    }
    return [
      FactLine(
        Phrase("文件", "File"),
        Phrase(
          "\(sweep.fileName)（\(encoding)），略过 \(passed) 行",
          "\(sweep.fileName) (\(encoding)), \(passed) lines passed over")),
      FactLine(
        Phrase("名单", "Count"), sweep.count.words),
      FactLine(Phrase("比对", "Classes"), .joined(classes)),
    ] + [next].compactMap { $0 }
  }

  /// What is still to be done: one by one, and together.
  private var next: FactLine? {
    guard let progress, deciding == nil else { return nil }
    let words: Phrase =
      progress.undecided + progress.undecidedElsewhere == 0
      ? Phrase("都已决定，按 F2 提交", "all decided: F2 to submit")
      : Phrase(
        "F4 逐行看 \(progress.rows) 行（剩 \(progress.undecided)）；F5 成批决定没有疑点的 \(progress.undecidedElsewhere) 行",
        "F4: \(progress.rows) rows one by one (\(progress.undecided) left); F5: \(progress.undecidedElsewhere) together"
      )
    return FactLine(Phrase("下一步", "Next"), words, .key)
  }
}
