/// A holder whose household moved and who did not have the certificate transferred (domain: 2.6): after more than half a
/// year it is frozen, after more than a year cancelled.
extension Application {
  /// What is wrong with the day of a move that was not followed, or `nil`: it is missing, or too little time has passed.
  func untransferredProblem(
    in circumstances: Circumstances<ApplicationFacts>
  ) -> (sentence: Phrase, field: CaseField)? {
    guard isUntransferred else { return nil }
    guard let moved = movedOn(circumstances.facts) else {
      return (Phrase("此原因须填户口迁出日期", "This reason takes the day of the household move"), .eventDate)
    }
    let months = monthsToTransfer(under: circumstances.policy)
    guard circumstances.today <= moved.adding(months: months) else { return nil }
    return (
      Phrase(
        "户口 \(moved) 迁出，未超过 \(months) 个月，不能\(service.name.chinese)",
        "The household moved on \(moved), not more than \(months.counted("month")) ago"),
      .eventDate
    )
  }

  /// What helps where too little time has passed since the move, or `nil` where that is not the matter.
  func untransferredRemedy(in circumstances: Circumstances<ApplicationFacts>) -> Phrase? {
    guard untransferredProblem(in: circumstances) != nil, let moved = movedOn(circumstances.facts) else { return nil }
    let first = moved.adding(months: monthsToTransfer(under: circumstances.policy)).adding(days: 1)
    return Phrase(
      "\(first) 起可办；持证人要转证的，办「\(ServiceKind.transferOut.name.chinese)」",
      "Possible from \(first); for a holder who comes use “\(ServiceKind.transferOut.name.english)”")
  }

  /// A freeze that rests on a day alone: neither the police nor a paper tells of the move.
  var moveWarning: [Warning] {
    guard freezeReason == .untransferred, self[.document].isEmpty, entries.text("police_ground").isEmpty,
      materials[.moveCertificate] == 0
    else { return [] }
    return [
      Warning(
        code: .moveUnproven,
        sentence: Phrase("户口迁出没有公安数据或户口迁移证明", "neither police data nor a paper proves the move"),
        possibleFrom: nil, source: .measures(23))
    ]
  }

  private func monthsToTransfer(under policy: Policy) -> Int {
    service == .cancel ? policy.cancelAfterMonths : policy.freezeAfterMonths
  }

  /// The day of the move: as it is told, but not before the day of which the police told and the holder was written to.
  private func movedOn(_ facts: ApplicationFacts) -> Day? {
    [self[.eventDate], facts.certificate?.entries.text("todo.watch_move.event_date") ?? ""]
      .compactMap { Day(iso: $0) }.max()
  }
}
