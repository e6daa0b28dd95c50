public import Casework

/// A case as somebody saw it, before choosing it among many.
public struct SeenCase: Hashable, Sendable {
  public let id: Int64
  public let number: String
  public private(set) var applicant: String
  public let service: ServiceKind
  public let village: Village
  /// How many events it had.
  public let sequence: Int

  public init(_ application: Application) {
    id = application.id
    number = application.number
    applicant = application.applicant
    service = application.service
    village = Village(of: application[.address])
    sequence = application.sequence
  }

  /// As somebody sees it who sees no cases, and so no names.
  var masked: Self {
    var seen = self
    seen.applicant = Masking.name(applicant)
    return seen
  }
}

/// What became of one case among many on which the same move was tried.
public struct CaseOutcome: Hashable, Sendable {
  public let seen: SeenCase
  /// The case after the move, or why it was not made.
  public let result: Result<Application, Refusal>

  public init(seen: SeenCase, result: Result<Application, Refusal>) {
    self.seen = seen
    self.result = result
  }

  public var refusal: Refusal? { if case .failure(let refusal) = result { refusal } else { nil } }
}

/// What somebody decides on who decides many cases at once.
public struct CaseToDecide: Hashable, Sendable {
  public let application: Application
  /// What is to be looked at in it.
  public let warnings: [Application.Warning]
  /// What is found, changed or given as the ground.
  public let matter: [DecidedFact]
  /// What follows if it is approved today.
  public let effect: Phrase

  /// What follows, where a certificate ends or rests with it: said of each, also among many (features: 81).
  public var ending: Phrase? { application.service.endsCertificate ? effect : nil }
}

extension CaseStore {
  /// What is decided in each of some cases and what is to be looked at, by case.
  public func toDecide(_ cases: [Application]) throws -> [Int64: CaseToDecide] {
    let lists = try assessorLists()
    return try cases.reduce(into: [:]) { found, application in
      let around = try surroundings(of: application, lists: lists)
      let policy = try rules(of: application).policy
      found[application.id] = CaseToDecide(
        application: application, warnings: application.warnings(under: policy, amid: around, on: today),
        matter: application.matter(amid: around),
        effect: application.effect(amid: around, under: policy, on: today))
    }
  }

  /// What is to be looked at in each of some cases, by case; those in which there is nothing are not in it.
  public func warnings(about cases: [Application]) throws -> [Int64: [Application.Warning]] {
    try toDecide(cases).mapValues(\.warnings).filter { !$0.value.isEmpty }
  }

  /// Makes the same move on many cases: each is judged by itself in a transaction of its own (features: 55).
  ///
  /// A case that is refused, or that somebody has acted on since it was shown, stands aside and hinders no other.
  ///
  /// - Parameter files: what lies now where the scans of a case were read.
  public func record(
    _ move: Application.Move, _ fields: Entries, onEach cases: [SeenCase], by session: Session,
    files: (Int64) throws -> [String: ReceivedFile] = { _ in [:] }
  ) throws -> [CaseOutcome] {
    try cases.map { seen in
      do {
        let changed = try record(
          move, fields, files: files(seen.id), on: seen.id, expecting: seen.sequence, by: session)
        return CaseOutcome(seen: seen, result: .success(changed))
      } catch let refusal as Refusal {
        return CaseOutcome(seen: seen, result: .failure(refusal))
      } catch let problem as StoreProblem where problem.code == "busy" {
        return CaseOutcome(seen: seen, result: .failure(Refusal(problem.code, problem.message)))
      }
    }
  }
}
