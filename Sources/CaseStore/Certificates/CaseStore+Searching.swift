public import Casework
import GRDB

extension CaseStore {
  /// Finds holders by name (any part), pinyin, initials, number or its beginning, phone, or part of the address.
  public func search(_ text: String, limit: Int = 40) throws -> [Certificate] {
    try read { db in
      switch QueryShape(text) {
      case .empty: []
      case .number(let prefix): try byNumber(prefix, limit, in: db)
      case .certificateNumber(let number): try byNumber(number, limit, in: db)
      case .phone(let digits): try byPhone(digits, limit, in: db)
      case .hanName(let name): try byNameOrPlace(name, typed: text, limit, in: db)
      case .pinyin(let letters): try byKey(letters, limit, in: db)
      case .mixed(let pattern): try byPattern(pattern, limit, in: db)
      }
    }
  }

  private func byNumber(_ prefix: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let ends = prefix.utf8.count == 4 ? try certificates(endingWith: prefix, limit, in: db) : []
    let found =
      ends
      + (try certificates(whose: .number, beginsWith: prefix, limit, in: db)).filter { !ends.contains($0) }
      .prefix(limit - ends.count)
    if !found.isEmpty || prefix.utf8.count < 4 { return found }
    if prefix.utf8.count == 15, let number = IdentityCheck.check(prefix, today: today).number {
      return try Self.certificates(of: number.text, in: db)
    }
    return try certificates(whose: .phone, beginsWith: prefix, limit, in: db)
  }

  /// The last four of the person's number, which everybody has by heart (features: 61).
  private func certificates(endingWith end: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    try Row.fetchAll(
      try db.cachedStatement(
        sql: "SELECT \(Certificate.selection) FROM certificate WHERE substr(identity, -4) = ? ORDER BY id LIMIT ?"),
      arguments: [end, limit]
    ).compactMap(Certificate.init(row:))
  }

  private func byPhone(_ digits: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let found = try certificates(whose: .phone, beginsWith: digits, limit, in: db)
    return found.isEmpty ? try certificates(whose: .number, beginsWith: digits, limit, in: db) : found
  }

  /// The shortest keys first: whoever is called exactly so stands at the top.
  private func byKey(_ key: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let keys = try db.cachedStatement(
      sql: "SELECT certificate FROM search_key WHERE key >= ? AND key < ? ORDER BY key LIMIT ?")
    var found: [Int64] = []
    // A holder whose name has several readings stands under several keys.
    for id in try Int64.fetchAll(keys, arguments: [key, key + "\u{10FFFF}", limit * 3]) where !found.contains(id) {
      found.append(id)
      if found.count == limit { break }
    }
    return try Certificate.find(found, in: db)
  }

  /// As it was typed first; then the same name in other characters, and with the dots that nobody types.
  func byName(_ name: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let found = try byKey(name, limit, in: db)
    let beginnings = FoldedName.beginnings(of: name)
    guard found.isEmpty || (beginnings.count > 1 && found.count < limit) else { return found }
    let folded = FoldedName.folded(name)
    var seen = Set(found.map(\.id))
    var others: [Int64] = []
    for beginning in beginnings {
      let rows = try Row.fetchCursor(
        try db.cachedStatement(
          sql:
            "SELECT key, certificate FROM search_key WHERE key >= ? AND key < ? ORDER BY key LIMIT \(Self.mostFolded)"),
        arguments: [beginning, beginning + "\u{10FFFF}"])
      while found.count + others.count < limit, let row = try rows.next() {
        if FoldedName.folded(row[0]).hasPrefix(folded), seen.insert(row[1]).inserted { others.append(row[1]) }
      }
    }
    return found + (try Certificate.find(others, in: db))
  }

  /// How many endings of names are compared in one form of their characters; that is done key by key as one types.
  private static let mostFolded = 500

  /// A name in characters and letters together: 王xm, 王xiaom.
  private func byPattern(_ pattern: String, _ limit: Int, in db: Database) throws -> [Certificate] {
    let mixed = MixedPattern(pattern)
    var found: [Int64] = []
    var seen: Set<Int64> = []
    for key in mixed.full + mixed.initials {
      let rows = try Row.fetchCursor(
        try db.cachedStatement(
          sql: """
            SELECT id, name FROM search_key JOIN certificate ON id = certificate WHERE key >= ? AND key < ?
            ORDER BY key LIMIT \(Self.mostTried)
            """), arguments: [key, key + "\u{10FFFF}"])
      while found.count < limit, let row = try rows.next() {
        if Pinyin.matches(pattern, name: row[1]), seen.insert(row[0]).inserted { found.append(row[0]) }
      }
    }
    return try Certificate.find(found, in: db)
  }

  /// How many names that begin alike are compared with a pattern; who is not among them takes one letter more.
  private static let mostTried = 2000

  /// The same for scripts: where whole numbers are given out, that is logged.
  public func find(
    _ text: String, limit: Int, logged: Bool, for reason: RevealReason? = nil, by session: Session
  ) throws -> [Certificate] {
    let found = try search(text, limit: limit)
    if logged {
      try write { db in
        try require(Role.allCases, of: session, in: db)
        var data: Entries = ["text": text, "found": String(found.count)]
        data["reason"] = reason?.text
        try logAccess("search", by: session.staff.id, data: data, in: db)
      }
    }
    return found
  }

  private enum NumberColumn: String { case number, phone }

  private func certificates(
    whose column: NumberColumn, beginsWith prefix: String, _ limit: Int, in db: Database
  ) throws -> [Certificate] {
    let name = column.rawValue
    let sql = """
      SELECT \(Certificate.selection) FROM certificate
      WHERE \(name) >= ? AND \(name) < ? AND \(name) <> '' ORDER BY \(name) LIMIT ?
      """
    return try Row.fetchAll(
      try db.cachedStatement(sql: sql), arguments: [prefix, prefix + "\u{10FFFF}", limit]
    ).compactMap(Certificate.init(row:))
  }
}
