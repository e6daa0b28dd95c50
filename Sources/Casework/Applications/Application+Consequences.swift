extension Application {
  /// What an event tells beyond the fields given: deadlines, the exact text signed, the number composed.
  public func consequences(
    of act: Act<Application>, to: State, in circumstances: Circumstances<ApplicationFacts>
  ) -> Entries {
    var told = clockEntries(of: act, to: to, in: circumstances)
    if Self.laterPaperMoves.contains(act.move) { told.merge(laterPaperEntries(of: act)) }
    switch act.move {
    case .edit: told.merge(changeEntries(of: act))
    case .panelSign:
      told["text"] = signingText(act, in: circumstances)
      told["role"] = seatRole(of: circumstances.staff).rawValue
      if !circumstances.terminal.isEmpty { told["terminal"] = circumstances.terminal }
      told.merge(contradictionEntries(of: act, on: circumstances.today))
    case .chooseDirect, .replaceMember:
      told.merge(panelEntries(act, in: circumstances))
      if act.move == .chooseDirect { told["sequence"] = String(sequence + 1) }
      told["named"] = StaffList.ids(act.fields.text("members"))
        .map { id in circumstances.facts.named.first { $0.id == id }?.name ?? id }.joined(separator: "、")
    case .chooseHospital, .panelToHospital: told["turn"] = nextReferral
    case .panelDiscuss: told["sequence"] = String(sequence + 1)
    case .recordResult:
      told.merge(uncheckedEntries(of: act, circumstances.facts))
      let day = Day(iso: act.fields.text("date")) ?? circumstances.today
      told.merge(contradictionEntries(of: act, on: day))
    case .panelDone:
      if let agreed = agreedFinding {
        told["category"] = agreed.category
        told["grade"] = agreed.grade
      }
    case .postNotice: told["last_day"] = told["deadline"]
    case .submit, .accept:
      if act.fields.text("materials").isEmpty { told["materials"] = materials.text }
      if act.move == .submit && act.fields.text("waived").isEmpty { told["waived"] = value("waived", of: .submit) }
      if act.move == .accept {
        told.merge(acceptanceEntries(in: circumstances))
        told["warned"] = warned(by: act, telling: told, in: circumstances)
      }
    case .sendBack: told.merge(gapEntries(of: act, in: circumstances))
    case .print: told["certificate"] = composedNumber(in: circumstances)
    case .approve:
      told.merge(exceptionEntries(of: act, in: circumstances))
      told.merge(lifeEntries(in: circumstances))
      let isFlagged = panelMembers.contains(circumstances.staff.id) || told["excepted_by"] != nil
      if isFlagged { told["flag"] = "annual_inspection" }
    case .rejectIntake where act.fields.text("ground") == RejectionGround.falseMaterial.rawValue:
      told["flag"] = "annual_inspection"
    case .arrive, .receiveForwarded:
      told.merge(foreignNoticeEntries(of: act, on: circumstances.calendar))
      if act.move == .arrive {
        told.merge(reportedEntries(in: circumstances))
        told.merge(liftedEntries(in: circumstances))
      }
    case .deliver: told.merge(deliveryEntries(of: act, in: circumstances))
    case .collect:
      told["as"] = collectorPart(of: act.fields.text("identity"))?.rawValue
      let dead = circumstances.facts.deadAtHandingOver
      if !dead.isEmpty { told["dead"] = dead.map(\.written).joined(separator: ",") }
    case .object: told["before"] = objectionsBefore
    case .objectionFounded, .objectionUnfounded:
      told.merge(settledEntries(of: act))
      if act.move == .objectionFounded { told["turn"] = nextReferral }
    case .askCity, .askProvince: told.merge(objectionEntries(of: act, in: circumstances))
    case .provResult: told["final"] = "yes"
    case .withdraw, .refuse, .correctionOverdue: told.merge(lossLeft(in: circumstances))
    default: break
    }
    if [.panelSign, .approve].contains(act.move), let giver = circumstances.secretGiver {
      told["secret_by"] = giver.name
    }
    let under = delegationLine(of: act, by: circumstances.staff)
    if !under.isEmpty { told["under"] = under }
    return told
  }

  /// What is kept where two people lifted what stood against the case; the annual inspection looks at it (SOD-7).
  private func liftedEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    var told = apartEntries(in: circumstances)
    let isLifted =
      barEnds(in: circumstances) != nil || (service == .new && !circumstances.facts.movedOut.isEmpty)
      || !told.isEmpty
    guard isLifted else { return [:] }
    told["flag"] = "annual_inspection"
    told["lifted_by"] = circumstances.second?.id
    return told
  }

  private func acceptanceEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    var told = liftedEntries(in: circumstances)
    told.merge(earlierEntries(in: circumstances))
    told.merge(lossEntries(in: circumstances))
    told.merge(foundEntries(in: circumstances))
    told.merge(reportedEntries(in: circumstances))
    told.merge(endedEntries(in: circumstances))
    if let days = circumstances.policy.promiseDays(for: service) {
      let end = circumstances.calendar.adding(days, to: circumstances.today)
      told["promise"] = end.day.iso
      if end.provisional { told["promise_provisional"] = "yes" }
    }
    return told
  }

  /// The codes of everything that is said of the case once it is accepted; `nil` where nothing is.
  private func warned(
    by act: Act<Application>, telling told: Entries, in circumstances: Circumstances<ApplicationFacts>
  ) -> String? {
    var data = act.fields
    data.merge(told)
    var accepted = self
    accepted.apply(
      Event(
        move: act.move, to: .accepted, staff: circumstances.staff.id, at: circumstances.at, day: circumstances.today,
        data: data))
    let said = accepted.warnings(
      under: circumstances.policy, amid: circumstances.facts.around, on: circumstances.today)
    return said.isEmpty ? nil : Set(said.map(\.code.rawValue)).sorted().joined(separator: ",")
  }

  /// The complete list of what is missing, given once (一次性告知), and what is asked for although it was not on it.
  private func gapEntries(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    let missing = missingMaterials(for: act, in: circumstances).map(\.code.rawValue)
    let asked = WrittenList.items(act.fields.text("items")).map { $0.uppercased() }
      .filter { MaterialCode(rawValue: $0) != nil }
    var told: Entries = [
      "missing": (missing + asked.filter { !missing.contains($0) }).joined(separator: ","),
      "missing_fields": missingFields.map(\.rawValue).joined(separator: ","),
    ]
    // What was accepted as complete is asked for later, whatever brought it up.
    if !askedBefore.isEmpty || state == .review {
      let later = state == .review ? missing + asked.filter { !missing.contains($0) } : asked
      told["asked_later"] = later.filter { !askedBefore.contains($0) }.joined(separator: ",")
    }
    let fieldsBefore = WrittenList.items(value("missing_fields", of: .sendBack))
    told["asked_again"] =
      ((missing + asked.filter { !missing.contains($0) }).filter(askedBefore.contains)
      + missingFields.map(\.rawValue).filter(fieldsBefore.contains)).joined(separator: ",")
    told["asked_before"] = Set(askedBefore + missing + asked).sorted().joined(separator: ",")
    for (code, text) in told.pairs where text.isEmpty { told[code] = nil }
    return told
  }

  /// What the last notice of correction named: papers, fields, papers asked for only after an earlier notice, and what else
  /// was written.
  public var lastNotice: (papers: [MaterialCode], fields: [CaseField], later: [MaterialCode], words: [String]) {
    func codes(_ code: String) -> [MaterialCode] {
      WrittenList.items(value(code, of: .sendBack)).compactMap(MaterialCode.init(rawValue:))
    }
    let fields = WrittenList.items(value("missing_fields", of: .sendBack)).compactMap(CaseField.init(rawValue:))
    let words = WrittenList.items(value("items", of: .sendBack))
      .filter { MaterialCode(rawValue: $0.uppercased()) == nil }
    return (codes("missing"), fields, codes("asked_later"), words)
  }

  /// The papers that a notice of correction has named so far.
  public var askedBefore: [String] { WrittenList.items(value("asked_before", of: .sendBack)) }
}
