/// In which part somebody acts in the case of another person.
public enum PartForAnother: String, CaseIterable, Sendable {
  case guardian, agent, collector

  public var name: Phrase {
    switch self {
    case .guardian: Phrase("监护人", "guardian")
    case .agent: Phrase("代理人", "agent")
    case .collector: Phrase("代领人", "collector")
    }
  }

  /// The act in which the person stood at the counter.
  var move: Application.Move { self == .collector ? .collect : .submit }
}

/// Somebody who stands for the applicant of an open case and is dead, as far as the register tells.
public struct DeadHelper: Hashable, Sendable {
  public let part: PartForAnother
  public let day: Day?

  public init(_ part: PartForAnother, on day: Day?) {
    self.part = part
    self.day = day
  }
}

/// Another name under which the number of whoever acts in a case is known here.
public struct HelperElsewhere: Hashable, Sendable {
  public let part: PartForAnother
  public let name: String
  /// Where the name was read: the register or a case.
  public let source: Phrase

  public init(_ part: PartForAnother, name: String, in source: Phrase) {
    self.part = part
    self.name = name
    self.source = source
  }
}

extension Application {
  /// The citizen number of whoever acts in a part; empty where nobody does.
  public func identity(of part: PartForAnother) -> String {
    switch part {
    case .guardian: self[.guardianIdentity]
    case .agent: self[.agentIdentity]
    case .collector: value("identity", of: .collect)
    }
  }

  /// How whoever acts in a part is called in this case; empty where nobody does.
  public func name(of part: PartForAnother) -> String {
    switch part {
    case .guardian: self[.guardianName]
    case .agent: self[.agentName]
    case .collector: value("collector", of: .collect)
    }
  }

  /// That the number of whoever acts here stands elsewhere under another name: one of the two was written wrongly.
  public func warnings(of others: [HelperElsewhere]) -> [Warning] {
    guard !State.finished.contains(state) else { return [] }
    return PartForAnother.allCases.compactMap { part in
      let told = others.filter { $0.part == part }
      guard let first = told.first else { return nil }
      let more = told.dropFirst()
      return Warning(
        code: .helperNameDiffers,
        sentence: Phrase(
          "\(part.name.chinese)「\(name(of: part))」的身份号码在别处是「\(first.name)」：",
          "the number of the \(part.name.english), “\(name(of: part))”, is “\(first.name)” elsewhere: ")
          + first.source
          + (more.isEmpty
            ? Phrase("", "")
            : Phrase("；还有 \(more.count) 个姓名：", "; \(more.count.counted("more name")): ")
              + .listed(more.prefix(3).map(\.name))
              + (more.count > 3 ? .verbatim("…") : Phrase("", ""))),
        possibleFrom: nil, source: Phrase("对照身份证", "compare the identity card"))
    }
  }

  /// That the number of whoever stands for the applicant is the applicant's own: one of the two was written wrongly.
  var ownNumberWarnings: [Warning] {
    guard !State.finished.contains(state), !self[.identity].isEmpty else { return [] }
    return [PartForAnother.guardian, .agent].filter { identity(of: $0) == self[.identity] }.map { part in
      Warning(
        code: .helperIsApplicant,
        sentence: Phrase(
          "\(part.name.chinese)「\(name(of: part))」填的是申请人本人的身份号码",
          "the number of the \(part.name.english), “\(name(of: part))”, is the applicant's own"),
        possibleFrom: nil, source: Phrase("对照身份证", "compare the identity card"))
    }
  }

  /// That somebody else must stand for the applicant (Measures article 9).
  public func warnings(of dead: [DeadHelper]) -> [Warning] {
    guard !State.finished.contains(state) else { return [] }
    return dead.map { helper in
      let day = helper.day?.iso ?? ""
      return Warning(
        code: .helperDead,
        sentence: Phrase(
          "\(helper.part.name.chinese)的残疾人证已因死亡注销（\(day)），请换人并补证明",
          "The \(helper.part.name.english)'s own certificate was cancelled for death (\(day)): somebody else must act"),
        possibleFrom: nil, source: .measures(9))
    }
  }
}
