import Casework
import GRDB

/// What finds a case in a list: kinds of keys are told apart by their first sign.
enum CaseKeys {
  /// The first letters of the syllables; another kind than whole syllables, so that one letter is one row of a case.
  static let initials = "^"
  /// The number from its end, as people remember numbers.
  static let number = "#"
  /// A member of the panel, who may see the case.
  static let member = "@"
  /// A panel on which all seats agree; the key has nothing behind its sign.
  static let agreed = "="
  /// The telephone that was given with the case.
  static let phone = "+"
  /// The number of whoever acts in the case for its applicant.
  static let helper = "&"
  /// A card lost too often, which a supervisor looks at (features: 34); nothing is behind the sign.
  static let oftenLost = "!"
  /// How the name is read first: the order by name, one row of every case that has a name.
  static let sound = "~"
  static let afterSound = "\u{7F}"

  static func keys(for application: Application) -> Set<String> { Sources(application).keys }
}

/// All that the keys of a case are made of: while it is the same, no key can have changed.
private struct Sources: Equatable {
  /// The keys that are no reading of the name.
  let plain: Set<String>
  let applicant: String

  init(_ application: Application) {
    var keys: Set<String> = [CaseKeys.number + String(application.number.reversed())]
    for id in application.panelMembers { keys.insert(CaseKeys.member + id) }
    if application.isAgreed { keys.insert(CaseKeys.agreed) }
    if application.isOftenLost { keys.insert(CaseKeys.oftenLost) }
    if !application[.phone].isEmpty { keys.insert(CaseKeys.phone + application[.phone]) }
    for part in PartForAnother.allCases where !application.identity(of: part).isEmpty {
      keys.insert(CaseKeys.helper + application.identity(of: part))
    }
    (plain, applicant) = (keys, application.applicant)
  }

  var keys: Set<String> {
    let name = Cleaning.name(applicant).text
    guard !name.isEmpty else { return plain }
    var keys = plain
    keys.formUnion(name.endings)
    let pinyin = Pinyin.keys(for: name)
    keys.formUnion(pinyin.full)
    keys.formUnion(pinyin.initials.map { CaseKeys.initials + $0 })
    keys.insert(CaseKeys.sound + (pinyin.full.first ?? name))
    return keys
  }
}

extension Application {
  /// The case most in danger of being late has the least: the day of its deadline, then its id.
  ///
  /// Cases without a deadline come behind all others, whoever has waited longest first.
  var urgency: Int64 {
    let waiting = Self.terminal.contains(state) ? Self.noDay : Self.waiting + since.ordinal
    return Self.urgency(on: deadline?.day.ordinal ?? waiting) + id
  }

  /// Where the cases with a deadline on this day begin.
  static func urgency(on ordinal: Int) -> Int64 { Int64(ordinal) << 32 }

  /// Added to the day since which a case without a deadline waits: after all days.
  private static let waiting = 1 << 30

  /// Stands for the day of cases on which nothing runs any more: after all days.
  static let noDay = Int(Int32.max)

  fileprivate var isOftenLost: Bool { !value("losses", of: .accept).isEmpty }

  func keepKeys(after before: Application?, in db: Database) throws {
    let (were, are) = (before.map(Sources.init), Sources(self))
    if were == are { return }
    let (old, new) = (were?.keys ?? [], are.keys)
    if !old.isEmpty {
      let gone = try db.cachedStatement(sql: "DELETE FROM case_key WHERE key = ? AND application = ?")
      for key in old.subtracting(new) { try gone.execute(arguments: [key, id]) }
    }
    let statement = try db.cachedStatement(sql: "INSERT INTO case_key(key, application) VALUES (?, ?)")
    for key in new.subtracting(old) { try statement.execute(arguments: [key, id]) }
  }

  /// Gives the cases of an older store their urgency and keys.
  static func rank(in db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT \(firstColumns) FROM application")
    while let row = try rows.next() {
      guard let application = Application(row: row) else {
        throw StoreProblem.damaged("application \(row[0] as Int64)")
      }
      try db.cachedStatement(sql: "UPDATE application SET urgency = ? WHERE id = ?")
        .execute(arguments: [application.urgency, application.id])
      try application.keepKeys(after: nil, in: db)
    }
  }

  /// The columns that every older store has: later steps add others.
  private static let firstColumns =
    "id, number, service, state, seq, since, applicant, identity, deadline, owner, body"

  /// Gives the cases of an older store the kinds of keys that came later.
  static func noteKeys(in db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT \(firstColumns) FROM application")
    let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO case_key(key, application) VALUES (?, ?)")
    while let row = try rows.next() {
      guard let application = Application(row: row) else {
        throw StoreProblem.damaged("application \(row[0] as Int64)")
      }
      for key in CaseKeys.keys(for: application) { try statement.execute(arguments: [key, application.id]) }
    }
  }
}
