/// What the store knows around a case that the case itself does not tell.
public struct Surroundings: Hashable, Sendable {
  /// The lists of those who may assess.
  public let lists: AssessorLists
  /// Certificates under other numbers that may be the applicant's.
  public let namesakes: [Certificate]
  /// Those who act in the case and are dead by the register.
  public let deadHelpers: [DeadHelper]
  /// Other names under which the numbers of those who act in the case are known here.
  public let helpersElsewhere: [HelperElsewhere]
  /// Rows of police lists about the applicant or the guardian.
  public let reportedDeaths: [ReportedDeath]
  /// The certificate that the case is about.
  public let certificate: Certificate?
  /// The certificate that stays where that one ends as a duplicate.
  public let keptCertificate: Certificate?
  /// Certificates of others that bore the applicant's number, of which nobody has decided whose they are.
  public let heldByOthers: [Certificate]
  /// Those of which two people decided for this case that they are another person's.
  public let apart: [Certificate]
  /// The last certificate that this register holds of whoever moves in.
  public let heldBefore: Certificate?
  /// The last other case in which the person was assessed, as long as this one is not accepted.
  public let assessedBefore: Application?
  /// What the store knows of the holder after the day of the death for which the certificate is to end.
  public let lifeAfterDeath: [LifeSign]
  /// What else of that holder is under way, begun on that day or before.
  public let openBesideDeath: [LifeSign]
  /// Cases by which the certificate of the person is to end for a death, beside this one.
  public let deathsUnderWay: [DeathUnderWay]
  /// The last certificate of the person that has ended by death, and stands so.
  public let endedByDeath: Certificate?
  /// Refusals of the person that can still be objected to.
  public let runningTerms: [RunningTerm]
  /// What the person asked for anew while this refusal can still be objected to.
  public let appliedAnew: [AppliedAnew]
  /// The numbers of the cases that this one would cross, drafts among them, as long as it is not accepted.
  public let otherOpenCases: [String]
  /// What else is under way of the person or about the certificate, as long as this case is.
  public let beside: [CaseBeside]
  /// The card that took the place of the one about which a case was accepted that ends or rests it.
  public let cardSince: Certificate?
  /// What is known of the move for which the certificate is to be frozen or to end.
  public let move: KnownMove

  public init(
    lists: AssessorLists = AssessorLists(), namesakes: [Certificate] = [], deadHelpers: [DeadHelper] = [],
    helpersElsewhere: [HelperElsewhere] = [],
    reportedDeaths: [ReportedDeath] = [], certificate: Certificate? = nil, keptCertificate: Certificate? = nil,
    heldByOthers: [Certificate] = [], apart: [Certificate] = [],
    heldBefore: Certificate? = nil, assessedBefore: Application? = nil, lifeAfterDeath: [LifeSign] = [],
    openBesideDeath: [LifeSign] = [], deathsUnderWay: [DeathUnderWay] = [], endedByDeath: Certificate? = nil,
    runningTerms: [RunningTerm] = [], appliedAnew: [AppliedAnew] = [], otherOpenCases: [String] = [],
    beside: [CaseBeside] = [], cardSince: Certificate? = nil, move: KnownMove = KnownMove()
  ) {
    self.lists = lists
    self.namesakes = namesakes
    self.deadHelpers = deadHelpers
    self.helpersElsewhere = helpersElsewhere
    self.reportedDeaths = reportedDeaths
    self.certificate = certificate
    self.keptCertificate = keptCertificate
    self.heldByOthers = heldByOthers
    self.apart = apart
    self.heldBefore = heldBefore
    self.assessedBefore = assessedBefore
    self.lifeAfterDeath = lifeAfterDeath
    self.openBesideDeath = openBesideDeath
    self.deathsUnderWay = deathsUnderWay
    self.endedByDeath = endedByDeath
    self.runningTerms = runningTerms
    self.appliedAnew = appliedAnew
    self.otherOpenCases = otherOpenCases
    self.beside = beside
    self.cardSince = cardSince
    self.move = move
  }
}

extension Surroundings {
  /// The cases beside this one that nothing else tells of.
  var besideOthers: [CaseBeside] {
    let told = Set(
      otherOpenCases + deathsUnderWay.map(\.number) + (lifeAfterDeath + openBesideDeath).map(\.source))
    return beside.filter { !told.contains($0.number) }
  }
}

extension Application {
  /// Everything to look at before the case is decided: in the case itself, in its measurements, around it.
  ///
  /// Whatever there is keeps the case from being decided unseen among many.
  public func warnings(under policy: Policy, amid around: Surroundings, on today: Day) -> [Warning] {
    warnings(under: policy, on: today) + contradictionWarnings + warnings(amid: around, on: today)
      + duplicateWarning(keeping: around.keptCertificate, ending: around.certificate, on: today)
      + belowWarning(amid: around, under: policy, on: today)
  }

  /// What will hinder the acceptance is said from the draft on.
  private func otherOpenWarning(_ others: [String]) -> [Warning] {
    guard !others.isEmpty else { return [] }
    return [
      Warning(
        code: .otherOpen,
        sentence: Phrase(
          "此人另有业务 \(others.joined(separator: "、"))：同时只能办一件，受理前把其他的都办结或撤回",
          "the person has other cases, \(others.joined(separator: ", ")): only one at a time, finish or withdraw all others before the acceptance"
        ),
        possibleFrom: nil, source: .design)
    ]
  }

  /// A number under which the register has nothing is said from the draft on.
  private func unknownWarning(_ certificate: Certificate?) -> [Warning] {
    guard State.notYetAccepted.contains(state), service.isOnCertificate, !self[.certificate].isEmpty, certificate == nil
    else { return [] }
    let (sentence, remedy) = unknownWords
    return [Warning(code: .certificateUnknown, sentence: sentence, possibleFrom: nil, source: remedy)]
  }

  private func warnings(amid around: Surroundings, on today: Day) -> [Warning] {
    otherOpenWarning(around.otherOpenCases) + warnings(ofBeside: around.besideOthers)
      + replacedWarning(around.cardSince)
      + nameChangeWarning(from: around.certificate)
      + warnings(of: around.deadHelpers) + warnings(of: around.helpersElsewhere) + warnings(of: around.reportedDeaths)
      + namesakeWarnings(among: around.namesakes, on: today) + warnings(of: around.lists)
      + referralWarning(of: around.lists)
      + foundAgainWarning(around.certificate) + callWarning(around.certificate)
      + lostMeanwhileWarning(around.certificate) + beforeCardWarning(around.certificate)
      + warnings(ofLife: around.lifeAfterDeath) + warnings(ofOpen: around.openBesideDeath)
      + warnings(ofDeathsUnderWay: around.deathsUnderWay) + deathWarning(around.endedByDeath)
      + warnings(ofRunning: around.runningTerms) + warnings(ofAppliedAnew: around.appliedAnew)
      + unknownWarning(around.certificate)
      + apartWarning(around.apart, on: today) + othersWarning(around.heldByOthers, on: today)
      + moveDoubts(around.move, about: around.certificate) + cancelledWarning(around.certificate, on: today)
      + returnWarnings(against: around.heldBefore) + findingWarning(against: around.certificate ?? around.heldBefore)
  }
}
