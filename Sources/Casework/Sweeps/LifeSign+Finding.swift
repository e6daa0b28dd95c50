extension Application {
  /// What this case tells of the person after a day on which the person is said to have died (features: 45).
  ///
  /// - Parameter opened: the day on which the case was opened.
  public func signsOfLife(after death: Day, opened: Day?) -> [LifeSign] {
    guard !isPreparedBySweep else { return [] }
    var found: [LifeSign] = []
    if !State.finished.contains(state) {
      found.append(LifeSign(.openCase, on: opened?.iso ?? "", source: number, detail: service.rawValue))
    }
    guard service.isAskedByHolder else { return found }
    if let day = day(of: .submit), day > death {
      found.append(LifeSign(.appliedAfter, on: day.iso, source: number, detail: service.rawValue))
    }
    let assessed = [Move.recordResult, .panelDone, .cityResult, .provResult].compactMap { move in
      Day(iso: value("date", of: move)) ?? day(of: move)
    }
    if let day = assessed.max(), day > death {
      found.append(LifeSign(.assessedAfter, on: day.iso, source: number, detail: service.rawValue))
    }
    return found
  }

  /// What this case tells of somebody who acted in it for its applicant, after a day of death of that person.
  public func signsOfActing(by person: String, after death: Day) -> [LifeSign] {
    guard self[.identity] != person else { return [] }
    return PartForAnother.allCases.compactMap { part in
      guard identity(of: part) == person, let day = day(of: part.move), day > death else { return nil }
      return LifeSign(.actedAfter, on: day.iso, source: number, detail: part.rawValue)
    }
  }

  /// Whether a sweep prepared it and nobody has worked on it.
  public var isPreparedBySweep: Bool {
    service == .renewInformation && state == .draft && sequence == 1 && !entries.text("police_ground").isEmpty
  }
}

extension Certificate {
  /// What an event of this certificate tells of its holder after a day of death.
  public func signOfLife(in event: Event<Certificate>, after death: Day) -> LifeSign? {
    switch event.move {
    case .handOver where event.day > death:
      return LifeSign(.collectedAfter, on: event.day.iso, source: number, detail: event.data.text("collector"))
    case .reportLoss where event.day > death, .found where event.day > death:
      return LifeSign(.signedAfter, on: event.day.iso, source: number)
    case .contact:
      let day = Day(iso: event.data.text("date")) ?? event.day
      let result = ContactResult(rawValue: event.data.text("result"))
      guard day > death, let result, [.willCome, .declined].contains(result) else { return nil }
      return LifeSign(.contactedAfter, on: day.iso, source: number, detail: result.rawValue)
    // On the very day as well: whoever took it back knew of the report.
    case .sweepUndone where event.data["since"] != nil && event.day >= death, .restore where event.day >= death:
      return LifeSign(.takenBack, on: event.day.iso, source: number, detail: event.data.text("reason"))
    default: return nil
    }
  }

  /// Whether the certificate itself is younger than a death.
  public func issuedAfter(_ death: Day) -> LifeSign? {
    guard state != .spoiled, let validFrom, validFrom > death else { return nil }
    return LifeSign(.issuedAfter, on: validFrom.iso, source: number)
  }
}
