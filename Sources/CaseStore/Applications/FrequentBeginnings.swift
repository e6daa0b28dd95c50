import Casework
import GRDB

/// The beginnings under which very many cases are found, as one or two typed letters or a common family name ask for.
///
/// They are read a part at a time while nobody presses a key.
struct FrequentBeginnings {
  private static let marks = [CaseKeys.initials, CaseKeys.number]
  /// The keys of names and numbers: first letters, ends of numbers, whole syllables, characters.
  private static let kinds = marks.map { $0..<$0 + "\u{7F}" } + ["a"..<"{", "\u{80}"..<"\u{10FFFF}"]
  /// Beginnings of more characters are rare, and read when they are asked for.
  private static let longest = 6

  /// From how many keys on a beginning is kept: fewer are read before anybody notices.
  private let many: Int
  private var sets: [String: CaseNumbers] = [:]
  private var kind = 0
  private var last = (key: "", application: Int64(0))
  /// The cases under the beginnings that may go on, and of each of these the length in bytes and its first case.
  private var cases: [Int64] = []
  private var open: [(length: Int, first: Int)] = []

  init(many: Int = 4_096) { self.many = many }

  var isComplete: Bool { kind == Self.kinds.count }

  /// The cases under a beginning, once they are read and where they are many.
  subscript(beginning: String) -> CaseNumbers? { sets[beginning] }

  /// - Parameter most: how many keys are read: as many as nobody notices.
  mutating func readPart(_ most: Int = 1_024, in db: Database) throws {
    guard kind < Self.kinds.count else { return }
    let statement = try BulkStatement(
      """
      SELECT application, key FROM case_key WHERE (key, application) > (?, ?) AND key < ?
      ORDER BY key, application LIMIT \(most)
      """, in: db)
    statement.bind(max(Self.kinds[kind].lowerBound, last.key), at: 1)
    statement.bind(last.application, at: 2)
    statement.bind(Self.kinds[kind].upperBound, at: 3)
    let highest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM application") ?? 0
    var count = 0
    while try statement.next() {
      let key = statement.text(1) ?? ""
      if key != last.key {
        close(notOf: key, highest)
        last.key = key
        openBeginnings()
      }
      last.application = statement.number(0)
      cases.append(last.application)
      count += 1
    }
    guard count < most else { return }
    close(notOf: "", highest)
    kind += 1
    last = ("", 0)
  }

  private mutating func openBeginnings() {
    // What kind of key it is goes with the first letter.
    var length = Self.marks.first { last.key.hasPrefix($0) }?.utf8.count ?? 0
    for scalar in last.key.unicodeScalars.dropFirst(length).prefix(Self.longest) {
      length += UTF8.width(scalar)
      if length > open.last?.length ?? 0 { open.append((length, cases.count)) }
    }
  }

  /// Keeps the beginnings that the next key has no more.
  private mutating func close(notOf key: String, _ highest: Int64) {
    let common = zip(last.key.utf8, key.utf8).prefix { $0 == $1 }.count
    var same: (first: Int, set: CaseNumbers)?
    while let (length, first) = open.last, length > common {
      open.removeLast()
      guard cases.count - first >= many else { continue }
      var set = CaseNumbers(upTo: highest)
      if let same, same.first == first { set = same.set } else { for id in cases[first...] { set.insert(id) } }
      same = (first, set)
      sets[String(decoding: last.key.utf8.prefix(length), as: UTF8.self)] = set
    }
    if open.isEmpty { cases.removeAll(keepingCapacity: true) }
  }
}
