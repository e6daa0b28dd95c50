/// What a public notice may say of one case, and where it stands (Measures article 9, domain: 9).
public struct NoticeLine: Hashable, Sendable {
  public enum Standing: String, CaseIterable, Sendable { case ready, posted, over, objected }

  /// The case; a printed notice never names it.
  public let application: Application
  public let village: Village
  public let standing: Standing
  /// From when to when it is posted; for a case that is ready, as it would be from today.
  public let from: Day
  public let until: Day
  public let isProvisional: Bool

  public var name: String { application.applicant }
  public var category: DisabilityCategory? { application.finding?.category }
  public var grade: Grade? { application.finding?.grade }

  /// Whether it may stand on a list that is posted: minors are left out.
  public let isListed: Bool

  /// `nil` where the case is neither posted nor ready to be.
  public init?(_ application: Application, on today: Day, under policy: Policy, calendar: WorkingCalendar) {
    let minor = application.isMinor(on: today)
    let last = application.noticeLastDay
    switch application.state {
    case .assessedOK: standing = .ready
    case .objection: standing = .objected
    case .publicity: standing = application.noticeLatest(on: calendar).map { today > $0 } ?? false ? .over : .posted
    default: return nil
    }
    self.application = application
    village = Village(of: application[.address])
    isListed = !minor
    let ahead = calendar.adding(policy.noticeDays, to: today)
    from = standing == .ready ? today : application.day(of: .postNotice) ?? application.since
    until = standing == .ready ? ahead.day : last ?? ahead.day
    isProvisional = standing == .ready ? ahead.provisional : application.deadline?.isProvisional ?? false
  }
}

/// The notice of one village.
public struct VillageNotice: Hashable, Sendable {
  public let village: Village
  /// Whoever may be named.
  public let lines: [NoticeLine]
  /// How many minors are left out.
  public let minors: Int

  /// The notices of every village, sorted.
  public static func all(_ lines: [NoticeLine]) -> [VillageNotice] {
    Dictionary(grouping: lines, by: \.village).sorted { $0.key < $1.key }.map { village, lines in
      VillageNotice(village: village, lines: lines.filter(\.isListed), minors: lines.count { !$0.isListed })
    }
  }

  public func lines(_ standing: NoticeLine.Standing) -> [NoticeLine] { lines.filter { $0.standing == standing } }
}
