import Casework
import TerminalKit

extension IntakeScreen {
  /// What helps with the field in hand, and what the office already holds on the person.
  var advice: [FactLine] {
    var lines = takeOverLines + keeperAdvice + repeatAdvice + identityAdvice + doubts + eligibilityAdvice
    if let guardianGround {
      lines.append(FactLine(Phrase("监护人", "Guardian"), guardianGround + Phrase("，须填", ": needed"), .plain))
    }
    lines += guardianAdvice
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

  /// Two who fill in one case should know of each other (features: 54).
  private var keeperAdvice: [FactLine] {
    keeper.map { name in
      [
        FactLine(
          Phrase("经办", "In hand"),
          Phrase(
            "此件由\(name)经办，可能正在填写：先与\(name)商量，或在业务页接手",
            "\(name) has it in hand and may be filling it in: talk first, or take it over on the case's page"),
          .warning)
      ]
    } ?? []
  }

  /// The number in the identity field, judged as it is typed.
  var checked: IdentityCheck? {
    guard let today, let text = form["identity"]?.value, !text.isEmpty else { return nil }
    return IdentityCheck.check(text, today: today)
  }

  /// What one slip of the pen would turn into what was typed, while the number or the name is in hand.
  var mending: Mending {
    let isInHand = ["identity", "name"].contains(form.focused?.code ?? "")
    return isInHand && repairs.typed == form["identity"]?.value ? repairs : Mending()
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
      typed.namesakeWarnings(among: namesakes, on: today) + typed.warnings(under: policy, on: today)
        + typed.returnWarnings(against: standing?.certificates.last { $0.state != .spoiled }))
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
      return [FactLine(label, found, .good)]
        // A district that no table knows is said as something to check.
        + checked.warnings.filter { $0 != .unknownDistrict }.map { FactLine(Phrase("注意", "Note"), $0.advice) }
    }
    if form.focused?.code == "identity", let soFar = checked.soFar { return [soFar] + wrongPlace(checked, today) }
    return [checked.trouble] + wrongPlace(checked, today) + mending.lines
  }

  private func wrongPlace(_ checked: IdentityCheck, _ today: Day) -> [FactLine] {
    checked.wrongPlace(today: today).map { [FactLine(Phrase("提示", "Hint"), $0, .warning)] } ?? []
  }
}

extension IdentityCheck {
  /// How much of a number stands there while it may only be unfinished: fifteen characters may be those of an old card.
  var soFar: FactLine? {
    let count = input.count
    let mayGoOn = problem == .badLength && count < 18 || count == 15 && problem == .badDate
    guard mayGoOn else { return nil }
    let old = count == 15 ? Phrase("；若是 15 位旧号，出生日期不对", "; as an old number of 15 its date is wrong") : Phrase("", "")
    return FactLine(
      CaseField.identity.input.name, Phrase("已输入 \(count) 位", "\(count.counted("character")) so far") + old, .faint)
  }

  /// What is wrong with it, and in which place.
  var trouble: FactLine {
    let place = oddCharacters.map { $0 + Phrase("。", ". ") } ?? Phrase("", "")
    return FactLine(CaseField.identity.input.name, place + (problem?.advice ?? Phrase("", "")), .warning)
  }
}
