public import Casework
import GRDB

/// A police file as it came.
public struct ReceivedFile: Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

extension CaseStore {
  /// Takes a police file into a new sweep and compares every row with the register, all in one transaction.
  ///
  /// `feed` reads the file and hands on row by row; whatever it throws leaves the store as it was. The same file
  /// twice, or a quarter that has not begun, is a `Refusal`.
  ///
  /// - Parameter findsNear: whether near matches are looked for once the rows are in.
  public func importSweep(
    _ file: ReceivedFile, quarter: Quarter, from origin: FileOrigin = FileOrigin(), by session: Session,
    findsNear: Bool = true,
    feed: (_ take: (PoliceRow) throws -> Void) throws -> FileReading
  ) throws -> Sweep {
    let sha256 = Digest.hex(Digest.sha256(file.bytes))
    return try write { db in
      let staff = try current(session, in: db)
      guard staff.holds([.liaison, .clerk]) else { throw Refusal.notYourRole([.liaison, .clerk]) }
      guard quarter <= Quarter(of: today) else { throw Refusal.futureQuarter(quarter) }
      if let earlier = try String.fetchOne(db, sql: "SELECT number FROM sweep WHERE file = ?", arguments: [sha256]) {
        throw Refusal.sameFile(earlier)
      }
      let id = try Sweep.nextID(in: db)
      var told = Entries(["quarter": quarter.text, "file": file.name, "sha256": sha256])
      told["number"] = try nextSweepNumber(quarter, in: db)
      let reading = try compareRows(of: id, told: &told, feed: feed, in: db)
      try findSigns(of: id, told: &told, in: db)
      if findsNear { try findNear(of: id, told: &told, in: db) }
      told["format"] = reading.format
      told["encoding"] = reading.encoding
      told["passed_over"] = String(reading.passedOver)
      told.merge(Entries(reading.findings))
      told.merge(origin.told)
      try compareWithEarlier(sweep: id, of: quarter, told: &told, in: db)
      try db.execute(
        sql: "INSERT INTO file(sha256, name, bytes) VALUES (?, ?, ?)", arguments: [sha256, file.name, blob(file.bytes)])
      let event = Event<Sweep>(move: .import, to: .open, staff: staff.id, at: now, day: today, data: told)
      return try begin(event, id: id, by: staff, db: db)
    }
  }

  private func compareRows(
    of sweep: Int64, told: inout Entries, feed: (_ take: (PoliceRow) throws -> Void) throws -> FileReading,
    in db: Database
  ) throws -> FileReading {
    var register = try StoreRegister(db)
    var comparison = SweepComparison(today: today)
    var digest = RowsDigest()
    var texts = RowTexts()
    var classes: [SweepClass: Int] = [:]
    var proposals: [SweepProposal: Int] = [:]
    var rows = 0
    let marks = Array(repeating: "?", count: SweepRow.comparedColumns.count + 2).joined(separator: ", ")
    let insert = try BulkStatement(
      "INSERT INTO sweep_row(sweep, row, \(SweepRow.comparedColumns.joined(separator: ", "))) VALUES (\(marks))", in: db
    )
    insert.bind(sweep, at: 1)
    let reading = try feed { source in
      let row = try comparison.compare(source, with: &register)
      texts.fill(with: row.compared)
      digest.add(row: row.row, texts)
      classes[row.sweepClass, default: 0] += 1
      proposals[row.proposal, default: 0] += 1
      rows += 1
      insert.begin()
      insert.bind(Int64(row.row), at: 2)
      try insert.run(with: texts, from: 3)
    }
    for (code, count) in classes { told["class.\(code.rawValue)"] = String(count) }
    for (code, count) in proposals { told["proposal.\(code.rawValue)"] = String(count) }
    told["rows"] = String(rows)
    told["rows_digest"] = digest.finish()
    return reading
  }

  private func nextSweepNumber(_ quarter: Quarter, in db: Database) throws -> String {
    let county = try MasterRecord.find(.office, "office", in: db)?.entries.text("county") ?? ""
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

  static func futureQuarter(_ quarter: Quarter) -> Refusal {
    Refusal(
      "future_quarter", Phrase("\(quarter.name.chinese)尚未开始", "\(quarter.name.english) has not begun"),
      remedy: Phrase("请核对季度", "Check the quarter"))
  }

  static func noSuchSweep(_ number: String) -> Refusal {
    Refusal(
      "no_such_sweep", Phrase("没有核销 \(number)", "There is no sweep \(number)"),
      remedy: Phrase("用 sweep list 查看", "See sweep list"))
  }
}
