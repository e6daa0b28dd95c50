import Casework

extension MoveForm {
  /// The fields of a row of the table: what it asks for, who stands for it, and a question where nothing leads back.
  ///
  /// - Parameter isExcepted: whether it takes an exception, with its ground and a second person.
  func fields(of transition: Transition<Application>, _ sources: FormSources, isExcepted: Bool) -> [FormField] {
    let isVisual = facts?.application.claimedCategory == .visual
    let explainsLife = !(facts?.around.lifeAfterDeath.isEmpty ?? true)
    var fields = partsFirst(transition.asks).filter { $0.code != "override" || isExcepted }
      .filter { move != .approve || $0.code != "reason" || explainsLife }
      .filter { $0.code != "eyeballs_absent" || isVisual }
      .flatMap { FormField.fields(for: $0, from: sources) }
    if let signer {
      let name = sources.staff.first { $0.id == signer }?.name ?? signer
      fields.append(.ownPassword(of: signer, called: name))
    }
    let isAsked = transition.asks.contains { $0.code == "override" }
    if transition.guards.contains(.secondPerson) || transition.guards.contains(.termKept) || isExcepted && isAsked {
      fields += FormField.secondPerson
    }
    if endsCertificate { return fields + [.ownPassword(of: session.staff), .sure(endingQuestion)] }
    if transition.isFinal {
      fields.append(.sure(Phrase("确定要「", "Really “") + move.name + Phrase("」吗", "”")))
    } else {
      fields.append(.button(Phrase("确定：", "Do it: ") + move.name))
    }
    return fields
  }

  /// The parts of a multiple disability before the grade that follows from them.
  private func partsFirst(_ asks: [Casework.Input]) -> [Casework.Input] {
    guard let parts = asks.first(where: { $0.kind == .parts }) else { return asks }
    return asks.filter { $0.kind != .parts }.flatMap { $0.kind == .grade ? [parts, $0] : [$0] }
  }

  /// What the panel still lacks, said while it is put together and not at its end.
  var panelHint: Phrase? {
    guard let field = form["members"] else { return nil }
    let chosen = StaffList.ids(field.value)
    let count = Phrase("已选 \(chosen.count) 人（须三人）", "\(chosen.count) chosen (three are needed)")
    let seated = staff.filter { chosen.contains($0.id) && $0.sitsForChair }.map(\.name)
    switch seated.count {
    case 0: return count + Phrase("，缺理事长席位", ", the chair's seat is missing")
    case 1: return count + Phrase("，理事长席位：\(seated[0])", ", for the chair: \(seated[0])")
    default: return count + Phrase("，理事长席位只能一人：", ", only one may sit for the chair: ") + .listed(seated)
    }
  }

  /// Asks why no receipt is handed over, where it is not.
  mutating func arrangeReceipt() {
    let isLeftOut = form["receipt"].map { $0.value != "yes" } ?? false
    form.show("receipt_reason", isLeftOut)
    form["receipt_reason"]?.isRequired = isLeftOut
  }

  /// Asks why a delivery that was recorded is on another day.
  mutating func arrangeDelivery() {
    guard move == .deliver else { return }
    let isRecorded = facts?.application.deliveredOn != nil
    form.show("reason", isRecorded)
    form["reason"]?.isRequired = isRecorded
    let hint =
      movesTerm
      ? Phrase("改动会重开或缩短异议期：审核主管或理事长", "It reopens or shortens the ten days: a supervisor or the chair") : nil
    form["second"]?.hint = hint
  }

  /// Whether the day of a delivery that was typed reopens or shortens a term, which takes a second person.
  var movesTerm: Bool {
    guard move == .deliver, let facts, let day = Day(iso: Day.written(form.text("delivered").trimmed)) else {
      return false
    }
    return facts.application.movesTerm(
      deliveredOn: day, under: facts.rules.policy, on: facts.calendar, today: facts.today)
  }

  /// Asks why the sex differs from the number, where it does.
  mutating func arrangeSexReason() {
    let differs = facts?.application.sexDiffers ?? false
    form.show("sex_reason", differs)
    form["sex_reason"]?.isRequired = differs
  }

  /// Asks why nobody steps back, once somebody chosen bears the applicant's surname at the same address.
  mutating func arrangeRecusal() {
    guard let application = facts?.application, form["recusal_answer"] != nil else { return }
    let chosen = StaffList.ids(form.text("members"))
    let questioned = application.unanswered(among: staff.filter { chosen.contains($0.id) }, by: move).map(\.name)
    form.show("recusal_answer", !questioned.isEmpty)
    form["recusal_answer"]?.isRequired = !questioned.isEmpty
    let names = Phrase.listed(questioned)
    form["recusal_answer"]?.hint = Phrase(
      "「\(names.chinese)」与申请人同姓同址：是否亲属？须回避则换人", "“\(names.english)”: same surname and address. Kin? Then choose another"
    )
  }

  /// What was given, in the form the store takes it.
  func fields(of facts: CaseFacts) -> Entries {
    let asks = transition?.asks ?? []
    var entries = form.given(asks)
    for input in asks {
      switch input.kind {
      case .materials where form.hasPapers:
        entries[input.code] = form.materials(besides: facts.application.materials, demands: facts.demands).text
      case .waivers where form.hasPapers: entries[input.code] = form.waivers(facts.demands)
      case .measurements:
        let told = form.measurements
        if !told.values.isEmpty { entries[input.code] = told.text }
      case .parts: entries[input.code] = form.partsText
      case .partResults: entries[input.code] = form.partResultsText
      default: break
      }
      if entries[input.code]?.isEmpty == true { entries[input.code] = nil }
    }
    return entries
  }
}

extension Transition<Application> {
  /// Whether it ends the case against the applicant, or spoils a blank: asked twice.
  var isFinal: Bool {
    if move == .misprint { return true }
    return to.map { [.refused, .notAccepted, .withdrawn, .lapsed].contains($0) } ?? false
  }
}

extension Application {
  /// Values that are most likely right; whoever acts may change them.
  func suggestions(for move: Move, today: Day, policy: Policy) -> Entries {
    switch move {
    case .accept: ["receipt": "yes"]
    case .sendBack: ["deadline": today.adding(days: policy.correctionDays).iso]
    case .recordResult: ["institution": institution, "date": today.iso]
    case .replaceMember: ["members": panelMembers.joined(separator: ",")]
    case .postNotice:
      Village(of: self[.address]).isKnown ? ["place": Village(of: self[.address]).label.chinese] : [:]
    case .collect: ["collector": applicant]
    default: [:]
    }
  }
}
