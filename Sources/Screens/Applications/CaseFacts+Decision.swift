import Casework

extension CaseFacts {
  /// What stands above an approval: who, what is decided, what follows, what is to be checked; then the rest of the case.
  var decision: [FactLine] {
    let rest = inShort(revealed: false).dropFirst()
    let said = Set(decided.map(\.label))
    return decided + checks + changedTexts + rest.filter { !said.contains($0.label) }
  }

  /// How many lines of it have to be seen before anybody approves.
  var linesOfDecision: Int { decided.count + checks.count }

  /// What the decision brings about, said before it is taken.
  var effect: Phrase? {
    application.endingEffect(under: rules.policy, on: today)
  }

  /// What a correction makes read otherwise, old beside new.
  func changes(revealed: Bool) -> [FactLine] {
    application.changes(from: around.certificate).map {
      FactLine(application.service.input(for: $0.field).name, $0.words(revealed: revealed))
    }
  }

  /// The person, what an approval decides, the number that the card will bear, what becomes of a certificate that ends.
  private var decided: [FactLine] {
    let (who, identity) = (Phrase("申请人", "Applicant"), Masking.identity(application[.identity]))
    let ends = application.service.endsCertificate
    var lines = [FactLine(ends ? Phrase("持证人", "Holder") : who, person)]
    if ends { lines.append(FactLine(Phrase("身份号码", "Identity"), identity)) }
    lines += application.decided(amid: around).map(FactLine.init(decided:))
    if let number = numberToCome { lines.append(FactLine(Self.toCome, number.masked)) }
    if let effect { lines.append(FactLine(Phrase("批准后", "Then"), effect, .warning)) }
    return lines
  }

  static let toCome = Phrase("将得证号", "Number to come")
}

extension FactLine {
  /// Of free text the beginning: all data of the case have the rest.
  init(decided fact: DecidedFact) {
    let line = FactLine(fact.label, fact.text)
    self = fact.isLong ? line.inShort : line
  }
}
