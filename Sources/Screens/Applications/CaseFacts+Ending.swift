import Casework

extension CaseFacts {
  /// What deciding a cancellation or a freeze means: whose certificate, on what ground, and what follows (features: 37, 40).
  var ending: [FactLine] {
    let identity = Masking.identity(application[.identity])
    let held = certificate.map { [$0.disability(in: .chinese), $0.disability(in: .english)] } ?? ["", ""]
    let valid = certificate.map { Phrase("有效期至 \($0[.validTo])", "valid to \($0[.validTo])") } ?? Phrase("", "")
    var lines = [
      FactLine(Phrase("持证人", "Holder"), person),
      FactLine(Phrase("身份号码", "Identity"), identity),
      FactLine(
        CaseField.certificate.input.name,
        .joined(
          [.verbatim(Masking.certificate(application[.certificate])), Phrase(held[0], held[1]), valid],
          by: .verbatim("  "))),
      FactLine(application.service.input(for: .reason).name, endingGround).inShort,
    ]
    if let effect { lines.append(FactLine(Phrase("批准后", "Then"), effect, .warning)) }
    return checks + lines
  }

  /// What the decision brings about, said before it is taken.
  var effect: Phrase? {
    application.endingEffect(under: rules.policy, on: today)
  }

  private var endingGround: Phrase {
    let reason =
      application.cancellationReason?.name ?? application.freezeReason?.name ?? .verbatim(application[.reason])
    let more = [CaseField.eventDate, .document].map { application[$0] }.filter { !$0.isEmpty }
    return .joined([reason] + more.map { .verbatim($0) }, by: Phrase("，", ", "))
  }
}
