/// One field that a correction makes read otherwise than the register does.
public struct FieldChange: Hashable, Sendable {
  public let field: CaseField
  /// "" where the register has nothing.
  public let old: String
  public let new: String

  /// `张三 → 张山`, numbers masked unless they are to be read.
  public func words(revealed: Bool) -> Phrase {
    shown(old, revealed: revealed) + .verbatim(" → ") + shown(new, revealed: revealed)
  }

  private func shown(_ text: String, revealed: Bool) -> Phrase {
    if text.isEmpty { return Phrase("（原无）", "(none)") }
    switch field {
    case .identity: return .verbatim(revealed ? text : Masking.identity(text))
    case .phone: return .verbatim(revealed ? text : Masking.phone(text))
    case .sex: return Sex(rawValue: text)?.name ?? .verbatim(text)
    default: return .verbatim(text)
    }
  }
}

/// What a correction of the data would change (domain: 2.3, RENEW_INFO).
extension Application {
  /// What the register will say otherwise, field by field; empty for every other service.
  public func changes(from certificate: Certificate?) -> [FieldChange] {
    guard service == .renewInformation, let certificate else { return [] }
    return Self.compared.compactMap { field, held in
      let (old, new) = (certificate[held], self[field])
      let isSame = field == .name ? Cleaning.name(old).text == Cleaning.name(new).text : old == new
      return new.isEmpty || isSame ? nil : FieldChange(field: field, old: old, new: new)
    }
  }

  /// Whether anything differs from the register, or somebody says what changes that has no field of its own.
  func changesSomething(on certificate: Certificate?) -> Bool {
    guard certificate != nil else { return true }
    return ![entries.text("changes"), self[.reason], self[.photo]].allSatisfy(\.isEmpty)
      || changes(from: certificate).contains { ![.identity, .name].contains($0.field) }
  }

  /// Another name on the same certificate may be another person: whoever decides compares the police's proof.
  func nameChangeWarning(from certificate: Certificate?) -> [Warning] {
    guard !Self.decided.contains(state), let change = changes(from: certificate).first(where: { $0.field == .name })
    else { return [] }
    return [
      Warning(
        code: .nameChanges,
        sentence: Phrase(
          "姓名由「\(change.old.quoted())」改为「\(change.new.quoted())」：须是同一人",
          "the name changes from “\(change.old.quoted())” to “\(change.new.quoted())”: it must be the same person"),
        possibleFrom: nil, source: Phrase("对照公安变更证明", "compare the police's proof"))
    ]
  }

  private static let compared: [(CaseField, Certificate.Field)] = [
    (.identity, .identity), (.name, .name), (.sex, .sex), (.birth, .birth), (.ethnicity, .ethnicity),
    (.address, .address), (.phone, .phone),
  ]
}
