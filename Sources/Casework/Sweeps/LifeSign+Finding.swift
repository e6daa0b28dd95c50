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
    default: return nil
    }
  }

  /// Whether the certificate itself is younger than a death.
  public func issuedAfter(_ death: Day) -> LifeSign? {
    guard state != .spoiled, let validFrom, validFrom > death else { return nil }
    return LifeSign(.issuedAfter, on: validFrom.iso, source: number)
  }
}

/// Deaths of one file at one address: a second one of the same surname within a week is asked about.
public struct KinAtOneAddress: Sendable {
  public struct Death: Hashable, Sendable {
    public let row: Int
    public let name: String
    public let identity: String
    public let day: Day

    public init(row: Int, name: String, identity: String, day: Day) {
      self.row = row
      self.name = Cleaning.name(name).text
      self.identity = identity
      self.day = day
    }
  }

  /// How many days apart two deaths count as of one week.
  static let week = 7

  /// Whether an address names a house and not a whole village.
  public static func isHouse(_ address: String) -> Bool {
    address.utf8.contains { (48...57).contains($0) } || address.contains { $0.isNumber || $0 == "号" }
  }

  /// For each death the nearest of the same surname within the week, as a sign.
  public static func signs(among deaths: [Death]) -> [(row: Int, sign: LifeSign)] {
    let houses = Dictionary(grouping: deaths) { Masking.surname(of: $0.name) }
    return houses.filter { !$0.key.isEmpty }.values.flatMap { kin in
      let ordered = kin.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
      return ordered.indices.compactMap { index -> (row: Int, sign: LifeSign)? in
        let near = [index - 1, index + 1].filter(ordered.indices.contains).map { ordered[$0] }
        guard let other = near.first(where: { isKin($0, of: ordered[index]) }) else { return nil }
        let sign = LifeSign(
          .kinSameWeek, on: other.day.iso, source: String(other.row), detail: Masking.name(other.name))
        return (ordered[index].row, sign)
      }
    }
  }

  private static func isKin(_ other: Death, of death: Death) -> Bool {
    other.name != death.name && other.identity != death.identity && abs(other.day.ordinal - death.day.ordinal) <= week
  }
}
