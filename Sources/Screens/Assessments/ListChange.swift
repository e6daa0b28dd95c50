import CaseStore
import Casework

/// One entry of the lists of those who may assess; without an entry a new one.
enum Listed: Hashable, Sendable {
  case institution(Institution?)
  case doctor(Doctor?, at: Institution)

  var name: String {
    switch self {
    case .institution(let institution): institution?.name ?? ""
    case .doctor(let doctor, _): doctor?.name ?? ""
    }
  }

  var categories: [DisabilityCategory] {
    switch self {
    case .institution(let institution): institution?.categories ?? []
    case .doctor(let doctor, _): doctor?.categories ?? []
    }
  }

  var listing: Listing {
    switch self {
    case .institution(let institution): institution?.listing ?? Listing()
    case .doctor(let doctor, _): doctor?.listing ?? Listing()
    }
  }

  /// What may be listed at all: a doctor for what the institution is listed for.
  var possible: [DisabilityCategory] {
    if case .doctor(_, let institution) = self { institution.categories } else { DisabilityCategory.allCases }
  }
}

/// A change to the lists of those who may assess.
enum ListChange: Hashable, Sendable {
  case keep(Listed)
  case suspend(Listed, Listing.Suspension)
  case resume(Listed, reason: String)

  var listed: Listed {
    switch self {
    case .keep(let listed), .suspend(let listed, _), .resume(let listed, _): listed
    }
  }
}

extension CaseStore {
  func carryOut(_ change: ListChange, by session: Session) throws {
    switch change {
    case .keep(.institution(let institution?)): try keep(institution, by: session)
    case .keep(.doctor(let doctor?, _)): try keep(doctor, by: session)
    case .suspend(.institution(let institution?), let suspension):
      try suspend(institution: institution.code, suspension, by: session)
    case .suspend(.doctor(let doctor?, _), let suspension): try suspend(doctor, suspension, by: session)
    case .resume(.institution(let institution?), let reason):
      try resume(institution: institution.code, reason: reason, by: session)
    case .resume(.doctor(let doctor?, _), let reason): try resume(doctor, reason: reason, by: session)
    case .keep, .suspend, .resume: preconditionFailure("a change is about an entry")
    }
  }
}
