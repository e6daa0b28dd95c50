/// Who takes the card away, and what becomes of the old one (domain: 2.3, 2.7, 3.2 collect).
extension Application {
  /// Whoever collects shows a valid number, the applicant the own one, and anybody else is grown up.
  func collectorIsIdentified(_ act: Act<Application>, on today: Day) -> Bool {
    guard let number = collectorNumber(act, on: today) else { return false }
    if namesApplicant(act.fields.text("collector")) { return number == identity }
    return !collectorIsChild(act, on: today)
  }

  private func namesApplicant(_ collector: String) -> Bool {
    Cleaning.name(collector).text == Cleaning.name(applicant).text
  }

  /// A card given to somebody who showed the number of one whom the case knows under another name.
  private var collectorNameWarning: [Warning] {
    let (name, number) = (value("collector", of: .collect), value("identity", of: .collect))
    let known = Self.collectors.first { !number.isEmpty && self[$0.number] == number && !self[$0.name].isEmpty }
    guard let known, Cleaning.name(self[known.name]).text != Cleaning.name(name).text else { return [] }
    return [
      Warning(
        code: .collectorUnproven,
        sentence: Phrase("领取人登记为「\(name)」，号码却是", "collected by “\(name)”, with the number of ") + known.part.name
          + Phrase("「\(self[known.name])」的", ", “\(self[known.name])”"),
        possibleFrom: nil, source: Phrase("领取须核验身份", "whoever collects is identified"))
    ]
  }

  /// Those who may come for a card without a letter, and where the case has their numbers and names.
  private static let collectors: [(part: CollectorPart, number: CaseField, name: CaseField)] = [
    (.holder, .identity, .name), (.guardian, .guardianIdentity, .guardianName), (.agent, .agentIdentity, .agentName),
  ]

  func collectorIsChild(_ act: Act<Application>, on today: Day) -> Bool {
    guard let number = collectorNumber(act, on: today), number != identity else { return false }
    return number.birth.age(on: today) < 18
  }

  private func collectorNumber(_ act: Act<Application>, on today: Day) -> IdentityNumber? {
    IdentityCheck.check(act.fields.text("identity"), today: today).number
  }

  /// As whom somebody comes for the card; `nil` for whoever the case does not know.
  public func collectorPart(of number: String) -> CollectorPart? {
    Self.collectors.first { !number.isEmpty && self[$0.number] == Cleaning.number(number).text.uppercased() }?.part
  }

  /// Whether the case knows who comes, a letter of the holder was seen, the card is posted, or somebody says why not.
  func collectorIsProven(_ act: Act<Application>) -> Bool {
    let told = act.fields
    return collectorPart(of: told.text("identity")) != nil
      || ["letter", "posting", "reason"].contains { !told.text($0).isEmpty }
  }

  /// A card given to somebody whom the case does not know, without a letter of the holder, and on what ground.
  var collectorWarning: [Warning] {
    let misnamed = collectorNameWarning
    if !misnamed.isEmpty { return misnamed }
    guard day(of: .collect) != nil, value("letter", of: .collect).isEmpty, value("posting", of: .collect).isEmpty,
      collectorPart(of: value("identity", of: .collect)) == nil
    else { return [] }
    let reason = value("reason", of: .collect)
    return [
      Warning(
        code: .collectorUnproven,
        sentence: Phrase("领取人不是本人、监护人或代理人，没有登记委托书", "collected by a stranger to the case, no letter recorded")
          + (reason.isEmpty ? Phrase("", "") : Phrase("；理由：\(reason.quoted())", "; reason: \(reason.quoted())")),
        possibleFrom: nil, source: Phrase("领取须核验身份", "whoever collects is identified"))
    ]
  }

  /// A card that was handed over although the register or a list says that somebody has died.
  var deathWarning: [Warning] {
    WrittenList.items(value("dead", of: .collect)).compactMap(DeadAtHandingOver.init(written:)).map { dead in
      Warning(
        code: .deadAtHandingOver,
        sentence: dead.sentence + Phrase("，仍交付了证；理由：", ", and the card was handed over all the same; reason: ")
          + .verbatim(value("reason", of: .collect).quoted()),
        possibleFrom: nil, source: Phrase("请查明是谁领走、持证人是否在世", "find out who took it and whether the holder lives"))
    }
  }

  /// A card that the new one took the place of, or that a cancellation ended, and that nobody has said was taken back.
  var oldCardWarning: [Warning] {
    let told = [Move.collect, .finishWithoutCard].compactMap { move in
      day(of: move).map { _ in value("old_card", of: move) }
    }
    guard let told = told.first, materials[.oldCertificate] == 0 else { return [] }
    let isDue = service == .cancel || service.replaces && service != .reissue
    guard isDue, OldCard(rawValue: told)?.settles != true else { return [] }
    return [
      Warning(
        code: .oldCardOut,
        sentence: Phrase("旧证没有收回的记录", "nothing says that the old card was taken back"), possibleFrom: nil,
        source: service == .cancel ? .measures(24) : .measures(19))
    ]
  }
}

/// What became of the old card (domain: 2.3, 2.7).
public enum OldCard: String, CaseIterable, Sendable {
  case returned, lost
  case notReturned = "not_returned"

  public var name: Phrase {
    switch self {
    case .returned: Phrase("已收回", "Taken back")
    case .lost: Phrase("已遗失，有书面说明", "Lost, with a written statement")
    case .notReturned: Phrase("未收回，继续追缴", "Not taken back, still asked for")
    }
  }

  /// Whether nobody has to ask for it any more.
  var settles: Bool { self != .notReturned }

  static var choices: [Input.Choice] { allCases.map { Input.Choice($0.rawValue, $0.name) } }
}
