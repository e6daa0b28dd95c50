/// Who comes for a card (domain: 3.2 collect).
public enum CollectorPart: String, CaseIterable, Sendable {
  case holder, guardian, agent

  public var name: Phrase {
    switch self {
    case .holder: Phrase("本人", "the holder")
    case .guardian: Phrase("监护人", "the guardian")
    case .agent: Phrase("代理人", "the agent")
    }
  }
}

/// A record by which the holder, or whoever comes for the card, has died.
public struct DeadAtHandingOver: Hashable, Sendable {
  public let isHolder: Bool
  /// The day of death, as far as it is told.
  public let day: String
  /// The row of a list: the number of its sweep, and its row; `nil` where the register itself says so.
  public let row: Row?

  public struct Row: Hashable, Sendable {
    public let sweep: String
    public let number: Int

    public init(sweep: String, number: Int) {
      self.sweep = sweep
      self.number = number
    }
  }

  public init(isHolder: Bool, day: String, row: Row? = nil) {
    self.isHolder = isHolder
    self.day = day
    self.row = row
  }

  /// As an event keeps it: `holder:2026-03-20:431281-2026Q1-1:12`, without the last two where the register says so.
  var written: String {
    ([isHolder ? "holder" : "collector", day] + (row.map { [$0.sweep, String($0.number)] } ?? []))
      .joined(separator: ":")
  }

  init?(written: String) {
    let parts = written.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 4 else { return nil }
    isHolder = parts[0] == "holder"
    day = parts[1]
    row = parts.count == 4 ? Int(parts[3]).map { Row(sweep: parts[2], number: $0) } : nil
  }

  var sentence: Phrase {
    let who = isHolder ? Phrase("持证人", "the holder") : Phrase("领取人", "the collector")
    guard let row else {
      return who
        + Phrase("的残疾人证已因死亡注销（\(day)）", "'s own certificate was cancelled for death (\(day))")
    }
    return who
      + Phrase(
        "在死亡名单上（\(row.sweep) 第 \(row.number) 行，死亡日期 \(day)）",
        " stands on a list of deaths (\(row.sweep), row \(row.number), died \(day))")
  }
}

extension Application {
  /// What is said where a card cannot be given to whoever comes for it.
  func collectorWords(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    switch requirement {
    case .collectorProven:
      return (
        Phrase("领取人不是本人、监护人或代理人", "Whoever collects is neither the holder, the guardian nor the agent"),
        Phrase(
          "请查看代领委托书并勾选（letter），邮寄的填邮寄单号（posting）；都没有仍要交付的，写明理由（reason）",
          "See the holder's letter and tick it (letter), or give the posting number; else say why it is handed over (reason)"
        )
      )
    case .collectorLives:
      return (
        .joined(circumstances.facts.deadAtHandingOver.map(\.sentence), by: Phrase("；", "; ")),
        Phrase(
          "证不要先交出：请查明是谁来领、持证人是否在世；记录有误、查实仍交付的，写明理由（reason）",
          "Keep the card: find out who comes and whether the holder lives; if the record is wrong, say so (reason)")
      )
    default: return numberWords(ofCollector: act, on: circumstances.today)
    }
  }

  private func numberWords(ofCollector act: Act<Application>, on today: Day) -> (Phrase, Phrase?) {
    let problem = IdentityCheck.check(act.fields.text("identity"), today: today).problem
    if collectorIsChild(act, on: today) {
      return (
        Phrase("领取人未满 18 周岁，不是本人", "The collector is a child, and not the holder"),
        Phrase("请本人、监护人或成年的代理人领取", "The holder, the guardian or a grown-up collects it")
      )
    }
    if problem == nil {
      return (
        Phrase("领取人写的是申请人本人，号码却不是本人的", "The collector is said to be the applicant, but the number is not"),
        Phrase("请核对身份证；他人代领的，写代领人姓名", "Look at the card; for somebody else give that name")
      )
    }
    return (
      Phrase("领取人身份号码有误", "The collector's identity number is not valid"),
      problem?.advice ?? Phrase("请对照身份证更正", "Correct it from the identity card")
    )
  }
}
