import CaseStore
import Casework

extension IntakeScreen {
  /// What was typed and is not in the store, as far as it can be stored.
  var unsaved: Entries {
    var changed = Entries()
    for field in form.fields where field.isShown && !field.code.isEmpty && !field.isPaper {
      let isBad = field.value.isEmpty ? false : problem(of: field) != nil
      if field.value.trimmed != base.text(field.code), !isBad, !conflicts.contains(field.code) {
        changed[field.code] = field.value.trimmed
      }
    }
    guard isOpen else { return changed }
    let (materials, waived) = papers
    if materials != base.text("materials") { changed["materials"] = materials }
    if waived != base.text("waived") { changed["waived"] = waived }
    return changed
  }

  /// What is wrong with what was typed and could not be stored.
  var unsavedProblems: [Refusal] {
    form.fields.filter(\.isShown).compactMap { conflicts.contains($0.code) ? .disputed($0.name) : problem(of: $0) }
  }

  /// The fields whose values cannot be stored.
  var bad: [FormField] { form.fields.filter { $0.isShown && problem(of: $0) != nil } }

  var papers: (materials: String, waived: String) {
    let demands = demanded.filter { form["paper.\($0.code.rawValue)"]?.isShown ?? false }
    let presented = facts?.application.materials ?? Materials()
    return (form.materials(besides: presented, demands: demands).text, form.waivers(demands))
  }

  var save: Effect {
    let fields = unsaved
    if fields.isEmpty { return .none }
    guard let facts else { return .openCase(service, fields) }
    return .record(
      CaseAct(move: .edit, fields: fields, id: facts.application.id, sequence: facts.application.sequence))
  }

  var submission: Effect {
    if let problem = unsavedProblems.first { return .say(.refused(problem)) }
    guard isOpen else { return unsaved.isEmpty ? .back : .all([save, .back]) }
    guard let facts else { return unsaved.isEmpty ? .say(.nothing) : .all([save, .key(.function(2))]) }
    let saves = unsaved.isEmpty ? 0 : 1
    let (materials, waived) = papers
    let submit = CaseAct(
      move: .submit, fields: Entries(["materials": materials, "waived": waived].filter { !$0.value.isEmpty }),
      id: facts.application.id, sequence: facts.application.sequence + saves)
    return .all((saves > 0 ? [save] : []) + [.record(submit), .replace(.application(facts.application.id))])
  }

  /// Saves as a field is left, and sees to what follows from what was typed.
  mutating func take(_ outcome: Form.Outcome) -> Effect {
    switch outcome {
    case .left(let code):
      tidy(code)
      if let dispute = dispute(leaving: code) { return dispute }
      return saveAndSay()
    case .done: return submit()
    case .changed:
      if let field = form.focused, field.problem != nil { mark(field.code) }
      showFields(stored)
      return isNumberWhole ? .reload : .none
    case .secretMissing, .astray, .passed: return .none
    }
  }

  /// Whether the number of a person stands whole in the field in hand, right or wrong, so that it is worth asking who that is.
  private var isNumberWhole: Bool {
    guard let field = form.focused else { return false }
    if field.code == CaseField.identity.rawValue {
      return checked.map { $0.number != nil || $0.input.count >= 18 } ?? false
    }
    return field.code == CaseField.guardianIdentity.rawValue && IdentityNumber(field.value) != nil
  }

  /// Saves what can be saved and says what cannot, until there is no more to say.
  mutating func saveAndSay() -> Effect {
    let problem = unsavedProblems.first
    defer { complains = problem != nil }
    return .all([save, problem.map { .say(.refused($0)) } ?? (complains ? .say(.saved) : .none)])
  }

  /// Submits, or stops at the first field that stands against it.
  mutating func submit() -> Effect {
    tidy(form.focused?.code ?? "")
    let disputed = form.fields.first { $0.isShown && conflicts.contains($0.code) }
    if let first = disputed ?? bad.first ?? form.missing.first { form.take(first.code) }
    complains = !unsavedProblems.isEmpty
    if let waiver = form.missing.first(where: \.isPaper) {
      form.take(waiver.code)
      return .say(.refused(Phrase("还缺 1 项：", "1 missing: ") + waiver.name, fields: [waiver.code]))
    }
    return submission
  }

  mutating func leave() -> Effect {
    tidy(form.focused?.code ?? "")
    // What was only brought along from the person is no application yet.
    if facts == nil, unsaved.pairs.allSatisfy({ brought[$0.code] == $0.text }) { return .back }
    defer { leaving = unsaved }
    if leaving == unsaved { return .back }
    // What another has changed too is not saved, and would be gone.
    if let code = form.fields.first(where: { $0.isShown && conflicts.contains($0.code) })?.code {
      looked.insert(code)
      form.take(code)
      return .all([save, .say(.refused(.leftDisputed(form[code]?.name ?? Phrase("", ""))))])
    }
    return .all([save, .back])
  }

  /// Brings a value into the form in which it is kept, and marks it where that cannot be.
  mutating func tidy(_ code: String) {
    guard let today, let field = CaseField(rawValue: code), let value = form[code]?.value else { return }
    if code == CaseField.identity.rawValue, checked?.isOld == true { return mark(code) }
    var kept = service.input(for: field).kind == .day ? Day.written(value) : field.kept(value, today: today)
    if [.acceptingCounty, .decidingCounty].contains(field) { kept = policy.present(kept, of: county) }
    if kept != value { form[code]?.value = kept }
    mark(code)
  }

  /// Marks a field whose value cannot be stored; takes the mark away once it can.
  mutating func mark(_ code: String) {
    let sentence = form[code].flatMap { problem(of: $0)?.explanation }
    form[code]?.problem = sentence
  }

  private func problem(of field: FormField) -> Refusal? {
    guard !field.value.isEmpty, let known = CaseField(rawValue: field.code) else { return nil }
    if known == .identity, let today {
      let check = IdentityCheck.check(field.value, today: today)
      if check.isOld, let number = check.number { return .oldNumber(number) }
    }
    return service.input(for: known).problem(of: field.value.trimmed)
  }
}
