public import Casework
import GRDB

/// A police file as it came.
public struct ReceivedFile: Sendable {
  public let name: String
  public let bytes: [UInt8]
  /// What somebody said of how it is to be read: rows that were read otherwise are not gone on with.
  public let reading: String

  public init(name: String, bytes: [UInt8], reading: String = "") {
    self.name = name
    self.bytes = bytes
    self.reading = reading
  }
}

extension CaseStore {
  /// Takes a police file into a new sweep and compares every row with the register.
  ///
  /// `feed` reads the file beside it and hands on row by row; what it throws leaves the store as it was. A file of
  /// ordinary length is one transaction. A longer one is kept piece by piece, seen by nobody before the last, so that
  /// other desks go on working; where the program is stopped, the same file on the same day goes on behind the last
  /// piece. The same file twice, or a quarter that has not begun, is a `Refusal`.
  ///
  /// - Parameters:
  ///   - piece: how many rows one transaction takes at most, to the end of the batch that reaches it.
  ///   - findsNear: whether near matches are looked for once the rows are in.
  ///   - progress: how far that look has come, from 0 to 1.
  public func importSweep(
    _ file: ReceivedFile, quarter: Quarter, from origin: FileOrigin = FileOrigin(), by session: Session,
    piece: Int = CaseStore.pieceOfImport, findsNear: Bool = true, progress: (Double) throws -> Void = { _ in },
    feed: @escaping PoliceRowFeed
  ) throws -> Sweep {
    try read { db in
      _ = try mayImport(quarter, by: session, in: db)
      try requireAdmitted(origin.source, in: db)
    }
    if let received = origin.received, received > today { throw Refusal.receivedInFuture(received, today) }
    let pipe = RowPipe(feed, today: today)
    defer { pipe.close() }
    let register = try StoreRegister(at: path, in: try ownCounty())
    var near: NearSearch?
    var staging: SweepStaging?
    do {
      while true {
        let sweep = try write { db in
          // What a piece leaves in the log is brought over while the next one is compared.
          if !servesDesk { tidying.takeOver(db) }
          // Where nothing lies there to go on with, comparing need not wait until the file is hashed.
          let isFresh = try staging == nil && !SweepStaging.isAnyLeft(in: db)
          let early = isFresh ? register.compare(pipe, piece, on: today) : nil
          defer { early?.close() }
          var begun = try staging ?? begin(file, quarter, piece, by: session, in: db)
          defer { staging = begun }
          if !begun.isRead {
            let comparing = early ?? register.compare(pipe, piece, on: today, after: begun.resumed, begun.digest)
            guard try begun.take(from: comparing, store: self, in: db) else { return nil as Sweep? }
            try requireOtherRows(than: pipe.end().reading, of: begun.sweep, from: origin.source, in: db)
          }
          if findsNear {
            // Whoever has asked for the end meanwhile does not wait for this look.
            if let share = begun.shareNear { try progress(share) }
            near = try near ?? NearSearch(at: path)
            guard let near, try begun.hasNear(from: self, by: near, in: db) else { return nil }
          }
          let staff = try mayImport(quarter, by: session, in: db)
          return try finish(&begun, file, from: origin, pipe.end(), findsNear: findsNear, by: staff, in: db)
        }
        if let sweep { return sweep }
        if let share = staging?.shareNear { try progress(share) }
      }
    } catch let problem {
      if !(problem is CancellationError || problem is StoreProblem) { try write { try staging?.discard(in: $0) } }
      throw problem
    }
  }

  private func begin(
    _ file: ReceivedFile, _ quarter: Quarter, _ piece: Int, by session: Session, in db: Database
  ) throws -> SweepStaging {
    let sha256 = Digest.hex(Digest.sha256(file.bytes))
    try requireNew(sha256, in: db)
    return try SweepStaging(
      sha256, readAs: file.reading, quarter: quarter, today: today, piece: piece, about: (file.name, session.staff.id),
      in: db)
  }

  /// Refuses a file that is in a sweep already; one whose sweep was given up or taken back may come again.
  public func requireNew(_ file: ReceivedFile) throws {
    try read { try requireNew(Digest.hex(Digest.sha256(file.bytes)), in: $0) }
  }

  private func requireNew(_ sha256: String, in db: Database) throws {
    if let earlier = try String.fetchOne(
      db, sql: "SELECT number FROM sweep WHERE file = ? AND state NOT IN \(Sweep.terminal.sqlList)", arguments: [sha256]
    ) {
      throw Refusal.sameFile(earlier)
    }
  }

  /// Whoever imports lists; throws `Refusal` for other posts.
  func importer(_ session: Session, in db: Database) throws -> StaffMember {
    let staff = try current(session, in: db)
    guard staff.holds([.liaison, .clerk]) else { throw Refusal.notYourRole([.liaison, .clerk]) }
    return staff
  }

  /// Refuses the list of an office that this one does not use.
  public func requireAdmitted(_ source: SweepSource) throws { try read { try requireAdmitted(source, in: $0) } }

  private func requireAdmitted(_ source: SweepSource, in db: Database) throws {
    guard try source == .police || policy(on: today, in: db).secondSourceIsUsed else { throw Refusal.secondSourceOff }
  }

  private func mayImport(_ quarter: Quarter, by session: Session, in db: Database) throws -> StaffMember {
    let staff = try importer(session, in: db)
    guard quarter <= Quarter(of: today) else { throw Refusal.futureQuarter(quarter) }
    return staff
  }

  private func finish(
    _ staging: inout SweepStaging, _ file: ReceivedFile, from origin: FileOrigin, _ end: RowPipe.End, findsNear: Bool,
    by staff: StaffMember, in db: Database
  ) throws -> Sweep {
    var told = Entries(["quarter": staging.quarter.text, "file": file.name, "sha256": staging.file])
    told["number"] = try nextSweepNumber(staging.quarter, in: db)
    try staging.finish(&told, in: db)
    let kin = try findKin(in: end.houses, of: staging.sweep, staging.quarter, besides: findsNear, db: db)
    try keep(file, as: staging.file, in: db)
    try keepDead(end.deadDeclarants, of: staging.sweep, in: db)
    try keepTakenBack(of: staging.sweep, in: db)
    try keepOtherNames(end.otherNames, of: staging.sweep, in: db)
    try keepDuplicateDoubts(staging.doubtfulDuplicates, of: staging.sweep, in: db)
    try keepContraryReports(end.secondReports, of: staging.sweep, in: db)
    // What stands beside the rows makes some of them contrary to those of other lists.
    try keepRemarks(end.remarks, of: staging.sweep, in: db)
    let (named, said) = try keepTexts(end.reading, of: staging.sweep, in: db)
    if !named.isEmpty { told["named_ended"] = named.joined(separator: ",") }
    let ended = try keepEndedReports(of: staging.sweep, said: said, in: db)
    if !ended.isEmpty { told["ended_rows"] = RowRanges.text(ended) }
    let beside = try lists(beside: staging.quarter, besides: staging.sweep, in: db)
    let over = try listsOver(in: staging.quarter, in: db)
    let past = try listsPast(besides: staging.quarter, staging.sweep, in: db)
    try keepContraryReports(of: staging.sweep, beside: beside + over, past: past, in: db)
    try keep(kin, of: staging.sweep, in: db)
    try keepPerhapsCut(end.reading, of: staging.sweep, in: db)
    if findsNear { try finishNear(of: staging.sweep, told: &told, in: db) }
    try keepSignsOfPeople(meantBy: staging.holders, of: staging.sweep, in: db)
    try staging.holders.index.keep(of: staging.sweep, in: db)
    try keepRefusedBefore(of: staging.sweep, seen: findsNear, in: db)
    try keepPerhapsSame(staging.holders, of: staging.sweep, beside: beside, in: db)
    let alike = try lists(of: staging.quarter, besides: staging.sweep, in: db).filter { $0.source == origin.source }
    try keepMissing(of: staging.sweep, received: origin.received, beside: alike, told: &told, in: db)
    let (signs, digest) = try Self.signsDigest(of: staging.sweep, in: db)
    if signs > 0 {
      told.merge(["signs": String(signs), "signs_digest": digest])
      // Without the signs these rows would have been decided in bulk.
      told["signs_asked"] = try String.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM sweep_row WHERE sweep = ?1 AND proposal NOT IN ('review', 'none') AND block = ''
            AND row IN (SELECT row FROM sweep_sign WHERE sweep = ?1)
          """, arguments: [staging.sweep])
    }
    told["format"] = end.reading.format
    told["encoding"] = end.reading.encoding
    told["passed_over"] = String(end.reading.passedOver)
    told.merge(Entries(end.reading.findings))
    told.merge(origin.told)
    try tellEarlier(of: staging.sweep, in: staging.quarter, alike: alike, told: &told, in: db)
    let event = Event<Sweep>(move: .import, to: .open, staff: staff.id, at: now, day: today, data: told)
    return try begin(event, id: staging.sweep, by: staff, db: db)
  }

  /// Straight on SQLite, which need not be given a copy.
  private func keep(_ file: ReceivedFile, as sha256: String, in db: Database) throws {
    let isKept = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE sha256 = ?)", arguments: [sha256])
    if isKept == true { return }
    let insert = try BulkStatement("INSERT INTO file(sha256, name, bytes) VALUES (?, ?, ?)", in: db)
    insert.bind(sha256, at: 1)
    insert.bind(file.name, at: 2)
    try insert.run(with: file.bytes, at: 3, ofTable: "file", column: "bytes")
  }

  private func nextSweepNumber(_ quarter: Quarter, in db: Database) throws -> String {
    let county = try Self.county(in: db)
    let prefix = "\(county)-\(quarter.text)-"
    let count =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sweep WHERE number >= ? AND number < ?", arguments: [prefix, prefix + "~"]) ?? 0
    return prefix + String(count + 1)
  }
}

extension Refusal {
  static func sameFile(_ sweep: String) -> Refusal {
    Refusal(
      "same_file", Phrase("此文件已在 \(sweep) 中导入", "This file was imported as \(sweep)"),
      remedy: Phrase("请继续办理 \(sweep)", "Go on with \(sweep)"))
  }

  static func sameRows(_ sweep: String) -> Refusal {
    Refusal(
      "same_file",
      Phrase(
        "此名单与 \(sweep) 的栏目和各行读入的内容相同，不同的只是文件名、格式、编码、次序或没有读入的栏，没有再存",
        "Columns and rows as read are those of \(sweep); only name, format, encoding, order or columns not read may differ: nothing was stored"
      ),
      remedy: Phrase("请继续办理 \(sweep)", "Go on with \(sweep)"))
  }

  static func receivedInFuture(_ received: Day, _ today: Day) -> Refusal {
    Refusal(
      "received_in_future", Phrase("收到日期 \(received) 在将来", "The date received, \(received), lies in the future"),
      remedy: Phrase("请填今天（\(today)）或以前的日期", "Give today, \(today), or an earlier day"))
  }

  static let secondSourceOff = Refusal(
    "second_source_off",
    Phrase("本办公室设为只用公安名单，不导入民政名单", "This office compares the lists of the police alone"),
    remedy: Phrase("系统管理员可更改设置 recon.second_source", "The administrator may change recon.second_source"))

  static func noSuchSweep(_ number: String) -> Refusal {
    Refusal(
      "no_such_sweep", Phrase("没有核销 \(number)", "There is no sweep \(number)"),
      remedy: Phrase("用 sweep list 查看", "See sweep list"))
  }
}
