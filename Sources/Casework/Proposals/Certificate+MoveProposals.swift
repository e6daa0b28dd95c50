extension Certificate {
  /// What the two clocks of a household move propose: a letter before each, the freeze once half a year is over, and
  /// once the year is over the cancellation alone (Measures articles 23, 24); the last day of a clock still belongs to it.
  func moveProposals(on today: Day) -> [Proposal] {
    let watch = runningWatch
    func made(_ kind: Proposal.Kind, _ action: Proposal.Action, due: Day) -> Proposal {
      Proposal(kind: kind, subject: .certificate(number: number), name: name, due: due, action: action)
    }
    func letter(_ what: MoveDue.What, before day: Day, _ kind: Proposal.Kind) -> [Proposal] {
      let from = day.adding(days: -Self.letterDays)
      return from <= today && moveLetter(what, on: day) == nil ? [made(kind, .contact(.move), due: from)] : []
    }
    let freezeOn = state == .valid || state == .expired ? Day(iso: watch.text("freeze_on")) : nil
    let cancelOn = Day(iso: watch.text("cancel_on"))
    if let cancelOn, cancelOn < today {
      let fields = untransferred(watch, CancellationReason.untransferred.rawValue)
      return [made(.cancelMoved, .open(.cancel, fields), due: cancelOn.adding(days: 1))]
    }
    var found: [Proposal] = []
    if let freezeOn, freezeOn < today {
      let fields = untransferred(watch, FreezeReason.untransferred.rawValue)
      found.append(made(.freezeMoved, .open(.freeze, fields), due: freezeOn.adding(days: 1)))
    } else if let freezeOn {
      found += letter(.freeze, before: freezeOn, .freezeSoon)
    }
    return found + (cancelOn.map { letter(.cancel, before: $0, .cancelSoon) } ?? [])
  }

  /// What a case about a move that was watched begins with.
  private func untransferred(_ watch: Entries, _ reason: String) -> Entries {
    var fields: Entries = ["certificate": number, "reason": reason]
    if let day = Day(iso: watch.text("event_date")) { fields["event_date"] = day.iso }
    fields["document"] = watch["ground"]
    return fields
  }
}
