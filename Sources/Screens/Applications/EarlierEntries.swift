import CaseStore
import Casework

/// What was entered in the newest cases, field by field: the last value of whoever sits here, and the frequent ones.
struct EarlierEntries: Sendable {
  /// What is told of a person alone, or seen anew in each case, is never repeated.
  private static let repeatable: Set<CaseField> = [
    .address, .phone, .ethnicity, .category, .reason, .eventDate, .document, .destination, .origin, .announcedOn,
    .guardianIdentity, .guardianName, .guardianRelation, .guardianPhone, .agentIdentity, .agentName, .agentRelation,
    .agentPhone, .acceptingCounty, .decidingCounty,
  ]

  /// The newest first.
  private let own: [Application]
  private let all: [Application]

  init() { (own, all) = ([], []) }

  init(_ staff: StaffMember.ID, besides id: Int64?, in store: CaseStore) throws {
    all = try store.newestCases().filter { $0.id != id }
    own = all.filter { $0.entries.text("opened_by") == staff }
  }

  /// What one key writes into a field, the next press the next of them: of an address first what reaches to the village.
  func repeated(_ code: String, of service: ServiceKind) -> [String] {
    guard let field = CaseField(rawValue: code), Self.repeatable.contains(field),
      let last = own.first(where: { isAlike($0, service, field) && !$0[field].isEmpty })?[field]
    else { return [] }
    let village = field == .address ? Village.upToVillage(last) : ""
    return village.isEmpty || village == last ? [last] : [village, last]
  }

  /// What is known to be written in a field, the own frequent values first.
  func known(_ code: String, of service: ServiceKind) -> [Choice] {
    guard let field = CaseField(rawValue: code) else { return [] }
    switch field {
    case .address:
      let told = own.map { Village.upToVillage($0[.address]) } + all.map { Village.upToVillage($0[.address]) }
      return Self.byFrequency(told).map { .known($0) }
    case .ethnicity: return listed(field, service, Ethnicity.names)
    case .guardianRelation: return listed(field, service, Kinship.guardians)
    case .agentRelation: return listed(field, service, Kinship.agents)
    case .agentName, .destination, .origin, .document: return listed(field, service, [])
    case .reason where service == .cancel || service == .freeze: return []
    case .reason: return listed(field, service, [])
    default: return []
    }
  }

  /// What the same person gave for a value of a move before.
  func known(_ code: String, of move: Application.Move) -> [Choice] {
    Self.byFrequency(all.map { $0.value(code, of: move) }).map { .known($0) }
  }

  /// Where cases were opened for people of these villages.
  var villages: [Choice] {
    Self.byFrequency(
      all.map { Village(of: $0[.address]) }.filter(\.isKnown).map(\.label.chinese)
    ).map { .known($0) }
  }

  private func isAlike(_ earlier: Application, _ service: ServiceKind, _ field: CaseField) -> Bool {
    field != .reason || earlier.service == service
  }

  private func listed(_ field: CaseField, _ service: ServiceKind, _ names: [String]) -> [Choice] {
    let frequent = Self.byFrequency(own.filter { isAlike($0, service, field) }.map { $0[field] })
    return (frequent + names.filter { !frequent.contains($0) }).map { .known($0) }
  }

  /// Each once, the most frequent first, among equals the newest.
  private static func byFrequency(_ texts: [String]) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for text in texts where !text.isEmpty {
      if counts[text] == nil { order.append(text) }
      counts[text, default: 0] += 1
    }
    return order.enumerated().sorted {
      let (left, right) = (counts[$0.element] ?? 0, counts[$1.element] ?? 0)
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
  }
}
