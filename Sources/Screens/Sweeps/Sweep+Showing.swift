import Casework

extension SweepScreen {
  /// What was read and how it compares; the count always closes.
  func summary(of sweep: Sweep) -> [FactLine] {
    let read = sweep.value("rows", of: .import)
    let encoding = [sweep.value("format", of: .import), sweep.value("encoding", of: .import)].joined(separator: " ")
    let passed = sweep.value("passed_over", of: .import)
    let classes = SweepClass.allCases.compactMap { sweepClass -> Phrase? in
      let count = sweep.value("class.\(sweepClass.rawValue)", of: .import)
      return count.isEmpty ? nil : sweepClass.name + .verbatim(" \(count)")
    }
    let proposals = SweepProposal.allCases.compactMap { proposal -> Phrase? in
      let count = sweep.value("proposal.\(proposal.rawValue)", of: .import)
      return count.isEmpty ? nil : proposal.name + .verbatim(" \(count)")
    }
    return [
      FactLine(
        Phrase("文件", "File"),
        Phrase(
          "\(sweep.fileName)（\(encoding)），略过 \(passed) 行",
          "\(sweep.fileName) (\(encoding)), \(passed) lines passed over")),
      FactLine(
        Phrase("读出", "Read"), .verbatim("\(read) = ") + .joined(classes, by: .verbatim(" + "))),
      FactLine(Phrase("建议", "Plan"), .joined(proposals)),
    ]
  }
}
