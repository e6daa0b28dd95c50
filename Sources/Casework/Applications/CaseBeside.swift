/// Another case of the person, or about the same certificate, that is under way.
public struct CaseBeside: Hashable, Sendable {
  public let number: String
  public let service: ServiceKind
  public let state: Application.State
  /// Why the certificate is to end or to rest in it, where it says so.
  let reason: Phrase?

  /// `nil` where everything that the case is to bring about has been.
  public init?(_ application: Application) {
    if application.isCarriedOut { return nil }
    number = application.number
    service = application.service
    state = application.state
    reason = application.cancellationReason?.name ?? application.freezeReason?.name
  }

  /// `431281-2026-000160（注销：自愿，审核中）`.
  var words: Phrase {
    .verbatim(number) + Phrase("（", " (") + service.name + (reason.map { Phrase("：", ": ") + $0 } ?? Phrase("", ""))
      + Phrase("，", ", ") + state.name + Phrase("）", ")")
  }
}

extension Application {
  /// Whether only the letter of outcome is left to be handed over.
  fileprivate var isCarriedOut: Bool { state == .approved && service.steps.card == .never }

  /// What to look at where another case is under way about the same certificate: each of them may take from the other
  /// what it is about, and no rule says which comes first (domain: 3.2).
  public func warnings(ofBeside cases: [CaseBeside]) -> [Warning] {
    guard !State.finished.contains(state), !isCarriedOut else { return [] }
    return cases.map { other in
      Warning(
        code: .caseBeside, sentence: Self.beside + other.words,
        possibleFrom: nil, source: Self.advice(on: other, beside: service))
    }
  }

  private static let beside = Phrase(
    "同一人、同一证另有在办：", "also under way for the person or the certificate: ")

  private static func advice(on other: CaseBeside, beside service: ServiceKind) -> Phrase {
    if other.service == .freeze, service.replaces || service == .transferOut {
      return Phrase("先决定冻结，再决定本件", "the freeze is decided first, then this case")
    }
    if service == .freeze, other.service.replaces || other.service == .transferOut {
      return Phrase("先决定本件，再决定那一件", "this case is decided first, then the other")
    }
    return Phrase("请先定哪一件该办，不办的撤回", "find out which of them is meant, and withdraw the other")
  }
}
