import CaseStore
import Casework

/// What is known of one case, as lines for the screens that show it.
struct CaseFacts: Sendable {
  let application: Application
  let today: Day
  let left: TimeLeft?
  let calendar: WorkingCalendar
  let missing: [MaterialDemand]
  let demands: [MaterialDemand]
  let names: [StaffMember.ID: String]
  let institutions: [String: String]
  let history: [LogEntry]
  let rules: CaseRules
  let around: Surroundings
  /// What number the card will bear, once something was found and until it is printed.
  let numberToCome: CertificateNumber?

  init(_ application: Application, in store: CaseStore) throws {
    self.application = application
    today = store.today
    rules = try store.rules(of: application)
    calendar = try store.calendar()
    left = TimeLeft(of: application, today: today, calendar: calendar)
    demands = application.demands(under: rules.policy, on: today)
    missing = application.missingMaterials(
      presented: application.materials, waived: application.waivers, under: rules.policy, on: today)
    names = try store.staffNames()
    around = try store.surroundings(of: application)
    institutions = Dictionary(
      around.lists.institutions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    history = try store.history(of: application)
    numberToCome = try application.isToBePrinted ? store.numberToCome(of: application, under: rules.policy) : nil
  }

  func name(of staff: StaffMember.ID) -> String { names[staff] ?? staff }

  /// The case in a few lines: who, what is to be checked, then the rest.
  func summary(revealed: Bool) -> [FactLine] {
    let lines = inShort(revealed: revealed)
    let toCheck = checks + changedTexts + objection.map(\.inShort)
    return lines.prefix(1) + toCheck + lines.dropFirst()
  }

  /// Everything to look at before a decision: in the case, around it, and in what was found.
  var checks: [FactLine] {
    warnings + application.resultMarks.map { FactLine(Phrase("请核", "Look at"), $0, .warning) }
  }

  /// The case without what is to be checked; of long texts the beginning (all of it: `details`).
  func inShort(revealed: Bool) -> [FactLine] {
    let identity = application[.identity]
    var lines = [
      FactLine(Phrase("申请人", "Applicant"), person),
      FactLine(
        Phrase("身份号码", "Identity"),
        (revealed ? identity : Masking.identity(identity)) + "  "
          + (revealed ? application[.phone] : Masking.phone(application[.phone]))),
    ]
    let changed = changes(revealed: revealed)
    if !application[.address].isEmpty, !changed.contains(where: { $0.label == CaseField.address.input.name }) {
      lines.append(FactLine(CaseField.address.input.name, application[.address]).inShort)
    }
    if let category = application.claimedCategory, category != application.finding?.category {
      lines.append(FactLine(CaseField.category.input.name, category.name))
    }
    let number = application[.certificate]
    if let held = around.certificate, held.number == number {
      lines += self.held(revealed: revealed)
    } else if !number.isEmpty {
      lines.append(
        FactLine(CaseField.certificate.input.name, revealed ? number : Masking.certificate(number)))
    }
    lines += changed
    for field in [
      CaseField.reason, .eventDate, .document, .destination, .origin, .doubt, .treatmentEnd, .noWait, .announcedOn,
      .decidingCounty,
    ] where !application[field].isEmpty {
      lines.append(FactLine(application.service.input(for: field).name, shown(field, revealed: revealed)).inShort)
    }
    if application.state == .review, endsCertificate { lines.append(effect) }
    if !application.certificateNumber.isEmpty {
      let number = application.certificateNumber
      lines.append(FactLine(Phrase("新证号", "New number"), revealed ? number : Masking.certificate(number)))
    }
    if let newest = advice.last { lines += self.lines(of: newest).map(\.inShort) }
    if let guardian { lines.append(guardian) }
    if let agent { lines.append(agent) }
    if let finding = findingLine { lines.append(finding) }
    lines += higher
    if let number = numberToCome {
      lines.append(FactLine(Self.toCome, revealed ? number.text : number.masked))
    }
    if application.state == .review, !endsCertificate { lines.append(effect) }
    lines += standing
    if let transit { lines.append(transit) }
    if application.state == .review { lines.append(extent) }
    if !application.missingFields.isEmpty, application.state == .draft || application.state == .returned {
      let fields = application.missingFields.map { application.service.input(for: $0).name }
      lines.append(FactLine(Phrase("缺 \(fields.count) 项", "\(fields.count) missing"), .joined(fields), .warning))
    }
    if [.submitted, .returned, .returnedReview].contains(application.state) { lines += askedAgain }
    if Application.State.notYetAccepted.contains(application.state), !missing.isEmpty {
      lines.append(FactLine(Phrase("缺材料", "Papers missing"), .joined(missing.map(\.words)), .warning))
    }
    return lines
  }

  /// The rules of the case, every field that is filled, and the papers.
  func details(revealed: Bool) -> [FactLine] {
    var lines = [FactLine(Phrase("规定", "Rules"), rules.words)]
    if let clock = application.clock { lines.append(FactLine(Phrase("时限", "Clock"), clock.explanation)) }
    let promise = application.value("promise", of: .accept)
    if !promise.isEmpty {
      lines.append(FactLine(Phrase("本室承诺", "Promised by"), Phrase("\(promise) 前办结", "done by \(promise)")))
    }
    lines.append(.heading(Phrase("登记内容", "Fields")))
    for field in CaseField.allCases where !application[field].isEmpty {
      lines.append(FactLine(application.service.input(for: field).name, shown(field, revealed: revealed)))
    }
    let note = application.entries.text("import.note")
    if !note.isEmpty { lines.append(FactLine(Phrase("名单备注", "Note of the list"), note)) }
    if !advice.isEmpty { lines += [.heading(Phrase("请示", "Questions"))] + advice.flatMap(self.lines(of:)) }
    lines.append(.heading(Phrase("材料", "Papers")))
    for demand in demands {
      let waiver = application.waivers[demand.code]
      let isMissing = missing.contains(demand)
      let mark =
        waiver.map { Phrase("免交：\($0)", "waived: \($0)") }
        ?? (isMissing ? Phrase("缺", "missing") : Phrase("已收", "received"))
      lines.append(FactLine(mark, demand.words, isMissing ? .warning : .plain))
    }
    lines += MaterialCode.allCases.compactMap { code in
      application.papers[code].map { FactLine(Phrase("登记", "filed"), code.name + words(of: $0)) }
    }
    return lines
  }

  /// What to look at before the case goes on; what measurements say against the finding stands with the finding.
  var warnings: [FactLine] {
    FactLine.warnings(
      application.warnings(under: rules.policy, amid: around, on: today).filter { $0.code != .contradicted })
  }

  /// What says that the holder, or whoever acts for the holder, has died: seen before a card is handed over.
  var deathChecks: [FactLine] {
    FactLine.warnings(
      application.warnings(under: rules.policy, amid: around, on: today).filter { Self.deaths.contains($0.code) })
  }

  private static let deaths: Set<Application.Warning.Code> = [
    .deathUnderWay, .deathRegistered, .reportedDead, .helperDead,
  ]

  var findingLine: FactLine? { application.finding.map { FactLine(Finding.name, $0.words) } }

  /// Where a paper lies: `，原件，2 页，架位 A-1，扫描 s.pdf`.
  private func words(of paper: RegisteredPaper) -> Phrase {
    var parts = [paper.isOriginal ? Phrase("原件", "original") : Phrase("复印件", "copy")]
    if paper.pages > 0 { parts.append(Phrase("\(paper.pages) 页", "\(paper.pages.counted("page"))")) }
    if !paper.shelf.isEmpty { parts.append(Phrase("架位 \(paper.shelf)", "shelf \(paper.shelf)")) }
    if !paper.scan.isEmpty { parts.append(Phrase("扫描 \(paper.scan)", "scan \(paper.scan)")) }
    return Phrase("：", ": ") + .joined(parts, by: Phrase("，", ", "))
  }

  var person: Phrase {
    let sex = Sex(rawValue: application[.sex])?.name ?? Phrase("", "")
    let name = application.applicant.isEmpty ? Phrase("（未填姓名）", "(no name yet)") : .verbatim(application.applicant)
    let birth = application.birth.map { birth in
      Phrase("\(birth) 生，\(birth.age(on: today)) 岁", "born \(birth), \(birth.age(on: today))")
    }
    return .joined([name, sex, birth ?? Phrase("", "")], by: .verbatim("  "))
  }

  private var guardian: FactLine? {
    let ground = application.guardianIsDue(on: today) ? application.guardianGround(on: today) : nil
    if application[.guardianName].isEmpty {
      return ground.map { FactLine(Phrase("监护人", "Guardian"), Phrase("未填：", "missing: ") + $0, .warning) }
    }
    return helper(Phrase("监护人", "Guardian"), .guardianName, .guardianRelation)
  }

  private var agent: FactLine? {
    application[.agentName].isEmpty ? nil : helper(Phrase("代理人", "Agent"), .agentName, .agentRelation)
  }

  private func helper(_ label: Phrase, _ name: CaseField, _ relation: CaseField) -> FactLine {
    let kin = application[relation].isEmpty ? "" : "（\(application[relation])）"
    return FactLine(label, application[name] + kin)
  }

  private var standing: [FactLine] {
    let owner = FactLine(
      Phrase("经办", "In hand"),
      Phrase(
        "\(name(of: application.owner))，自 \(application.since)",
        "\(name(of: application.owner)), since \(application.since)"))
    guard let left else { return [FactLine(Phrase("状态", "State"), application.state.name), owner] }
    let ground = application.clock.map { Phrase("（", " (") + $0.rule.ground + Phrase("）", ")") } ?? Phrase("", "")
    return [
      FactLine(
        application.state.name, (runs ?? Phrase("", "")) + left.sentence + ground,
        left.isLate ? .danger : left.days < 3 ? .warning : .plain),
      owner,
    ]
  }

  /// A certificate that has left and that the other county has not confirmed, or has (features: 36).
  private var transit: FactLine? {
    guard application.service == .transferOut, let certificate = around.certificate else { return nil }
    let label = Phrase("在途", "In transit")
    if let words = certificate.transitWords(on: today) { return FactLine(label, words, .warning) }
    guard let confirmed = certificate.day(of: .moveInConfirmed) else { return nil }
    let receipt = certificate.entries.text("move_in_confirmed.receipt")
    return FactLine(
      Phrase("迁入确认", "Confirmed"), Phrase("\(confirmed) 登记对方回执：\(receipt)", "receipt of \(confirmed): \(receipt)"))
  }

  /// What runs, where the state does not say it.
  private var runs: Phrase? {
    guard let rule = application.clock?.rule, rule.isWaiting, rule.state != .publicity else { return nil }
    return rule.name + Phrase("：", ": ")
  }

  private func shown(_ field: CaseField, revealed: Bool) -> Phrase {
    let text = application[field]
    switch field {
    case .identity, .guardianIdentity, .agentIdentity: return .verbatim(revealed ? text : Masking.identity(text))
    case .phone, .guardianPhone, .agentPhone: return .verbatim(revealed ? text : Masking.phone(text))
    case .certificate: return .verbatim(revealed ? text : Masking.certificate(text))
    case .destination: return .verbatim(application.destinationName)
    case .origin: return .verbatim(application.originName)
    case .reason:
      return application.cancellationReason?.name ?? application.freezeReason?.name ?? .verbatim(text)
    default: return Self.named(text, field)
    }
  }
}

extension Application {
  /// Whether a card is still to be made, of what was found or as the old one says.
  fileprivate var isToBePrinted: Bool {
    let isKnown = finding.map { $0.grade != nil } ?? [.review, .approved].contains(state)
    return isKnown && certificateNumber.isEmpty && !State.finished.contains(state)
  }
}

extension FactLine {
  static func warnings(_ warnings: [Application.Warning]) -> [FactLine] {
    warnings.map { FactLine(Phrase("请核", "Check"), $0.words, .warning) }
  }
}

extension MaterialDemand {
  /// `照片×3`.
  var words: Phrase { code.name + .verbatim(count > 1 ? "×\(count)" : "") }
}
