/// What another case of the same person concluded (domain: 2.5, 2.9).
extension Application {
  /// The other case that found the person below the standard, where nothing later says otherwise.
  func foundBelow(_ facts: ApplicationFacts) -> Application? {
    foundBelow(facts.assessedBefore, holding: facts.certificate)
  }

  private func foundBelow(_ before: Application?, holding certificate: Certificate?) -> Application? {
    guard let earlier = before, earlier.finding?.grade == nil, let day = earlier.findingDay else { return nil }
    let since = service == .transferIn ? Day(iso: self[.validFrom]) : certificate?.assessedOn
    if let since, since > day { return nil }
    return earlier
  }

  /// The same while it matters to whoever asks for something: to a first application as long as to a change.
  func belowToBeToldOf(in circumstances: Circumstances<ApplicationFacts>) -> Application? {
    let facts = circumstances.facts
    return belowToBeToldOf(
      foundBelow(facts.assessedBefore, holding: facts.certificate), under: circumstances.policy, on: circumstances.today
    )
  }

  private func belowToBeToldOf(_ earlier: Application?, under policy: Policy, on today: Day) -> Application? {
    guard service.isAskedByHolder, let earlier else { return nil }
    guard service == .new, let day = earlier.findingDay else { return earlier }
    return today < day.adding(months: policy.changeMinMonths) ? earlier : nil
  }

  /// What an acceptance would keep of it, said before that: no rule bars a new application, but whoever accepts it sees
  /// what was found last and when (domain: 2.2).
  func belowWarning(amid around: Surroundings, under policy: Policy, on today: Day) -> [Warning] {
    guard State.notYetAccepted.contains(state),
      let earlier = belowToBeToldOf(
        foundBelow(around.assessedBefore, holding: around.certificate), under: policy, on: today),
      let day = earlier.findingDay
    else { return [] }
    return [Self.belowWarning("\(earlier.number) \(day)")]
  }

  private static func belowWarning(_ told: String) -> Warning {
    Warning(
      code: .belowBefore,
      sentence: Phrase(
        "此前评定不符合标准（\(told)）；有新的医学证据再受理", "found below the standard before (\(told)); look for new medical evidence"),
      possibleFrom: nil, source: .measures(22))
  }

  /// The day of the last assessment of the holder, in whichever case it was.
  func assessedLast(_ facts: ApplicationFacts) -> Day? {
    [facts.certificate?.assessedOn, facts.assessedBefore?.findingDay].compactMap { $0 }.max()
  }

  /// Whether the certificate whose holder was found below the standard has ended, or a later card rests on a later
  /// assessment.
  public func belowStandardIsSettled(by certificate: Certificate?) -> Bool {
    guard isBelowStandardOfCertificate, let certificate, certificate.state.isActive else { return true }
    guard let day = findingDay, let later = Day(iso: certificate[.assessedOn]) else { return false }
    return certificate[.application] > number && later >= day
  }

  /// The case whose conclusion a cancellation rests on, while that can still be challenged (Measures article 25).
  func challengeable(in circumstances: Circumstances<ApplicationFacts>) -> Application? {
    guard cancellationReason == .noLongerMeets, let earlier = foundBelow(circumstances.facts) else { return nil }
    return earlier.canBeChallenged(in: circumstances) ? earlier : nil
  }

  private func canBeChallenged(in circumstances: Circumstances<ApplicationFacts>) -> Bool {
    guard value("final", of: .provResult).isEmpty else { return false }
    return switch state {
    case .assessedFail, .reassessCity, .reassessProvince: true
    case .refused, .withdrawn: isWithinObjectionWindow(Act(.archive), in: circumstances)
    default: false
    }
  }

  /// What is said of a cancellation that comes before the holder could challenge what it rests on.
  func challengeWords(in circumstances: Circumstances<ApplicationFacts>) -> (Phrase, Phrase?) {
    guard let earlier = challengeable(in: circumstances) else {
      return (Phrase("结论已定", "The conclusion stands"), nil)
    }
    let named = Phrase("评定结论（\(earlier.number)）", "The conclusion of \(earlier.number) ")
    switch earlier.state {
    case .refused, .withdrawn:
      guard let window = earlier.objectionWindow(Act(.archive), in: circumstances), window.runs else {
        return (
          named + Phrase("还未登记送达，异议期没有起算", "was not handed over yet, so that the ten days have not begun"),
          Phrase("请先在该业务「\(Move.deliver.name.chinese)」", "Record “\(Move.deliver.name.english)” in that case first")
        )
      }
      return (
        named
          + Phrase(
            "的异议期到 \(window.latest) 止（办法第二十五条）", "can be objected to through \(window.latest) (Measures art. 25)"),
        Phrase("次日起可办", "Possible from the day after")
      )
    case .assessedFail:
      return (
        named + Phrase("还没有决定", "was not decided upon"),
        Phrase(
          "请先「\(Move.refuse.name.chinese)」并送达，异议期满后再注销",
          "First “\(Move.refuse.name.english)”, hand it over, and let the ten days pass")
      )
    default:
      return (
        named + Phrase("正在重新评定", "is being re-assessed"),
        Phrase("请等重新评定的结论", "Wait for the result of the federation above")
      )
    }
  }

  /// The days in which a holder who withdrew may still object to what was found, before the certificate is cancelled.
  func withdrawalClock(of act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    guard isBelowStandardOfCertificate, let rule = CaseClock(running: .refused),
      let window = objectionWindow(act, in: circumstances)
    else { return [:] }
    let count = circumstances.policy.objectionDays
    return clockEntries(
      of: rule, from: window.start, count: count, last: window.last, provisional: window.isProvisional)
  }

  /// What is kept with an acceptance of what other cases and certificates say of the person.
  func earlierEntries(in circumstances: Circumstances<ApplicationFacts>) -> Entries {
    var told = Entries()
    if let earlier = belowToBeToldOf(in: circumstances), let day = earlier.findingDay {
      told["below_before"] = "\(earlier.number) \(day)"
    }
    if service == .new, !circumstances.facts.movedOut.isEmpty {
      told["moved_out"] = circumstances.facts.movedOut.joined(separator: ",")
    }
    return told
  }

  /// What was known of the person at the acceptance and is not to be passed among many cases.
  var earlierWarnings: [Warning] {
    func warning(_ code: Warning.Code, _ key: String, _ source: Phrase, _ words: (String) -> Phrase) -> Warning? {
      let told = value(key, of: .accept)
      return told.isEmpty ? nil : Warning(code: code, sentence: words(told), possibleFrom: nil, source: source)
    }
    let below = value("below_before", of: .accept)
    return [
      below.isEmpty ? nil : Self.belowWarning(below),
      warning(.movedOutHeld, "moved_out", .measures(23)) {
        let masked = WrittenList.items($0).map(Masking.certificate).joined(separator: "、")
        return Phrase("证件 \(masked) 已迁出，在迁入地可能仍有效", "\(masked) moved out and may be valid elsewhere")
      },
    ].compactMap { $0 }
  }
}
