public import Casework
import GRDB

/// The cases of one queue, or all, as one person may see them: ordered, sifted, and read only where they are looked at.
///
/// What is held of the whole list are ids; lines are read for the part around one place. While nothing is typed and
/// the list stands in its first order even the ids wait until `readAhead`, so that a list of any length opens at once.
public struct CaseList: Sendable {
  public let queue: CaseQueue?
  let session: Session
  /// Who looks, as the store knows that person now.
  private var staff: StaffMember
  public private(set) var order = CaseOrder.urgency
  public private(set) var typed = ""
  /// How many cases the list has before it is sifted.
  public private(set) var total = 0
  /// How many it shows.
  public private(set) var count = 0
  /// Who holds how many of them before it is sifted, the most first; none where the list is not everybody's, or longer
  /// than any office's people can have in hand.
  public private(set) var shares: [OwnerShare] = []

  /// The lines that were read, and the place of the first of them.
  private var lines: [CaseLine] = []
  private var start = 0
  private var all: [Int64]?
  private var sifted: [Int64]?
  private var frequent = FrequentBeginnings()
  /// The last event that the list takes account of.
  private var lastEvent: Int64 = -1
  private var sharesAreRead = false
  /// Whether `all` is as the store was before somebody acted.
  private var isOld = false

  public init(queue: CaseQueue?, session: Session) {
    self.queue = queue
    self.session = session
    staff = session.staff
  }

  /// How many lines a screen shows at most: as many are read before and behind a place.
  public var screenful = 40
  /// A list of so many cases is read anew at once; a longer one while nobody presses a key.
  private static let quick = 20_000

  public subscript(place: Int) -> CaseLine? {
    lines.indices.contains(place - start) ? lines[place - start] : nil
  }

  /// Whether the lines around a place have been read.
  public func covers(_ place: Int) -> Bool {
    max(0, place - screenful) >= start && min(count, place + screenful) <= start + lines.count
  }

  /// Sifts and orders anew; it shows when the list is read.
  public mutating func set(_ order: CaseOrder, typed: String) {
    if order != self.order {
      all = nil
      sifted = nil
    }
    if typed != self.typed { sifted = nil }
    (self.order, self.typed) = (order, typed)
    if typed.isEmpty { sifted = nil }
  }

  /// Reads the lines around a place, or around a case where the list still has it.
  ///
  /// Returns the place. Throws `Refusal` for somebody who sees no cases.
  public mutating func read(from store: CaseStore, around place: Int, keeping id: Int64? = nil) throws -> Int {
    try store.read { db in
      try store.require(Application.readers, of: session, in: db)
      staff = try store.current(session, in: db)
      try notice(in: db)
      var ids: [Int64]
      if all == nil, typed.isEmpty, order == .urgency, place < screenful, let states = plainStates {
        ids = try CaseStore.firstCases(in: states, of: queue, limit: place + screenful, in: db)
        total = try CaseCounts(on: store.today, in: db).counts(in: states, of: queue).count
        count = total
      } else {
        ids = try listed(in: db)
        count = ids.count
      }
      if !sharesAreRead { try readShares(in: db) }
      let place = max(0, min(id.flatMap(ids.firstIndex(of:)) ?? place, count - 1))
      try read(screenful, around: place, of: ids, from: store, in: db)
      return place
    }
  }

  private mutating func readShares(in db: Database) throws {
    sharesAreRead = true
    shares = try total > Self.quick ? [] : plainStates.map { try OwnerShare.shares(in: $0, of: queue, db) } ?? []
  }

  private mutating func read(
    _ reach: Int, around place: Int, of ids: [Int64], from store: CaseStore, in db: Database
  ) throws {
    start = max(0, min(place - reach, ids.count))
    lines = try store.lines(ids[start..<max(start, min(ids.count, place + reach))], in: db)
  }

  /// Reads what the next keys may ask for around a place, or a part of it.
  public mutating func readAhead(from store: CaseStore, around place: Int) throws -> ReadingAhead {
    let isRead = start <= max(0, place - 2 * screenful) && min(count, place + 2 * screenful) <= start + lines.count
    if let all, !isOld, isRead {
      guard all.count > Self.quick, !frequent.isComplete else { return .done }
      try store.read { try frequent.readPart(in: $0) }
      return frequent.isComplete ? .done : .goesOn
    }
    return try store.read { db in
      let hasChanged = isOld
      if isOld { (all, sifted, isOld) = (nil, nil, false) }
      let ids = try listed(in: db)
      guard !hasChanged else { return .changed }
      // A list that has become another one is read when its first change is noticed.
      guard ids.count == count else { return .done }
      try read(4 * screenful, around: place, of: ids, from: store, in: db)
      return .goesOn
    }
  }

  /// Forgets what has changed since the list was read.
  private mutating func notice(in db: Database) throws {
    let newest = try Int64.fetchOne(try db.cachedStatement(sql: "SELECT max(seq) FROM event")) ?? 0
    guard newest != lastEvent else { return }
    let acted = try Bool.fetchOne(
      try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM event WHERE seq > ? AND +kind IN ('application', 'staff'))"),
      arguments: [lastEvent])
    lastEvent = newest
    guard acted == true else { return }
    (frequent, sharesAreRead) = (FrequentBeginnings(), false)
    if (all?.count ?? 0) > Self.quick {
      isOld = true
    } else {
      (all, sifted) = (nil, nil)
    }
  }

  private mutating func listed(in db: Database) throws -> [Int64] {
    let all = try whole(in: db)
    total = all.count
    guard !typed.isEmpty else { return all }
    if let sifted { return sifted }
    let answering = try CaseStore.cases(answering: typed, knowing: frequent, in: db)
    let found = all.filter(answering.contains)
    sifted = found
    return found
  }

  private mutating func whole(in db: Database) throws -> [Int64] {
    if let all { return all }
    let states = queue?.states ?? Application.State.allCases
    let seen = states.filter { Application.isVisible(in: $0, to: staff) }
    let panels =
      plainStates == nil && staff.holds([.assessor]) ? try CaseStore.cases(withPanelMember: staff.id, in: db) : nil
    let settled = siftsSettled ? Set(try CaseStore.panels(of: staff.id, in: db).settled.map(\.id)) : []
    let read = try CaseStore.cases(
      in: panels == nil ? seen : states, of: queue, by: order, in: db,
      where: { state, id in (panels?.contains(id) ?? true || seen.contains(state)) && !settled.contains(id) })
    all = read
    return read
  }

  /// The states whose cases the list has, where no single case decides whether somebody may see it; else `nil`.
  private var plainStates: [Application.State]? {
    let states = queue?.states ?? Application.State.allCases
    let seen = states.filter { Application.isVisible(in: $0, to: staff) }
    return !siftsSettled && (seen.count == states.count || !staff.holds([.assessor])) ? seen : nil
  }

  /// Whether it is the own queue of a panel member, or of who sits for the chair, where what he has signed waits for others.
  private var siftsSettled: Bool { queue == .panel && CaseQueue.panel.isWorked(by: staff) }
}

/// What came of reading ahead.
public enum ReadingAhead: Sendable {
  /// What is shown is no longer what was read.
  case changed
  /// There is more to read.
  case goesOn
  case done
}
