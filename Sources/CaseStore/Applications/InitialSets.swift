import Casework
import GRDB

/// The cases by the first letter of the applicant's name: what one typed letter asks for, which is a great many cases.
///
/// They are read a part at a time while nobody presses a key.
struct InitialSets {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)

  private var sets: [String: CaseNumbers] = [:]
  private var place = 0
  private var last = (key: "", application: Int64(0))

  var isComplete: Bool { place == Self.letters.count }

  /// The cases of a letter, once they are read.
  subscript(letter: String) -> CaseNumbers? {
    Self.letters.firstIndex(of: letter).flatMap { $0 < place ? sets[letter] : nil }
  }

  /// - Parameter most: how many keys are read: as many as nobody notices.
  mutating func readPart(_ most: Int = 16_384, in db: Database) throws {
    guard place < Self.letters.count else { return }
    let letter = Self.letters[place]
    var set =
      try sets[letter] ?? CaseNumbers(upTo: Int64.fetchOne(db, sql: "SELECT max(id) FROM application") ?? 0)
    let first = CaseKeys.initials + letter
    let statement = try BulkStatement(
      """
      SELECT application, key FROM case_key WHERE (key, application) > (?, ?) AND key < ?
      ORDER BY key, application LIMIT \(most)
      """, in: db)
    statement.bind(max(first, last.key), at: 1)
    statement.bind(last.application, at: 2)
    statement.bind(first + "\u{10FFFF}", at: 3)
    var count = 0
    while try statement.next() {
      set.insert(statement.number(0))
      count += 1
      if count == most { last = (statement.text(1) ?? "", statement.number(0)) }
    }
    sets[letter] = set
    guard count < most else { return }
    place += 1
    last = ("", 0)
  }
}
