import Casework
import Dispatch
import GRDB

/// The register as a sweep asks it: many rows at once, in the order of the index, beside whoever keeps the answers.
///
/// It has a connection of its own, whose pages are let go with it.
final class StoreRegister: Sendable {
  private let database: DatabaseQueue

  /// - Parameter bytes: how long the file is that is being read; of what it takes of memory, pages cannot be kept.
  init(at path: String, besideFileOf bytes: Int = 0) throws {
    let cache = min(Self.mostCache, max(Self.leastCache, Self.memory - bytes / 1024))
    database = try CaseStore.reader(at: path, cache: cache)
  }

  /// What file and pages may take together, in KiB, and between what limits the pages keep.
  private static let (memory, leastCache, mostCache) = (48_000, 12_000, 32_000)

  /// What the register holds about the rows of a batch.
  struct Answer: Sendable {
    private struct Found {
      var first = 0
      var end = 0
      var isHeld = false
      var hasCases = false
    }

    let rows: [CleanedRow]
    private var found: [Found]
    private var matches: [RegisterMatch] = []

    fileprivate init(_ rows: [CleanedRow]) {
      self.rows = rows
      found = Array(repeating: Found(), count: rows.count)
    }

    fileprivate mutating func begin(at place: Int) { found[place].first = matches.count }

    fileprivate mutating func add(_ match: RegisterMatch, at place: Int) {
      matches.append(match)
      found[place].end = matches.count
    }

    fileprivate mutating func note(isHeld: Bool, hasCases: Bool, at place: Int) {
      found[place].isHeld = isHeld
      found[place].hasCases = hasCases
    }

    /// Whether a certificate has the number of the row at a place.
    func isHeld(at place: Int) -> Bool { found[place].isHeld }
    /// Whether there ever was a case about it; looked up where it is reported dead.
    func hasCases(at place: Int) -> Bool { found[place].hasCases }

    /// The certificates of the number of the row at a place, else those of its name and birth date.
    func matches(at place: Int) -> ArraySlice<RegisterMatch> { matches[found[place].first..<found[place].end] }
  }

  /// Answers batch by batch, all from one view of the register, until the file ends or `most` rows are answered.
  ///
  /// An answer without rows says that the file has ended.
  func answers(for pipe: RowPipe, after resumed: Int, most: Int) -> Conveyor<Answer> {
    let belt = Conveyor<Answer>(room: 2)
    DispatchQueue(label: "register").async { [self] in
      belt.end(
        Result {
          try database.read { db in
            var look = try Look(db)
            var answered = 0
            while answered < most {
              guard let batch = try pipe.next() else { return try belt.put(Answer([])) }
              let unseen =
                batch.first.map { $0.source.row > resumed } ?? true
                ? batch : batch.filter { $0.source.row > resumed }
              if unseen.isEmpty { continue }
              try belt.put(try look.answer(unseen))
              answered += unseen.count
            }
          }
        })
    }
    return belt
  }

  private struct Look: ~Copyable {
    private let byIdentity: BulkStatement
    private let byPerson: BulkStatement
    private let cases: BulkStatement
    /// Every other batch goes through the index from its end: what was read last is still at hand then.
    private var isBackwards = false

    init(_ db: Database) throws {
      let columns = "id, number, name, state, valid_from, seq"
      // Each of the first two reads nothing but its index.
      let identity = try BulkStatement("SELECT \(columns) FROM certificate WHERE identity = ?", in: db)
      let person = try BulkStatement(
        "SELECT id, number, name, state FROM certificate WHERE name = ? AND birth = ?", in: db)
      let cases = try BulkStatement(
        "SELECT 1 FROM application WHERE identity = ? AND identity <> '' LIMIT 1", in: db)
      byIdentity = identity
      byPerson = person
      self.cases = cases
    }

    mutating func answer(_ rows: [CleanedRow]) throws -> Answer {
      var answer = Answer(rows)
      let numbered = rows.indices.lazy.compactMap { place in
        rows[place].number.map { (order: $0.order, place: place) }
      }
      for place in ordered(numbered) {
        try certificates(of: rows[place].identity, isDead: rows[place].kind == .death, at: place, in: &answer)
      }
      let strangers = rows.indices.lazy.filter { place in
        !answer.isHeld(at: place) && !rows[place].name.isEmpty && rows[place].birth != nil
      }
      for place in ordered(strangers.map { (order: Self.order(of: rows[$0].name), place: $0) }) {
        if let birth = rows[place].birth {
          try certificates(named: rows[place].name, born: birth, at: place, in: &answer)
        }
      }
      isBackwards.toggle()
      return answer
    }

    private func certificates(of identity: String, isDead: Bool, at place: Int, in answer: inout Answer) throws {
      byIdentity.begin()
      byIdentity.bind(identity, at: 1)
      guard try byIdentity.next() else { return }
      answer.begin(at: place)
      repeat {
        let validFrom = byIdentity.text(4).flatMap { Day(iso: $0) }
        answer.add(Self.match(byIdentity, validFrom: validFrom, isTouched: byIdentity.number(5) > 1), at: place)
      } while try byIdentity.next()
      answer.note(isHeld: true, hasCases: isDead ? try hasCases(identity) : false, at: place)
    }

    private func certificates(named name: String, born birth: Day, at place: Int, in answer: inout Answer) throws {
      byPerson.begin()
      byPerson.bind(name, at: 1)
      byPerson.bind(birth.iso, at: 2)
      guard try byPerson.next() else { return }
      answer.begin(at: place)
      repeat { answer.add(Self.match(byPerson), at: place) } while try byPerson.next()
    }

    private func hasCases(_ identity: String) throws -> Bool {
      cases.begin()
      cases.bind(identity, at: 1)
      return try cases.next()
    }

    private static func match(
      _ statement: borrowing BulkStatement, validFrom: Day? = nil, isTouched: Bool = false
    ) -> RegisterMatch {
      RegisterMatch(
        id: statement.number(0), number: statement.text(1) ?? "", name: statement.text(2) ?? "",
        isActive: statement.text(3).flatMap(Certificate.State.init(rawValue:))?.isActive ?? false,
        validFrom: validFrom, isTouched: isTouched)
    }

    private func ordered(_ places: some Sequence<(order: UInt64, place: Int)>) -> [Int] {
      let sorted = places.sorted { $0.order < $1.order }.map(\.place)
      return isBackwards ? sorted.reversed() : sorted
    }

    /// The order in which SQLite keeps texts, as far as eight bytes tell.
    private static func order(of text: String) -> UInt64 {
      var order: UInt64 = 0
      var rest = 8
      for byte in text.utf8.prefix(8) {
        order = order << 8 | UInt64(byte)
        rest -= 1
      }
      return order << UInt64(8 * rest)
    }
  }
}
