import Casework
import TerminalKit

extension IntakeScreen {
  /// What helps with the field in hand, and what the office already holds on the person.
  var advice: [FactLine] {
    var lines = identityAdvice + doubts + eligibilityAdvice
    if let guardianGround {
      lines.append(FactLine(Phrase("监护人", "Guardian"), guardianGround + Phrase("，须填", ": needed"), .plain))
    }
    let held = standing?.lines(besides: id) ?? []
    lines += held
    if held.isEmpty, checked?.number != nil {
      lines.append(
        FactLine(Phrase("本室资料", "On file"), Phrase("此人没有证件和在办业务", "no certificate and no open case"), .faint))
    }
    if lines.isEmpty {
      lines.append(
        FactLine(
          Phrase("说明", "Note"),
          Phrase("每填完一项即存；可随时离开，下次从空缺处继续", "Each field is saved as you leave it; come back any time"), .faint))
    }
    return lines
  }

  /// The number in the identity field, judged as it is typed.
  var checked: IdentityCheck? {
    guard let today, let text = form["identity"]?.value, !text.isEmpty else { return nil }
    return IdentityCheck.check(text, today: today)
  }

  /// Valid numbers that one slip of the pen would turn into what was typed.
  var repairs: [String] {
    guard let today, let checked, checked.number == nil,
      form.focused?.code == "identity" || form.focused?.code == "name",
      checked.input.count >= 15
    else { return [] }
    return Array(
      IdentityCheck.repairs(of: checked.input, birth: Day(iso: form.text("birth")), today: today).prefix(3))
  }

  var guardianGround: Phrase? {
    let isVoluntary = service == .cancel && form.text("reason") == CancellationReason.voluntary.rawValue
    guard let today, service.isAskedByHolder || isVoluntary else { return nil }
    if service != .new { return asTyped.guardianGround(on: today) }
    let birth = checked?.number?.birth ?? Day(iso: form.text("birth"))
    if let birth, birth.age(on: today) < 18 { return Phrase("申请人未满 18 周岁", "The applicant is a minor") }
    let category = Int(form.text("category")).flatMap(DisabilityCategory.init(rawValue:))
    return category == .intellectual || category == .psychiatric
      ? Phrase("申请智力或精神残疾", "The category is intellectual or psychiatric") : nil
  }

  /// What was filled in and can hardly be right.
  private var doubts: [FactLine] {
    form.fields.filter(\.isShown).compactMap { field in
      CaseField(rawValue: field.code)?.doubt(about: field.value).map { FactLine(field.name, $0, .warning) }
    }
  }

  private var eligibilityAdvice: [FactLine] {
    guard let today else { return [] }
    let typed = asTyped
    return FactLine.warnings(
      typed.namesakeWarnings(among: namesakes, on: today) + typed.warnings(under: policy, on: today))
  }

  private var identityAdvice: [FactLine] {
    guard let checked, let today else { return [] }
    let label = CaseField.identity.input.name
    if let number = checked.number {
      if checked.isOld { return [FactLine(label, Refusal.oldNumber(number).explanation, .warning)] }
      let sex = number.sex.name
      let age = number.birth.age(on: today)
      let found =
        Phrase("有效，", "valid, ") + sex + Phrase("，\(number.birth) 生，\(age) 岁", ", born \(number.birth), \(age)")
      return [FactLine(label, found, .good)] + checked.warnings.map { FactLine(Phrase("注意", "Note"), $0.advice) }
    }
    if checked.problem == .badLength, checked.input.count < 18, form.focused?.code == "identity" {
      return [
        FactLine(label, Phrase("已输入 \(checked.input.count) 位", "\(checked.input.count) characters so far"), .faint)
      ]
        + wrongPlace(checked, today)
    }
    let offered = repairs.enumerated().map { index, number in
      FactLine(Phrase("F\(5 + index) 可能是", "F\(5 + index) maybe"), number)
    }
    return [FactLine(label, checked.problem?.advice ?? Phrase("", ""), .warning)] + wrongPlace(checked, today) + offered
  }

  private func wrongPlace(_ checked: IdentityCheck, _ today: Day) -> [FactLine] {
    checked.wrongPlace(today: today).map { [FactLine(Phrase("提示", "Hint"), $0, .warning)] } ?? []
  }
}
