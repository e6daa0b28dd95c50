/// A row of a police list by which somebody has died on whose account a case runs (domain: 2.2, 5.1).
public struct ReportedDeath: Hashable, Sendable {
  /// Whom the row is about.
  public enum Person: String, CaseIterable, Sendable {
    case applicant, guardian

    public var name: Phrase {
      switch self {
      case .applicant: Phrase("申请人", "applicant")
      case .guardian: Phrase("监护人", "guardian")
      }
    }
  }

  public let person: Person
  /// The number of the sweep, and the row of its file.
  public let sweep: String
  public let row: Int
  /// The day of death as the list has it; may be empty.
  public let day: String

  public init(_ person: Person, sweep: String, row: Int, day: String) {
    self.person = person
    self.sweep = sweep
    self.row = row
    self.day = day
  }

  /// `申请人在公安死亡名单上（431281-2026Q1-1 第 12 行，死亡日期 2026-03-20）`.
  var sentence: Phrase { told(of: person.name) }

  /// The same of somebody who holds a certificate.
  public var sentenceOfHolder: Phrase { told(of: Phrase("此人", "holder")) }

  private func told(of who: Phrase) -> Phrase {
    Phrase(
      "\(who.chinese)在公安死亡名单上（\(sweep) 第 \(row) 行，死亡日期 \(day)）",
      "the \(who.english) stands on a police list of deaths (\(sweep), row \(row), died \(day))")
  }

  /// Where it stands, as an event keeps it: `431281-2026Q3-1:12`.
  public var place: String { "\(sweep):\(row)" }
}

extension Application {
  /// As whom somebody stands in this case of a person who holds no certificate here.
  public func persons(numbered identity: String) -> [ReportedDeath.Person] {
    guard Self.servicesOfStrangers.contains(service), !State.finished.contains(state), !identity.isEmpty else {
      return []
    }
    return ReportedDeath.Person.allCases.filter {
      self[$0 == .applicant ? .identity : .guardianIdentity] == identity
    }
  }

  /// What is kept at the acceptance of lists that came before it.
  func reportedEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    let places = circumstances.facts.reportedDeaths.map(\.place)
    return places.isEmpty ? [:] : ["reported_dead": places.joined(separator: ",")]
  }

  /// Where the rows stand that were known at the acceptance.
  public var reportedPlaces: [String] {
    [Move.accept, .arrive].flatMap { WrittenList.items(value("reported_dead", of: $0)) }
  }

  /// Those whose applicants the register does not know, so that no row of a list matches them.
  public static let servicesOfStrangers: [ServiceKind] = [.new, .transferIn]

  /// What to look at where a list of the police says that the applicant or the guardian has died.
  public func warnings(of deaths: [ReportedDeath]) -> [Warning] {
    guard !State.finished.contains(state) else { return [] }
    return deaths.map { death in
      Warning(
        code: .reportedDead, sentence: death.sentence, possibleFrom: nil,
        source: Phrase("请查明是否本人在世", "find out whether the person lives"))
    }
  }
}
