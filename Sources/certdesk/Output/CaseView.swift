import CaseStore
import Casework

/// One case as it is printed for one reader: opinions stay sealed until every seat has signed.
struct CaseView {
  let application: Application
  let history: [LogEntry]
  let offers: [Offer<Application>]
  let today: Day
  let rules: CaseRules
  let around: Surroundings
  let reader: StaffMember
  let calendar: WorkingCalendar
  let names: [StaffMember.ID: String]

  func json(in language: Language) -> JSON {
    let missing = application.missingMaterials(
      presented: application.materials, waived: application.waivers, under: rules.policy, on: today)
    return .object([
      "case": .string(application.number), "service": .string(application.service.rawValue),
      "state": .string(application.state.rawValue), "seq": .int(application.sequence),
      "applicant": .object([
        "name": .string(application.applicant), "identity": .string(application[.identity]),
        "birth": .optional(application.birth?.iso), "minor": .bool(application.isMinor(on: today)),
      ]),
      "fields": .pairs(
        CaseField.allCases.compactMap { field in
          application[field].isEmpty ? nil : (field.rawValue, .string(application[field]))
        }),
      "materials": .object([
        "presented": .pairs(
          MaterialCode.allCases.filter { application.materials[$0] > 0 }
            .map { ($0.rawValue, .int(application.materials[$0])) }),
        "waived": .pairs(
          application.waivers.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, .string($0.value)) }),
        "missing": .array(
          missing.map {
            .object([
              "code": .string($0.code.rawValue), "count": .int($0.count), "name": .string($0.code.name(in: language)),
              "ground": .string($0.ground(in: language)),
            ])
          }),
      ]),
      "warnings": .array(
        warnings.map { $0.json(in: language) }
          + application.doctorMarks.map {
            .object([
              "code": .string("doctors_unchecked"), "message": .string($0(in: language)), "possible_from": .null,
              "source": .null,
            ])
          }),
      "changes": .array(
        application.changes(from: around.certificate).map {
          .object([
            "field": .string($0.field.rawValue), "from": .optional($0.old.isEmpty ? nil : $0.old),
            "to": .string($0.new),
          ])
        }),
      "parts": .array(
        application.findingParts.map { part, share in
          .object([
            "category": .int(part.category.rawValue), "grade": .int(part.grade.rawValue),
            "institution": .optional(share.institution.isEmpty ? nil : share.institution),
            "doctors": .strings(share.doctors), "date": .optional(share.date?.iso),
          ])
        }),
      "decision": application.decided(amid: around, on: today, revealed: true).json(in: language),
      "effect": .optional(effect?(in: language)),
      "signatures": .array(signatures),
      "deadline": .optional(application.deadline?.day.iso),
      "provisional": .bool(application.deadline?.isProvisional ?? false),
      "days_left": daysLeft.map { .int($0) } ?? .null,
      "deadline_ground": .optional(application.clock?.explanation(in: language)),
      "certificate": application.certificateNumber.isEmpty ? .null : .string(application.certificateNumber),
      "rules": rules.json,
      "allowed": .array(
        offers.map { offer in
          .object([
            "event": .string(offer.transition.move.rawValue), "ok": .bool(against(offer) == nil),
            "refusal": against(offer).map { $0.json(in: language) } ?? .null, "override": .bool(takesOverride(offer)),
            "able": .strings(offer.able.map(\.id)),
          ])
        }),
      "asked_again": .array(
        history.gapsAskedAgain.map {
          .object([
            "code": .string($0.code), "name": .string($0.name(in: application)(in: language)), "times": .int($0.times),
          ])
        }),
      "objection": objection(in: language), "advice": .array(history.advice.map(\.json)),
      "reassessment": reassessment(in: language), "transit": transit,
      "events": .array(history.map { $0.json(shown($0)) }),
    ])
  }

  /// The first finding, each step of the way up, and until when the next can be taken.
  private func reassessment(in language: Language) -> JSON {
    let (steps, first) = (application.reassessments, application.firstFinding)
    let term = application.reassessmentTerm(under: rules.policy, on: calendar, today: today)
    guard !steps.isEmpty || first != nil else { return .null }
    return .object([
      "first": .optional(first.map { $0.words(in: language) }),
      "steps": .array(
        steps.map { step in
          .object([
            "level": .string(step.level.rawValue), "asked_on": .string(step.askedOn.iso),
            "federation": .string(step.federation), "days": .int(step.days(on: today)),
            "result_on": .optional(step.result?.on.iso), "document": .optional(step.result?.document),
            "finding": .optional(step.result?.finding.map { $0.words(in: language) }),
            "final": .bool(step.result?.isFinal ?? false),
          ])
        }),
      "next": term.map {
        .object(["level": .string($0.level.rawValue), "last": .string($0.last.iso), "runs": .bool($0.runs)])
      } ?? .null,
    ])
  }

  /// The objection that waits for its outcome, and what follows from either.
  private func objection(in language: Language) -> JSON {
    guard let open = application.openObjection else { return .null }
    return .object([
      "objector": .string(open.objector), "content": .string(open.content),
      "before": .optional(open.before.isEmpty ? nil : open.before), "received": .string(open.received.iso),
      "recorded": .string(open.recorded.iso), "recorded_by": .string(open.recordedBy),
      "village": .string(open.village.label(in: language)), "place": .string(open.place),
      "posted": .string(open.posted.iso), "last": .string(open.last.iso),
      "if_unfounded": .string(application.ifUnfounded(on: calendar, today: today)(in: language)),
      "if_founded": .string(application.ifFounded(amid: around)(in: language)),
    ])
  }

  /// Since when the certificate is on its way to another county that has not confirmed it.
  private var transit: JSON {
    application.service == .transferOut ? around.certificate?.transit(on: today) ?? .null : .null
  }

  /// Working days to the last day, negative behind it.
  private var daysLeft: Int? { application.deadline.map { calendar.workingDays(from: today, to: $0.day) } }

  /// What stands against a move, also where two people can lift it.
  private func against(_ offer: Offer<Application>) -> Refusal? { offer.refusal ?? offer.lifting }

  /// Whether a ground and a second person make it possible (SOD-7), and nothing else is missing.
  private func takesOverride(_ offer: Offer<Application>) -> Bool {
    if offer.refusals.isEmpty { return offer.lifting != nil }
    let excepted: [Application.Requirement] = [.notAcceptor, .notTheFreezer, .notTheCanceller]
    return offer.transition.move == .approve
      && offer.refusals.allSatisfy { refusal in excepted.contains { $0.rawValue == refusal.code } }
      && (application.mayBeExcepted(by: reader)
        || application.takesBackDecision(of: reader, about: around.certificate))
  }

  /// What an approval brings about, while somebody is to decide it.
  private var effect: Phrase? {
    application.state == .review ? application.effect(amid: around, under: rules.policy, on: today) : nil
  }

  private var warnings: [Application.Warning] {
    application.warnings(under: rules.policy, amid: around, on: today)
  }

  private var signatures: [JSON] {
    application.panelMembers.map { member in
      let signature = application.signatures.first { $0.staff == member }
      let open = application.opinionsAreOpen || member == reader.id
      return .object([
        "staff": .string(member),
        "state": .string(signature.map { application.stands($0) ? "signed" : "void" } ?? "open"),
        "on": .optional(signature?.day?.iso), "sha256": .optional(signature?.digest),
        "category": .optional(open ? signature?.category : nil), "grade": .optional(open ? signature?.grade : nil),
        "opinion": .optional(open ? signature?.opinion : nil),
        "measurements": .optional(open ? signature?.measurements : nil),
        "role": .optional(signature.flatMap { $0.role.isEmpty ? nil : $0.role }),
        "terminal": .optional(signature.flatMap { $0.terminal.isEmpty ? nil : $0.terminal }),
        "under": .optional(signature.flatMap { $0.under.isEmpty ? nil : $0.under }),
      ])
    }
  }

  /// The data of an event, without what is still sealed.
  private func shown(_ entry: LogEntry) -> Entries {
    guard entry.move == Application.Move.panelSign.rawValue, application.isSealed(eventAt: entry.sequence),
      entry.actor != reader.id
    else {
      return entry.data
    }
    return ["sealed": "yes", "sha256": entry.data.text("sha256")]
  }

  func text(in language: Language) -> String {
    var lines = [
      "\(application.number)  \(application.service.name(in: language))  \(application.state.name(in: language))"
        + (application.dueWords.map { "  " + $0(in: language) } ?? ""),
      "\(application.applicant)  \(Masking.identity(application[.identity]))  \(application[.address])",
    ]
    if let clock = application.clock, let daysLeft {
      let left =
        daysLeft < 0
        ? Phrase("；已过 \(-daysLeft) 个工作日", "; \((-daysLeft).counted("working day")) ago")
        : Phrase("；剩 \(daysLeft) 个工作日", "; \(daysLeft.counted("working day")) left")
      lines.append((clock.explanation + left)(in: language))
    }
    lines.append(Phrase("规定：", "Rules: ")(in: language) + rules.words(in: language))
    lines += application.decided(amid: around, on: today).map { $0.words(in: language) }
    lines += application.objectionFacts(amid: around, on: calendar, today: today) { names[$0] ?? $0 }
      .map { $0.words(in: language) }
    lines += (warnings.map(\.words) + application.doctorMarks).map { (Phrase.toCheck + $0)(in: language) }
    if application.state == .panel { lines.append(seats(in: language)) }
    if let transit = around.certificate?.transitWords(on: today), application.service == .transferOut {
      lines.append(transit(in: language))
    }
    if let effect { lines.append((Phrase("批准后：", "If approved: ") + effect)(in: language)) }
    let again = history.gapsAskedAgain.map { $0.name(in: application) + .verbatim("×\($0.times)") }
    if !again.isEmpty { lines.append((Phrase("再次要求：", "Asked again: ") + .joined(again))(in: language)) }
    lines += history.advice.map { $0.words(in: language) }
    for entry in history {
      let name = Application.Move(rawValue: entry.move)?.name(in: language) ?? entry.move
      let under = entry.data.text("under")
      let second = entry.second.map { "、\($0)" } ?? ""
      lines.append("  \(entry.day)  \(name)  \(entry.actor)\(second)" + (under.isEmpty ? "" : "（\(under)）"))
    }
    lines.append(Phrase("可办：", "Moves:")(in: language))
    for offer in offers {
      let name = offer.transition.move.name(in: language)
      let mark = takesOverride(offer) ? Phrase("  ! 须突破限制：", "  ! by an override only: ") : .verbatim("  ✗ ")
      let names = offer.ableNames
      let able = names.map { Phrase("；可由\($0.chinese)办理", "; can be done by \($0.english)") } ?? Phrase("", "")
      let why = against(offer).map { (mark + $0.explanation + able)(in: language) } ?? ""
      lines.append("  \(offer.transition.move.rawValue)  \(name)\(why)")
    }
    return lines.joined(separator: "\n")
  }
}

extension Advice {
  fileprivate var json: JSON {
    .object([
      "question": .string(question), "to": .optional(addressee.isEmpty ? nil : addressee),
      "asked_by": .string(asked.actor), "asked_on": .string(asked.day.iso), "answer": .optional(answer),
      "answered_by": .optional(answered?.actor), "answered_on": .optional(answered?.day.iso),
    ])
  }

  fileprivate func words(in language: Language) -> String {
    let to = addressee.isEmpty ? "" : " → \(addressee)"
    let asked = Phrase("请示（\(asked.actor) \(asked.day)\(to)）：", "Question (\(asked.actor) \(asked.day)\(to)): ")
    let answered = answered.map {
      Phrase("；答复（\($0.actor) \($0.day)）：", "; answer (\($0.actor) \($0.day)): ") + .verbatim(answer ?? "")
    }
    return (asked + .verbatim(question) + (answered ?? Phrase("；待答复", "; not answered yet")))(in: language)
  }
}

extension Application.Warning {
  func json(in language: Language) -> JSON {
    .object([
      "code": .string(code.rawValue), "message": .string(sentence(in: language)),
      "possible_from": .optional(possibleFrom?.iso), "source": .string(source(in: language)),
    ])
  }
}

extension [Application.Warning] {
  func json(in language: Language) -> JSON { .array(map { $0.json(in: language) }) }
}

extension [DecidedFact] {
  func json(in language: Language) -> JSON {
    .array(map { .object(["label": .string($0.label(in: language)), "text": .string($0.text(in: language))]) })
  }
}

extension Phrase {
  /// Before what is to be looked at.
  static let toCheck = Phrase("请核：", "Check: ")
}

extension Refusal {
  func json(in language: Language) -> JSON {
    var pairs: [(String, JSON)] = [("code", .string(code)), ("message", .string(message(in: language)))]
    if let remedy { pairs.append(("remedy", .string(remedy(in: language)))) }
    return .pairs(pairs)
  }
}

extension Application {
  func line(on day: Day) -> JSON {
    .object([
      "case": .string(number), "service": .string(service.rawValue), "state": .string(state.rawValue),
      "applicant": .string(applicant), "since": .string(since.iso), "deadline": .optional(deadline?.day.iso),
      "overdue": .bool(isOverdue(on: day)), "owner": .string(owner),
    ])
  }
}
