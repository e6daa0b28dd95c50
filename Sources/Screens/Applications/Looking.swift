import CaseStore
import Casework

/// A screen on which somebody looks at one case.
protocol CaseLooking {
  var session: Session { get }
}

extension CaseLooking {
  /// Reads a case for somebody who may see it; the first look is logged.
  func look(at id: Int64, in store: CaseStore, isFirst: Bool) throws -> Application {
    let application = try store.application(id)
    return isFirst ? try store.look(at: application.number, by: session).0 : application
  }
}
