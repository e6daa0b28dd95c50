import Casework
import Dispatch
import GRDB

/// The register as a sweep asks it: many rows at once, in the order of the index, beside whoever keeps the answers.
///
/// It has a connection of its own, whose pages are let go with it.
final class StoreRegister: Sendable {
  private let database: DatabaseQueue
  private let county: OwnCounty
  /// The numbers of those in open cases whom the register does not know.
  private let applicants: Set<IdentityNumber>

  init(at path: String, in county: OwnCounty = OwnCounty("")) throws {
    self.county = county
    database = try CaseStore.reader(at: path)
    applicants = try database.read(CaseStore.openApplicants(in:))
  }

  /// What the register holds about the rows of a batch.
  struct Answer: Sendable {
    private struct Found {
      var first = 0
      var end = 0
      var isHeld = false
      var hasCases = false
      var isDeclarantEnded = false
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

    fileprivate mutating func note(isHeld: Bool, at place: Int) { found[place].isHeld = isHeld }

    fileprivate mutating func note(hasCases: Bool, isDeclarantEnded: Bool, at place: Int) {
      found[place].hasCases = hasCases
      found[place].isDeclarantEnded = isDeclarantEnded
    }

    /// Whether a certificate has the number of the row at a place.
    func isHeld(at place: Int) -> Bool { found[place].isHeld }
    /// Whether there ever was a case about it, or in which it acts for another; looked up where it is reported dead.
    func hasCases(at place: Int) -> Bool { found[place].hasCases }

    /// Whether a certificate of whoever declared the death has ended.
    func isDeclarantEnded(at place: Int) -> Bool { found[place].isDeclarantEnded }

    /// The certificates of the number of the row at a place, else those of its name and birth date.
    func matches(at place: Int) -> ArraySlice<RegisterMatch> { matches[found[place].first..<found[place].end] }
  }

  /// Compares row by row, all with one view of the register, until the file ends or `most` rows are compared, to the
  /// end of the batches that reach it.
  ///
  /// - Parameters:
  ///   - row: rows up to this one were compared before.
  ///   - digest: that of the rows before.
  func compare(
    _ pipe: RowPipe, _ most: Int, on today: Day, after row: Int = 0, _ digest: RowsDigest = RowsDigest()
  ) -> RowComparing {
    RowComparing(
      answers(for: pipe, after: row, most: most), by: SweepComparison(today: today, county: county),
      after: digest,
      applicants: applicants)
  }

  /// An answer without rows says that the file has ended; all that were looked up together have room, so that the next
  /// look-up begins while they are compared.
  private func answers(for pipe: RowPipe, after resumed: Int, most: Int) -> Conveyor<Answer> {
    let belt = Conveyor<Answer>(room: RowPipe.room)
    DispatchQueue(label: "register").async { [self] in
      belt.end(
        Result {
          try database.read { db in
            var look = try Look(db)
            try look.answer(pipe, after: resumed, most: most, onto: belt, in: db)
          }
        })
    }
    return belt
  }

  /// A row of a batch, where its key stands in the order of the index.
  ///
  /// It tells what most rows are asked for, so that they need not be gone to: in this order each lies somewhere else.
  private struct Place<Key: Comparable>: Comparable {
    let key: Key
    private let places: (batch: UInt16, row: UInt16)
    let isDead: Bool

    init(_ key: Key, batch: Int, row: Int, isDead: Bool = false) {
      self.key = key
      self.isDead = isDead
      places = (UInt16(batch), UInt16(row))
    }

    var batch: Int { Int(places.batch) }
    var row: Int { Int(places.row) }

    static func < (left: Place, right: Place) -> Bool { left.key < right.key }
    static func == (left: Place, right: Place) -> Bool { left.key == right.key && left.places == right.places }
  }

  private struct Look: ~Copyable {
    private let byIdentity: BulkStatement
    private let byPerson: BulkStatement
    private let cases: BulkStatement

    init(_ db: Database) throws {
      let columns = "id, number, name, state, valid_from, seq"
      // Each of the first two reads nothing but its index.
      let identity = try BulkStatement("SELECT \(columns) FROM certificate WHERE identity = ?", in: db)
      let person = try BulkStatement(
        "SELECT id, number, name, state FROM certificate WHERE name = ? AND birth = ?", in: db)
      let cases = try BulkStatement(
        """
        SELECT 1 FROM application WHERE identity = ?1 AND identity <> '' UNION ALL \(CaseKeys.ofHelper) LIMIT 1
        """, in: db)
      byIdentity = identity
      byPerson = person
      self.cases = cases
    }

    mutating func answer(
      _ pipe: RowPipe, after resumed: Int, most: Int, onto belt: Conveyor<Answer>, in db: Database
    ) throws {
      var answered = 0
      while answered < most {
        let batches = try pipe.next(most: (most - answered) / RowPipe.largest)
        if batches.isEmpty { return try belt.put(Answer([])) }
        let unseen =
          resumed == 0 ? batches : batches.map { $0.filter { $0.source.row > resumed } }.filter { !$0.isEmpty }
        for answer in try answers(for: unseen, in: db) {
          try belt.put(answer)
          answered += answer.rows.count
        }
      }
    }

    /// Looks up the rows of several batches in the order of the index, so that they share its pages.
    private mutating func answers(for batches: [[CleanedRow]], in db: Database) throws -> [Answer] {
      var answers = batches.map { Answer($0) }
      var numbered: [Place<IdentityNumber>] = []
      // By their places: a row taken out of its batch would be copied with all its texts.
      for batch in batches.indices {
        for row in batches[batch].indices {
          if let number = batches[batch][row].number {
            numbered.append(Place(number, batch: batch, row: row, isDead: batches[batch][row].kind == .death))
          }
        }
      }
      for place in numbered.sorted(by: <) {
        guard try certificates(of: place.key, at: place.row, in: &answers[place.batch]), place.isDead else { continue }
        try noteLife(of: place.key, batches[place.batch][place.row].declarant, at: place.row, in: &answers[place.batch])
      }
      var named: [Place<UInt64>] = []
      for batch in batches.indices {
        for row in batches[batch].indices
        where !answers[batch].isHeld(at: row) && !batches[batch][row].name.isEmpty && batches[batch][row].birth != nil {
          named.append(Place(Self.order(of: batches[batch][row].name), batch: batch, row: row))
        }
      }
      for place in named.sorted(by: <) {
        try certificates(
          of: batches[place.batch][place.row].name, born: batches[place.batch][place.row].birth, at: place.row,
          in: &answers[place.batch])
      }
      return answers
    }

    /// Whether there are any.
    private func certificates(of number: IdentityNumber, at place: Int, in answer: inout Answer) throws -> Bool {
      byIdentity.begin()
      byIdentity.bind(number, at: 1)
      guard try byIdentity.next() else { return false }
      answer.begin(at: place)
      repeat {
        let validFrom = byIdentity.text(4).flatMap { Day(iso: $0) }
        answer.add(Self.match(byIdentity, validFrom: validFrom, isTouched: byIdentity.number(5) > 1), at: place)
      } while try byIdentity.next()
      answer.note(isHeld: true, at: place)
      return true
    }

    /// What else is asked about somebody reported dead.
    private func noteLife(
      of number: IdentityNumber, _ declarant: IdentityNumber?, at place: Int, in answer: inout Answer
    ) throws {
      cases.begin()
      cases.bind(number, at: 1)
      answer.note(
        hasCases: try cases.next(), isDeclarantEnded: try declarant.map { try hasEnded($0) } ?? false, at: place)
    }

    private func hasEnded(_ number: IdentityNumber) throws -> Bool {
      byIdentity.begin()
      byIdentity.bind(number, at: 1)
      while try byIdentity.next() {
        if byIdentity.text(3) == Certificate.State.cancelled.rawValue { return true }
      }
      return false
    }

    private func certificates(of name: String, born: Day?, at place: Int, in answer: inout Answer) throws {
      guard let birth = born else { return }
      byPerson.begin()
      byPerson.bind(name, at: 1)
      byPerson.bind(birth.iso, at: 2)
      guard try byPerson.next() else { return }
      answer.begin(at: place)
      repeat { answer.add(Self.match(byPerson), at: place) } while try byPerson.next()
    }

    private static func match(
      _ statement: borrowing BulkStatement, validFrom: Day? = nil, isTouched: Bool = false
    ) -> RegisterMatch {
      RegisterMatch(
        id: statement.number(0), number: statement.text(1) ?? "", name: statement.text(2) ?? "",
        isActive: statement.text(3).flatMap(Certificate.State.init(rawValue:))?.isActive ?? false,
        validFrom: validFrom, isTouched: isTouched)
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
