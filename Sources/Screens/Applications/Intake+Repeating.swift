import Casework
import TerminalKit

extension IntakeScreen {
  /// What F5 writes into the field in hand, one after the other.
  var repeated: [String] {
    guard let field = form.focused, form.picker == nil, mending.repairs.isEmpty else { return [] }
    return earlier.repeated(field.code, of: service)
  }

  /// What the next press writes; `nil` where something else stands there already.
  private var nextRepeated: String? {
    guard let field = form.focused, let first = repeated.first else { return nil }
    if field.value.isEmpty { return first }
    guard let at = repeated.firstIndex(of: field.value), repeated.count > 1 else { return nil }
    return repeated[(at + 1) % repeated.count]
  }

  var repeating: [Binding<Message>] {
    guard mending.repairs.isEmpty else { return [] }
    let refusal: Phrase? =
      nextRepeated != nil
      ? nil
      : repeated.isEmpty
        ? Phrase("此项您最近没有填过", "You entered nothing here lately")
        : Phrase("此项已有内容；要照上一件填，先清空（Ctrl+U）", "Something stands here: clear it first (Ctrl+U)")
    return [
      Binding(.function(5), Phrase("同上一件", "As before"), .repeatLast, isQuiet: refusal != nil, refusal: refusal)
    ]
  }

  /// What the key would write, before it is pressed.
  var repeatAdvice: [FactLine] {
    guard let field = form.focused, field.value.isEmpty, let next = nextRepeated else { return [] }
    let isNumber = [CaseField.guardianIdentity, .agentIdentity].map(\.rawValue).contains(field.code)
    return [
      FactLine(Phrase("F5 同上一件", "F5 as before"), isNumber ? .verbatim(Masking.identity(next)) : words(next, field))
    ]
  }

  private func words(_ value: String, _ field: FormField) -> Phrase {
    guard case .choice(let choices, _) = field.editor else { return .verbatim(value) }
    return choices.first { $0.code == value }?.name ?? .verbatim(value)
  }

  /// Writes what was entered in the last case and goes on; an address that reaches to the village is to be written on.
  mutating func repeatLast() -> Effect {
    guard let code = form.focused?.code, let value = nextRepeated else { return .none }
    form[code]?.value = value
    return code == CaseField.address.rawValue ? take(.changed) : take(form.press(.tab))
  }

  /// Offers in F4 what is known for each field.
  mutating func offerKnown() {
    for index in form.fields.indices {
      form.fields[index].known = earlier.known(form.fields[index].code, of: service)
    }
  }
}
