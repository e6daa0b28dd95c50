import CaseStore
import Casework

extension CaseFacts {
  /// The list that a return gave, `缺：户口簿、照片（第 2 次）`; nothing where it gave none.
  func listed(by entry: LogEntry) -> Phrase {
    let gaps = history.gaps(askedBy: entry)
    return gaps.isEmpty ? Phrase("", "") : Phrase("缺：", "missing: ") + words(of: gaps)
  }

  /// The same gap asked for more than once: the list is to be given whole at the first time.
  var askedAgain: [FactLine] {
    let again = history.gapsAskedAgain
    guard !again.isEmpty else { return [] }
    return [FactLine(Phrase("再次要求", "Asked again"), words(of: again), .warning)]
  }

  /// What a return made now would ask for although an earlier one has.
  var wouldAskAgain: [FactLine] {
    let codes = Set(application.askedBefore + application.lastNotice.fields.map(\.rawValue))
    let open = missing.map(\.code.rawValue) + application.missingFields.map(\.rawValue)
    let again = open.filter(codes.contains).map { AskedGap(code: $0, times: 1).name(in: application) }
    guard !again.isEmpty else { return [] }
    return [
      FactLine(
        Phrase("请核", "Check"),
        Phrase("上次已要求过、再退即第二次：", "asked for before, so it would be the second time: ") + .joined(again), .warning)
    ]
  }

  private func words(of gaps: [AskedGap]) -> Phrase {
    .joined(
      gaps.map { gap in
        let times = gap.times > 1 ? Phrase("（第 \(gap.times) 次）", " (time \(gap.times))") : Phrase("", "")
        return gap.name(in: application) + times
      })
  }
}
