/// Which office sent the list of a sweep (domain: 5.1).
public enum SweepSource: String, CaseIterable, Sendable {
  case police
  case civilAffairs = "civil_affairs"

  /// The office, as a letter names it.
  public var office: Phrase {
    switch self {
    case .police: Phrase("公安机关", "The police")
    case .civilAffairs: Phrase("民政部门", "The civil affairs office")
    }
  }

  /// The list, as a ground names it.
  public var list: Phrase {
    switch self {
    case .police: Phrase("公安名单", "police file")
    case .civilAffairs: Phrase("民政部门火化名单", "civil affairs list of cremations")
    }
  }
}

extension Sweep {
  public var source: SweepSource { SweepSource(rawValue: value("source", of: .import)) ?? .police }
}

/// What a row reports of the end of a life.
public enum DeathKind: Sendable {
  case died
  /// The day is that of the cremation.
  case cremated
  /// By judgment of a court (Civil Code article 46), which a list cannot replace.
  case declared
}

extension PoliceRow {
  public var deathKind: DeathKind { Self.deathKind(in: kind) }

  /// What the words of a row that reports a death say of it.
  static func deathKind(in kind: String) -> DeathKind {
    let word = Cleaning.name(kind).text
    if word.contains("宣告死亡") { return .declared }
    return word.hasPrefix("火化") ? .cremated : .died
  }
}

extension SweepRow {
  /// What it reports, where it reports a death; a date given with the decision is that of the death itself.
  public var deathKind: DeathKind {
    let told = source.deathKind
    return told == .cremated && given.date != nil ? .died : told
  }

  /// Who told of it: only civil affairs tell of cremations.
  public func source(in sweep: Sweep) -> SweepSource { source.deathKind == .cremated ? .civilAffairs : sweep.source }

  /// The date in a list, with what it is the date of where that is not the death.
  public var datedDeath: Phrase {
    switch deathKind {
    case .died: .verbatim(dayText)
    case .cremated: Phrase("\(dayText) 火化", "\(dayText) cremated")
    case .declared: Phrase("\(dayText) 宣告死亡", "\(dayText) declared dead")
    }
  }

  /// What is told to the family, without who told it.
  ///
  /// - Parameter judgment: by which somebody was declared dead, where it is known.
  public func deathSentence(_ name: String, by judgment: CourtJudgment?) -> Phrase {
    switch deathKind {
    case .died: Phrase("\(name)已于 \(dayText) 去世，谨致慰问。", "\(name) died on \(dayText). We are sorry for your loss.")
    case .cremated:
      Phrase("\(name)已于 \(dayText) 火化，谨致慰问。", "\(name) was cremated on \(dayText). We are sorry for your loss.")
    case .declared:
      if let judgment, judgment.isWhole {
        Phrase(
          "\(name)已由\(judgment.court)以 \(judgment.number) 判决宣告死亡（\(dayText)）。",
          "\(name) has been declared dead by judgment \(judgment.number) of \(judgment.court) (\(dayText)).")
      } else {
        Phrase("\(name)已由人民法院宣告死亡（\(dayText)）。", "\(name) has been declared dead by the court (\(dayText)).")
      }
    }
  }
}
