import Casework
import TerminalKit

extension IntakeScreen {
  /// Whether the person and the certificate may still be chosen: not after acceptance.
  var isOpen: Bool { facts.map { [.draft, .returned].contains($0.application.state) } ?? true }

  var submitName: Phrase { isOpen ? Application.Move.submit.name : Phrase("存好返回", "Save and go back") }

  /// The fields of the service in the order in which people ask for them, then the papers.
  func fields(of stored: Application) -> [FormField] {
    var fields = service.fields.flatMap { field -> [FormField] in
      if !isOpen, [.identity, .certificate].contains(field) { return [] }
      var made = FormField.fields(for: field.input, from: FormSources())
      made[0].isRequired = service.requiredFields.contains(field)
      made[0].hint = hint(for: field)
      return made
    }
    if isOpen {
      let sources = FormSources(demands: demanded, presented: stored.materials, waived: stored.waivers)
      fields += FormField.fields(for: Casework.Input.papers, from: sources)
    } else {
      fields += Casework.Input.assessed.flatMap { FormField.fields(for: $0, from: FormSources()) }
    }
    return fields + [.button(submitName)]
  }

  /// Guardian, agent and papers appear once they are due.
  mutating func showFields(_ stored: Application) {
    let isDue = guardianGround != nil
    let needsGuardian = isDue || !stored[.guardianName].isEmpty
    for field in [CaseField.guardianIdentity, .guardianName, .guardianRelation, .guardianPhone] {
      form.show(field.rawValue, needsGuardian)
      if field != .guardianPhone { form[field.rawValue]?.isRequired = isDue }
    }
    for field in [CaseField.agentIdentity, .agentName, .agentRelation, .agentPhone] {
      form.show(field.rawValue, showsAgent)
    }
    let due = Set(stored.demandsWithGuardian(isDue, of: demanded))
    for demand in demanded { form.show("paper.\(demand.code.rawValue)", due.contains(demand.code)) }
    form.arrangePapers()
  }

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

  /// The first thing that is wrong with what was typed and could not be stored.
  var unsavedProblems: [Refusal] {
    form.fields.filter(\.isShown).compactMap { conflicts.contains($0.code) ? .disputed($0.name) : problem(of: $0) }
  }

  var papers: (materials: String, waived: String) {
    let demands = demanded.filter { form["paper.\($0.code.rawValue)"]?.isShown ?? false }
    let presented = facts?.application.materials ?? Materials()
    return (form.materials(besides: presented, demands: demands).text, form.waivers(demands))
  }

  var save: Effect {
    let fields = unsaved
    if fields.isEmpty { return unsavedProblems.first.map { .say(.refused($0)) } ?? .none }
    guard let facts else { return .openCase(service, fields) }
    return .record(
      CaseAct(move: .edit, fields: fields, id: facts.application.id, sequence: facts.application.sequence))
  }

  var submission: Effect {
    if let problem = unsavedProblems.first { return .say(.refused(problem)) }
    guard isOpen else { return unsaved.isEmpty ? .back : .all([save, .back]) }
    guard let facts else { return unsaved.isEmpty ? .say(.nothing) : save }
    let saves = unsaved.isEmpty ? 0 : 1
    let (materials, waived) = papers
    let submit = CaseAct(
      move: .submit, fields: Entries(["materials": materials, "waived": waived].filter { !$0.value.isEmpty }),
      id: facts.application.id, sequence: facts.application.sequence + saves)
    return .all((saves > 0 ? [save] : []) + [.record(submit), .replace(.application(facts.application.id))])
  }

  /// How many required fields and papers are still open.
  var gaps: Int {
    form.fields.count { field in
      field.isShown && (field.isPaper ? field.value == "missing" : field.isRequired && field.value.isEmpty)
    }
  }

  mutating func tidy(_ code: String) {
    if CaseField(rawValue: code)?.input.kind == .day, let value = form[code]?.value {
      form[code]?.value = Day.written(value)
    }
  }

  private func problem(of field: FormField) -> Refusal? {
    field.value.isEmpty ? nil : CaseField(rawValue: field.code)?.input.problem(of: field.value.trimmed)
  }

  private func hint(for field: CaseField) -> Phrase? {
    switch field {
    case .birth: Phrase("如 20150409；有身份号码时自动填", "as 20150409; filled from the number")
    case .photo: Phrase("照片文件的位置", "where the photo's file lies")
    default: nil
    }
  }
}

extension FormField {
  var isPaper: Bool { code.hasPrefix("paper.") || code.hasPrefix("waive.") }
}
