import Casework
import GRDB

extension CaseStore {
  /// The cases that answer to what somebody typed: name, pinyin or initials, a number, state or owner.
  ///
  /// - Parameter known: what has been read of beginnings under which there are very many.
  static func cases(
    answering typed: String, knowing known: FrequentBeginnings = FrequentBeginnings(), in db: Database
  ) throws -> CaseNumbers {
    var found = try cases(of: typed, knowing: known, in: db)
    if NumberTyped(Cleaning.number(typed).text) != nil { return found }
    for state in Application.State.allCases where state.answers(to: typed) {
      try add("SELECT urgency & 4294967295 FROM application WHERE state = ?", [state.rawValue], to: &found, in: db)
    }
    for staff in try MasterRecord.all(.staff, in: db).map(StaffMember.init(record:)) where staff.answers(to: typed) {
      try add("SELECT id FROM application WHERE owner = ?", [staff.id], to: &found, in: db)
    }
    return found
  }

  /// The same by the person and the numbers alone.
  static func cases(
    of typed: String, knowing known: FrequentBeginnings, in db: Database
  ) throws -> CaseNumbers {
    var found = CaseNumbers(upTo: try Int64.fetchOne(db, sql: "SELECT max(id) FROM application") ?? 0)
    let number = Cleaning.number(typed).text
    if let number = NumberTyped(number) {
      try add(beginningWith: CaseKeys.number + String(number.text.reversed()), to: &found, knowing: known, in: db)
      for query in number.queries { try add(query.sql, query.texts, to: &found, in: db) }
      if number.mayBeCertificate { try addCases(ofCertificate: number.text, to: &found, in: db) }
      return found
    }
    switch QueryShape(typed) {
    case .hanName(let name): try add(beginningWith: name, to: &found, knowing: known, in: db)
    case .pinyin(let letters):
      try add(beginningWith: CaseKeys.initials + letters, to: &found, knowing: known, in: db)
      if letters.utf8.count > 1 { try add(beginningWith: letters, to: &found, knowing: known, in: db) }
    case .mixed(let pattern): try add(matching: pattern, to: &found, in: db)
    case .empty, .number, .certificateNumber, .phone: break
    }
    return found
  }

  /// The cases on whose panel somebody sits.
  static func cases(withPanelMember id: StaffMember.ID, in db: Database) throws -> CaseNumbers {
    var found = CaseNumbers(upTo: try Int64.fetchOne(db, sql: "SELECT max(id) FROM application") ?? 0)
    try add("SELECT application FROM case_key WHERE key = ?", [CaseKeys.member + id], to: &found, in: db)
    return found
  }

  private static func add(
    beginningWith key: String, to found: inout CaseNumbers, knowing known: FrequentBeginnings = FrequentBeginnings(),
    in db: Database
  ) throws {
    if let cases = known[key] { return found.formUnion(cases) }
    try add(
      "SELECT application FROM case_key WHERE key >= ? AND key < ?", [key, key + "\u{10FFFF}"], to: &found, in: db)
  }

  private static func add(matching pattern: String, to found: inout CaseNumbers, in db: Database) throws {
    let mixed = MixedPattern(pattern)
    for key in mixed.full + mixed.initials.map({ CaseKeys.initials + $0 }) {
      let statement = try BulkStatement(
        "SELECT id, applicant FROM case_key JOIN application ON id = application WHERE key >= ? AND key < ?", in: db)
      statement.bind(key, at: 1)
      statement.bind(key + "\u{10FFFF}", at: 2)
      while try statement.next() {
        if Pinyin.matches(pattern, name: statement.text(1) ?? "") { found.insert(statement.number(0)) }
      }
    }
  }

  private static func addCases(ofCertificate typed: String, to found: inout CaseNumbers, in db: Database) throws {
    for application in try cases(of: String(typed.prefix(18)), in: db)
    where application[.certificate].hasPrefix(typed) || application.certificateNumber.hasPrefix(typed) {
      found.insert(application.id)
    }
  }

  private static func add(_ sql: String, _ texts: [String], to found: inout CaseNumbers, in db: Database) throws {
    let statement = try BulkStatement(sql, in: db)
    for (index, text) in texts.enumerated() { statement.bind(text, at: Int32(index + 1)) }
    while try statement.next() { found.insert(statement.number(0)) }
  }
}

extension Application.State {
  /// Two letters are the beginning of too many words.
  fileprivate func answers(to typed: String) -> Bool {
    name.chinese.contains(typed) || typed.count > 2 && name.english.lowercased().contains(typed.lowercased())
  }
}

extension StaffMember {
  /// The whole sign-in name or two characters: one would bring up somebody's cases with those of all who bear the name.
  fileprivate func answers(to typed: String) -> Bool {
    typed.count > 1 && name.contains(typed) || typed.lowercased() == id.lowercased()
  }
}
