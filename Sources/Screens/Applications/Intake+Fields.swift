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
      var made = FormField.fields(for: service.input(for: field), from: FormSources())
      made[0].isRequired = service.requiredFields.contains(field)
      made[0].hint = hint(for: field, of: stored)
      return made
    }
    if isOpen {
      let sources = FormSources(demands: demanded, presented: stored.materials, waived: stored.waivers)
      fields += FormField.fields(for: Casework.Input.papers, from: sources)
    } else if !stored.panelMembers.isEmpty {
      fields += Casework.Input.assessed.flatMap { FormField.fields(for: $0, from: FormSources()) }
    }
    return fields + [.button(submitName)]
  }

  /// Guardian, agent and papers appear once they are due.
  mutating func showFields(_ stored: Application) {
    let isDue = guardianGround != nil
    let guardian = [CaseField.guardianIdentity, .guardianName, .guardianRelation, .guardianPhone]
    // What is kept of a guardian shows, so that it can be taken out where nobody needs one any more.
    let needsGuardian = isDue || guardian.contains { !stored[$0].isEmpty }
    for field in guardian {
      form.show(field.rawValue, needsGuardian)
      if field != .guardianPhone { form[field.rawValue]?.isRequired = isDue }
    }
    for field in [CaseField.agentIdentity, .agentName, .agentRelation, .agentPhone] {
      form.show(field.rawValue, showsAgent)
    }
    for field in [CaseField.treatmentEnd, .noWait] {
      form.show(field.rawValue, policy.eligibilityWaitMonths != nil || !stored[field].isEmpty)
    }
    form.show(CaseField.announcedOn.rawValue, policy.announceDays > 0 || !stored[.announcedOn].isEmpty)
    for field in [CaseField.acceptingCounty, .decidingCounty] {
      form.show(field.rawValue, showsElsewhere || !stored[field].isEmpty)
    }
    let due = dueNow
    for demand in demanded { form.show("paper.\(demand.code.rawValue)", due.contains(demand.code)) }
    form.arrangePapers()
  }

  /// How many required fields and papers are still open.
  var gaps: Int {
    form.fields.count { field in
      field.isShown && (field.isPaper ? field.value == "missing" : field.isRequired && field.value.isEmpty)
    }
  }

  private func hint(for field: CaseField, of stored: Application) -> Phrase? {
    switch field {
    case .identity where stored.identityIsOld:
      stored.identity.map {
        Phrase("原填 15 位旧号，18 位应为 \($0.text)；按身份证填", "fifteen digits before, now \($0.text)? Take it from the card")
      }
    case .birth: Phrase("如 20150409；有身份号码时自动填", "as 20150409; filled from the number")
    case .acceptingCounty: Phrase("外县移送来的，填受理县的六位代码", "six digits, where another county took it in")
    case .decidingCounty: Phrase("户籍不在本县的，填户籍县的六位代码", "six digits, where the household is elsewhere")
    case .photo: Phrase("照片文件的位置", "where the photo's file lies")
    default: nil
    }
  }
}

extension FormField {
  var isPaper: Bool { code.hasPrefix("paper.") || code.hasPrefix("waive.") }
}
