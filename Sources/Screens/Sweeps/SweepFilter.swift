import CaseStore
import Casework

/// Which rows of a sweep are shown.
enum SweepFilter: Hashable, Sendable {
  /// What still waits for a person.
  case open
  case all
  case only(SweepClass)
  /// To be decided, and in an earlier sweep as well.
  case before

  static let steps: [SweepFilter] = [.open, .all] + SweepClass.allCases.map(SweepFilter.only) + [.before]

  var name: Phrase {
    switch self {
    case .open: Phrase("未决定", "undecided")
    case .all: Phrase("全部", "all")
    case .only(let sweepClass): sweepClass.name
    case .before: SweepReading.before.name
    }
  }

  var code: String {
    switch self {
    case .open: "open"
    case .all: "all"
    case .only(let sweepClass): sweepClass.rawValue
    case .before: "before"
    }
  }

  init?(code: String) {
    guard let found = Self.steps.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  /// The rows of the same kind, one by one.
  var reading: SweepReading {
    switch self {
    case .open, .all: .all
    case .only(let sweepClass): .only(sweepClass)
    case .before: .before
    }
  }

  func stepped(by step: Int) -> SweepFilter {
    let index = Self.steps.firstIndex(of: self) ?? 0
    return Self.steps[(index + step + Self.steps.count) % Self.steps.count]
  }

  func rows(of sweep: Sweep, by session: Session, in store: CaseStore) throws -> [SweepRow] {
    switch self {
    case .open: try store.rows(of: sweep, undecidedOnly: true, by: session)
    case .all: try store.rows(of: sweep, by: session)
    case .only(let sweepClass): try store.rows(of: sweep, class: sweepClass, by: session)
    case .before: try store.rows(of: sweep, askedBefore: true, by: session)
    }
  }
}
