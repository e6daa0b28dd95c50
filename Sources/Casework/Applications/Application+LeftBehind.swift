/// What a case leaves on the certificate, or puts on a card, that nobody may expect (domain: 2.3, 2.4).
extension Application {
  /// What is kept where a reissue ends without a card: the loss that it reported stands.
  func lossLeft(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard service == .reissue, let held = circumstances.facts.certificate, held.state == .lost else { return [:] }
    return ["left_lost": held.number]
  }

  /// What is kept at the acceptance where the new card has the dates of one that has ended.
  func endedEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard service == .renewInformation, let end = circumstances.facts.certificate?.validTo, end < circumstances.today
    else { return [:] }
    return ["held_until": end.iso]
  }

  var leftBehindWarnings: [Warning] {
    let left = [Move.withdraw, .refuse, .correctionOverdue].lazy.map { value("left_lost", of: $0) }
      .first { !$0.isEmpty }
    let lost = left.map {
      Warning(
        code: .leftLost,
        sentence: Phrase(
          "证件 \(Masking.certificate($0)) 仍为「挂失」：找回的登记「找回」，没有找回的另办补办或换领",
          "\(Masking.certificate($0)) is still lost: record it as found, or have it reissued or renewed"),
        possibleFrom: nil, source: .measures(20))
    }
    let end = value("held_until", of: .accept)
    let ended =
      end.isEmpty
      ? nil
      : Warning(
        code: .cardEnded,
        sentence: Phrase(
          "原证 \(end) 已到期，新证日期不变：改好后须再「期满换领」", "it ended on \(end), and so does the new card: renew it after"),
        possibleFrom: nil, source: .measures(19))
    return [lost, ended].compactMap { $0 }
  }
}
