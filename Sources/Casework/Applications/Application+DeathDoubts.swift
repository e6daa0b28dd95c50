/// A death told by whoever asks for the cancellation, and what the office itself saw of the holder since (features: 45, 55).
extension Application {
  /// Whether a certificate is to end for a death that nobody has decided on.
  public var isDeathUnderWay: Bool { cancellationReason == .death && !Self.decided.contains(state) }

  /// The day of the death for which the certificate is to end, until that is decided.
  public var deathToJudge: Day? { isDeathUnderWay ? Day(iso: self[.eventDate]) : nil }

  /// What to look at where the holder did something after that day.
  func warnings(ofLife signs: [LifeSign]) -> [Warning] {
    guard let day = deathToJudge else { return [] }
    return signs.map { sign in
      Warning(
        code: .lifeAfterDeath,
        sentence: Phrase("所报死亡日期 \(day) 之后，", "after the death told of \(day): ") + sign.words,
        possibleFrom: nil, source: Phrase("请查明本人是否在世", "find out whether the person lives"))
    }
  }

  /// What else of the holder is under way where the certificate is to end for a death.
  func warnings(ofOpen cases: [LifeSign]) -> [Warning] {
    cases.map { sign in
      Warning(
        code: .otherOpen, sentence: sign.words, possibleFrom: nil,
        source: Phrase("请查明是谁来办的；批准后须了结", "find out who asks for it; it has to be closed after the approval"))
    }
  }

  /// What to look at in every other case of somebody whose certificate is to end for a death.
  func warnings(ofDeathsUnderWay deaths: [DeathUnderWay]) -> [Warning] {
    guard !State.finished.contains(state) || isCollected || wasTerminated else { return [] }
    return deaths.map { death in
      Warning(
        code: .deathUnderWay, sentence: death.sentence, possibleFrom: nil,
        source: isCollected
          ? Self.cardIsOut
          : Phrase("请查明本人是否在世，再往下办", "find out whether the person lives before going on"))
    }
  }

  /// Whether the card was given out and the case not filed: who took it can still be asked.
  private var isCollected: Bool { state == .collected }

  private static let cardIsOut = Phrase(
    "证已交出：请查明是谁领走，收回证件", "the card is out: find out who took it, and take it back")

  /// Whether it matters to the case that a death is registered: one that ends or restores is about that itself.
  public var hearsOfRegisteredDeath: Bool {
    ![.cancel, .restore].contains(service) && (!State.finished.contains(state) || isCollected)
  }

  /// What to look at in every case of somebody whose certificate has ended by death, but where that is taken back: until
  /// it is filed.
  func deathWarning(_ ended: Certificate?) -> [Warning] {
    guard let ended, hearsOfRegisteredDeath else { return [] }
    return [
      Warning(
        code: .deathRegistered,
        sentence: Phrase(
          "此人已登记死亡：证件 \(ended.number) 因死亡注销", "a death is registered: certificate \(ended.number) ended by it")
          + (ended.deathDay.map { Phrase("，死亡日期 \($0)", ", died on \($0)") } ?? Phrase("", "")),
        possibleFrom: nil,
        source: isCollected
          ? Self.cardIsOut
          : Phrase(
            "人确已死亡的，撤回或终止本件；注销有误的，先办「恢复」",
            "where the person is dead, withdraw or terminate this case; where not, the certificate is restored first"))
    ]
  }

  /// What is said to whoever ends a certificate for a death after which the office saw the holder.
  func lifeWords(of signs: [LifeSign]) -> (Phrase, Phrase?) {
    (
      Phrase("报亡之后有活动：", "There is life after the death: ") + .joined(signs.map(\.words), by: Phrase("；", "; ")),
      Phrase("查明确已死亡的，写明查明的情况（reason），否则退回", "Where the death is certain say how it was found (reason), else return it")
    )
  }

  /// What is kept of it with the approval.
  func lifeEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    let signs = circumstances.facts.lifeAfterDeath
    return signs.isEmpty ? [:] : ["life": signs.map(\.key).joined(separator: ",")]
  }
}

/// A case by which the certificate of somebody is to end for a death.
public struct DeathUnderWay: Hashable, Sendable {
  /// The number of the case.
  public let number: String
  public let state: Application.State
  /// The day of the death as it was told; `nil` where the draft does not tell it yet.
  public let day: Day?

  /// - Parameter application: a case that is under way for a death.
  public init(_ application: Application) {
    number = application.number
    state = application.state
    day = application.deathToJudge
  }

  /// `此人有死亡注销在办：431281-2026-000012（审核中），所报死亡日期 2026-03-20`.
  public var sentence: Phrase {
    Phrase("此人有死亡注销在办：\(number)（", "a cancellation for death is under way: \(number) (") + state.name
      + Phrase("）", ")") + (day.map { Phrase("，所报死亡日期 \($0)", ", died on \($0)") } ?? Phrase("", ""))
  }
}
