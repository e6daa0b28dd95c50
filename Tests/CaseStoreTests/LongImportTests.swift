import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// A file so long that it is kept piece by piece.
@Suite struct LongImportTests {
  private static let count = 3000
  private static let piece = 600

  private static var rows: [PoliceRow] {
    (1...count).map { row in
      PoliceRow(
        row: row,
        identity: row % 7 == 0 ? "\(row)" : MadeUp.identity(born: "1950-01-\(10 + row % 20)", sequence: row % 999),
        name: "张\(row % 50)", kind: "死亡注销",
        eventDate: .day(MadeUp.day("2026-02-01")), address: "双溪村\(row % 400)号")
    }
  }

  private enum Trouble: Error { case badLine }

  /// Imports the file, and meets `trouble` before one of its rows.
  private func take(
    into desk: Desk, as file: String = "long.csv", quarter: String = "2026Q1",
    trouble: (row: Int, error: any Error)? = nil, near: (Double) throws -> Void = { _ in }
  ) throws -> Sweep {
    try desk.store.importSweep(
      ReceivedFile(name: file, bytes: Array(file.utf8)), quarter: Quarter(quarter) ?? Quarter(of: desk.store.today),
      by: Desk.session("chen"), piece: Self.piece, progress: near
    ) { take in
      for row in Self.rows {
        if row.row == trouble?.row, let trouble { throw trouble.error }
        try take(row)
      }
      return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
    }
  }

  private func left(in desk: Desk) throws -> (rows: Int, stagings: Int) {
    try desk.store.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sweep_row") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sweep_staging") ?? 0
      )
    }
  }

  @Test func whatWasStoppedGoesOnAndEndsAsIfItHadNeverBeen() throws {
    let calm = try Desk()
    let whole = try take(into: calm)
    let desk = try Desk()
    #expect(throws: CancellationError.self) { try take(into: desk, trouble: (2500, CancellationError())) }
    let kept = try left(in: desk)
    #expect(kept.rows >= Self.piece && kept.stagings == 1)
    #expect(try desk.store.sweeps().isEmpty)
    #expect(try desk.store.verify().holds)
    let sweep = try take(into: desk)
    #expect(sweep.value("rows_digest", of: .import) == whole.value("rows_digest", of: .import))
    #expect(sweep.value("signs_digest", of: .import) == whole.value("signs_digest", of: .import))
    #expect(sweep.value("class.malformed", of: .import) == whole.value("class.malformed", of: .import))
    #expect(try left(in: desk) == (Self.count, 0))
    #expect(try desk.store.verify().holds)
  }

  @Test func whatIsStoppedWhileNearMatchesAreFoundLeavesAWholeStore() throws {
    let desk = try Desk.withRegister()
    let rows = try Sample.policeRows()
    func take() throws -> Sweep {
      try desk.store.importSweep(
        ReceivedFile(name: "sample.csv", bytes: [1]), quarter: Quarter(of: desk.day), by: Desk.session("chen"),
        piece: 100,
        progress: { share in if share > 0.5 { throw CancellationError() } }
      ) { take in
        for row in rows { try take(row) }
        return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
      }
    }
    #expect(throws: CancellationError.self) { try take() }
    #expect(try desk.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sweep_near") } ?? 0 > 0)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatWasStoppedIsCountedAndThrownAwayOnPurpose() throws {
    let desk = try Desk()
    let file = ReceivedFile(name: "long.csv", bytes: Array("long.csv".utf8))
    #expect(throws: CancellationError.self) { try take(into: desk, trouble: (2500, CancellationError())) }
    let kept = try left(in: desk).rows

    #expect(try desk.store.begunRows(of: file) == kept)
    #expect(try refusalCode { _ = try desk.store.discardBegun(file, by: Desk.session("sun")) } == "not_your_role")
    #expect(try desk.store.discardBegun(file, by: Desk.session("chen")) == kept)

    #expect(try left(in: desk) == (0, 0))
    #expect(try desk.store.begunRows(of: file) == 0)
    #expect(try take(into: desk).value("rows", of: .import) == String(Self.count))
    #expect(try desk.store.verify().holds)
  }

  @Test func aLongFileThatIsInASweepIsRefusedWithoutEndingTheProgram() throws {
    let desk = try Desk()
    let sweep = try take(into: desk)
    for _ in 0..<10 { #expect(try refusalCode { _ = try take(into: desk) } == "same_file") }
    #expect(try desk.store.sweeps().map(\.number) == [sweep.number])
  }

  @Test func aFileWhoseSweepWasGivenUpComesAgain() throws {
    let desk = try Desk()
    let first = try take(into: desk, quarter: "2025Q4")
    _ = try desk.store.record(.abandon, ["reason": "季度选错"], onSweep: first.id, by: Desk.session("sun"))
    let second = try take(into: desk)
    #expect(second.quarter == "2026Q1" && second.number != first.number)
    #expect(try desk.rows(of: second).count == Self.count)
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func whatIsStoppedWhileNearMatchesAreLookedForLeavesAWholeStore() throws {
    let desk = try Desk()
    #expect(throws: CancellationError.self) { try take(into: desk) { if $0 > 0 { throw CancellationError() } } }
    #expect(try left(in: desk) == (Self.count, 1))
    #expect(try desk.store.verify().holds)
    _ = try take(into: desk)
    #expect(try left(in: desk) == (Self.count, 0) && desk.store.verify().holds)
  }

  @Test func aBadLineFarDownLeavesNothing() throws {
    let desk = try Desk()
    #expect(throws: Trouble.self) { try take(into: desk, trouble: (2900, Trouble.badLine)) }
    #expect(try left(in: desk) == (0, 0))
  }

  @Test func whatNobodyWentOnWithIsClearedByTheNextDaysImport() throws {
    var desk = try Desk()
    #expect(throws: CancellationError.self) { try take(into: desk, trouble: (2500, CancellationError())) }
    desk.go(to: "2026-03-03")
    _ = try take(into: desk, as: "other.csv")
    #expect(try left(in: desk) == (Self.count, 0))
  }

  private static func pipe(on day: Day) -> RowPipe {
    RowPipe(
      { take in
        for row in rows { try take(row) }
        return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
      }, today: day)
  }

  @Test func rowsThatWereReadOtherwiseAreNotGoneOnWith() throws {
    let desk = try Desk()
    let quarter = Quarter(of: desk.day)
    func begin(_ reading: String) throws -> Int {
      try desk.store.write { db in
        try SweepStaging(
          "\(Digest.hex(Digest.sha256([1])))", readAs: reading, quarter: quarter, today: desk.day, piece: Self.piece,
          about: ("", ""), in: db
        ).resumed
      }
    }
    let pipe = Self.pipe(on: desk.day)
    defer { pipe.close() }
    let register = try StoreRegister(at: desk.store.path)
    try desk.store.write { db in
      var begun = try SweepStaging(
        Digest.hex(Digest.sha256([1])), readAs: "death", quarter: quarter, today: desk.day, piece: Self.piece,
        about: ("", ""), in: db)
      #expect(try !begun.take(from: register.compare(pipe, Self.piece, on: desk.day), store: desk.store, in: db))
    }

    #expect(try begin("death") >= Self.piece)
    #expect(try begin("move_out") == 0)
    #expect(try begin("death") == 0)
  }

  @Test func aDeskThatWentOnWithTheSameFileIsNotDisturbed() throws {
    let desk = try Desk()
    let pipe = Self.pipe(on: desk.day)
    defer { pipe.close() }
    let register = try StoreRegister(at: desk.store.path)
    let hash = Digest.hex(Digest.sha256(Array("long.csv".utf8)))
    var slow = try desk.store.write { db in
      var slow = try SweepStaging(
        hash, readAs: "", quarter: Quarter(of: desk.day), today: desk.day, piece: Self.piece,
        about: ("", ""), in: db)
      #expect(try !slow.take(from: register.compare(pipe, Self.piece, on: desk.day), store: desk.store, in: db))
      return slow
    }
    let sweep = try take(into: desk)
    #expect(
      try refusalCode {
        let rows = register.compare(pipe, Self.piece, on: desk.day, after: Self.piece, slow.digest)
        try desk.store.write { _ = try slow.take(from: rows, store: desk.store, in: $0) }
      } == "imported_elsewhere")
    try desk.store.write { try slow.discard(in: $0) }
    #expect(try desk.rows(of: sweep).count == Self.count)
  }
}

/// Whoever sees a desk knows which import is on its way, who began it and how far it has come.
@Suite struct BegunImportTests {
  @Test func anImportOnItsWayIsToldWithWhoAndHowFar() throws {
    let desk = try Desk()
    let rows = (1...300).map {
      PoliceRow(
        row: $0, identity: "\($0)", name: "张某", kind: "死亡注销", eventDate: .day(MadeUp.day("2026-02-01")))
    }
    func take(stopping: Bool) throws {
      _ = try desk.store.importSweep(
        ReceivedFile(name: "long.csv", bytes: [1]), quarter: #require(Quarter("2026Q1")), by: Desk.session("chen"),
        piece: 10
      ) { take in
        for row in rows {
          if stopping, row.row == 290 { throw CancellationError() }
          try take(row)
        }
        return FileReading(format: "csv", encoding: "utf-8", passedOver: 0)
      }
    }
    #expect(throws: CancellationError.self) { try take(stopping: true) }

    let begun = try desk.store.begunImports()

    #expect(begun.map(\.file) == ["long.csv"] && begun.map(\.name) == ["陈静"] && begun.map(\.quarter) == ["2026Q1"])
    #expect(begun.first?.words.chinese.contains("陈静") == true && begun.first?.words.english.isEmpty == false)
    try take(stopping: false)
    #expect(try desk.store.begunImports().isEmpty)
  }
}
