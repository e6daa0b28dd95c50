/// An objection to the notice and what became of it (domain: 3.2 object).
public struct SettledObjection: Hashable, Sendable {
  public let objector: String
  public let content: String
  /// The record of the check.
  public let record: String
  public let isFounded: Bool
  public let day: Day

  /// `甲：走路正常；核查：…（成立，2026-12-01）`.
  public var words: Phrase {
    let outcome = isFounded ? Phrase("成立", "founded") : Phrase("不成立", "unfounded")
    return .verbatim("\(objector)：\(content)") + Phrase("；核查：\(record)（", "; check: \(record) (") + outcome
      + Phrase("，\(day)）", ", \(day))")
  }
}

extension Application {
  /// The last objection found to be true and the last found to be none, for whoever decides.
  public var settledObjections: [SettledObjection] {
    [Move.objectionFounded, .objectionUnfounded].compactMap { move in
      guard let day = day(of: move) else { return nil }
      // Before the outcome kept the objection, only the last one was kept.
      func told(_ code: String) -> String {
        let kept = value(code, of: move)
        return kept.isEmpty ? value(code, of: .object) : kept
      }
      return SettledObjection(
        objector: told("objector"), content: told("content"), record: value("record", of: move),
        isFounded: move == .objectionFounded, day: day)
    }
  }

  /// What the outcome of an objection keeps of it, and where it is founded the finding that it sets aside.
  func settledEntries(of act: Act<Application>) -> Entries {
    var told: Entries = ["objector": value("objector", of: .object), "content": value("content", of: .object)]
    guard act.move == .objectionFounded, let first = firstFinding ?? finding else { return told }
    told["first.category"] = String(first.category.rawValue)
    told["first.grade"] = first.grade.map { String($0.rawValue) } ?? "none"
    told["first.parts"] = first.parts
    told["first.path"] = first.path
    return told
  }

  /// A founded objection is looked at before the case is decided, and never passes among many.
  var foundedObjectionWarning: [Warning] {
    let first = firstFinding.map { finding in
      Phrase("；首次结论 ", "; first finding ") + finding.category.name + .verbatim(" ")
        + (finding.grade?.name ?? Phrase("不符合标准", "standard not met"))
    }
    return settledObjections.filter(\.isFounded).map { objection in
      Warning(
        code: .objectionFounded,
        sentence: Phrase("公示异议成立（\(objection.day)）", "objection to the notice founded on \(objection.day)")
          + (first ?? Phrase("", "")) + Phrase("；", "; ")
          + .verbatim("\(objection.objector.quoted())：\(objection.content.quoted())")
          + Phrase("；核查：", "; check: ") + .verbatim(objection.record.quoted()),
        possibleFrom: nil, source: .measures(9))
    }
  }
}
