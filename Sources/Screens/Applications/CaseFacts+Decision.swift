import Casework

extension CaseFacts {
  /// What stands above an approval: who, what is decided, what follows, what is to be checked; then the rest of the case.
  ///
  /// - Parameters:
  ///   - more: what else is to be checked.
  ///   - others: certificates and cases of the same person.
  func decision(saying more: [FactLine], beside others: [FactLine]) -> [FactLine] {
    let rest = inShort(revealed: false).dropFirst()
    let said = Set(decided.map(\.label))
    return decided + more + checks + changedTexts + rest.filter { !said.contains($0.label) } + others + conclusions
  }

  /// How many lines of it have to be seen before anybody approves.
  var linesOfDecision: Int { decided.count + checks.count }

  /// What the decision brings about, said before it is taken.
  var effect: FactLine {
    FactLine(
      Self.ifApproved, application.effect(amid: around, under: rules.policy, on: today),
      endsCertificate ? .warning : .plain)
  }

  /// The objection to be decided, the notice that it concerns, and what follows from either outcome.
  var objection: [FactLine] {
    application.objectionFacts(amid: around, on: calendar, today: today, named: name(of:)).map {
      FactLine($0.label, $0.text)
    }
  }

  var endsCertificate: Bool { application.service.endsCertificate }

  /// How much there is of what is not written out: papers, and steps of the history; F4 of the case and the review list it.
  var extent: FactLine {
    let waived = demands.count { application.waivers[$0.code] != nil && !missing.contains($0) }
    let (due, lacking) = (demands.count, missing.count)
    let there = due - lacking - waived
    return FactLine(
      Phrase("材料", "Papers"),
      Phrase(
        "应交 \(due)：已收 \(there)，免交 \(waived)，缺 \(lacking)；经过 \(history.count) 步",
        "\(due) due: \(there) here, \(waived) waived, \(lacking) missing; \(history.count.counted("step")) so far"),
      lacking > 0 ? .warning : .plain)
  }

  /// The card that the case is about, all of it in one line.
  func held(revealed: Bool) -> [FactLine] {
    application.held(amid: around, on: today, revealed: revealed).map { FactLine($0.label, $0.text) }
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
    var lines = [FactLine(endsCertificate ? Phrase("持证人", "Holder") : who, person)]
    if endsCertificate { lines.append(FactLine(Phrase("身份号码", "Identity"), identity)) }
    lines += application.decided(amid: around, on: today).map(FactLine.init(decided:))
    if let number = numberToCome { lines.append(FactLine(Self.toCome, number.masked)) }
    return lines + [effect]
  }

  static let ifApproved = Phrase("批准后", "If approved")
  static let toCome = Phrase("将得证号", "Number to come")
}

extension FactLine {
  /// Of free text the beginning: all data of the case have the rest.
  init(decided fact: DecidedFact) {
    let line = FactLine(fact.label, fact.text)
    self = fact.isLong ? line.inShort : line
  }
}
