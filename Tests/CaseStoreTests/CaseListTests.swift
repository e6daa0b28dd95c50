import Casework
import DeskFixtures
import GRDB
import Testing

@testable import CaseStore

/// A list shows what reading every case would show, however little it reads.
@Suite struct CaseListTests {
  /// Cases in several states, some before a panel, one corrected in its name.
  private static func office() throws -> Desk {
    let desk = try Desk()
    let names = ["王小明", "单田芳", "欧阳文华", "曾志伟", "仇英", "王芳", "", "买买提·艾山", "李敏"]
    for (index, name) in names.enumerated() {
      let identity = MadeUp.identity(born: "1985-03-1\(index)", sequence: 31 + index * 2)
      guard !name.isEmpty else {
        _ = try desk.store.openCase(.new, [:], by: Desk.session("bai"))
        continue
      }
      let id = try desk.submitted(identity, name: name)
      if index % 3 == 1 { continue }
      try desk.act(.accept, on: id, by: index % 2 == 0 ? "bai" : "chen")
      if index % 3 == 2 { try desk.act(.chooseDirect, Desk.panel, on: id) }
    }
    let wrong = try desk.store.openCase(.new, ["name": "张三"], by: Desk.session("chen"))
    try desk.act(.edit, ["name": "章三丰"], on: wrong.id)
    let gone = try desk.submitted(Desk.adult, name: "赵刚强")
    try desk.act(.withdraw, ["request": "本人申请"], on: gone)
    return desk
  }

  private func listed(_ list: CaseList) -> [Int64] { (0..<list.count).compactMap { list[$0]?.id } }

  @Test(arguments: [nil] + CaseQueue.allCases.map(Optional.some))
  func everybodySeesTheCasesThatAreVisibleTheMostUrgentFirst(_ queue: CaseQueue?) throws {
    let desk = try Self.office()
    for member in Desk.people where member.holds(Application.readers) {
      let session = Desk.session(member.id)
      let visible = try desk.store.cases(CaseFilter(queue: queue), visibleTo: session)
      let never = Day(ordinal: 999_999)
      func place(_ one: Application) -> (Day, Day, Int64) {
        let waits = one.deadline == nil && !Application.terminal.contains(one.state)
        return (one.deadline?.day ?? (waits ? Day(ordinal: 999_998) : never), waits ? one.since : never, one.id)
      }
      let wanted = visible.sorted { place($0) < place($1) }.map(\.id)

      var list = CaseList(queue: queue, session: session)
      _ = try list.read(from: desk.store, around: 0)
      #expect(listed(list) == wanted, "\(member.id)")
      #expect(list.total == wanted.count)
      _ = try list.readAhead(from: desk.store, around: 0)
      _ = try list.read(from: desk.store, around: 0)
      #expect(listed(list) == wanted, "\(member.id), read whole")
    }
  }

  /// Any beginning, whether it is kept as one of many cases or not.
  @Test(arguments: [1, 2, 100], [1, 3])
  func aBeginningReadAheadFindsWhatTypingItFinds(_ part: Int, _ many: Int) throws {
    let desk = try Self.office()
    var frequent = FrequentBeginnings(many: many)
    var parts = 0
    while !frequent.isComplete {
      try desk.store.read { try frequent.readPart(part, in: $0) }
      parts += 1
    }
    #expect(parts > 26 || part == 100)
    let last = try #require(try desk.store.cases().map(\.id).max())
    let keys = try desk.store.read { try String.fetchAll($0, sql: "SELECT DISTINCT key FROM case_key") }
    let ways = keys.map { $0.hasPrefix(CaseKeys.number) ? String($0.dropFirst().reversed()) : $0 }
      .map { $0.replacing(CaseKeys.initials, with: "") }
    let typed = Set(ways.flatMap { name in (1...name.count).map { String(name.prefix($0)) } })
    #expect(typed.count { frequent[$0] != nil || frequent[CaseKeys.initials + $0] != nil } > 10)
    for beginning in typed {
      let (known, read) = try desk.store.read { db in
        (
          try CaseStore.cases(answering: beginning, knowing: frequent, in: db),
          try CaseStore.cases(answering: beginning, in: db)
        )
      }
      for id in 1...last { #expect(known.contains(id) == read.contains(id), "\(beginning), case \(id)") }
    }
  }

  @Test(arguments: CaseOrder.allCases) func everyOrderShowsTheSameCases(_ order: CaseOrder) throws {
    let desk = try Self.office()
    var list = CaseList(queue: nil, session: Desk.session("chen"))
    list.set(order, typed: "")

    _ = try list.read(from: desk.store, around: 0)

    let shown = listed(list)
    let all = try desk.store.cases()
    #expect(shown.sorted() == all.map(\.id).sorted())
    let lines = (0..<list.count).compactMap { list[$0] }
    switch order {
    case .urgency: #expect(shown == all.map(\.id))
    case .number: #expect(lines.map(\.number) == lines.map(\.number).sorted(by: >))
    case .name:
      let sounds = lines.filter { !$0.applicant.isEmpty }.map { Pinyin.keys(for: $0.applicant).full[0] }
      #expect(sounds == sounds.sorted())
      #expect(lines.last?.applicant == "")
    case .state:
      #expect(zip(lines, lines.dropFirst()).count { $0.state != $1.state } == Set(lines.map(\.state)).count - 1)
    case .since: #expect(shown.count == lines.count)
    case .owner: #expect(lines.map(\.owner) == lines.map(\.owner).sorted())
    case .service: #expect(lines.map(\.service.rawValue) == lines.map(\.service.rawValue).sorted())
    }
  }

  @Test(arguments: [
    ("王", ["王小明", "王芳"]), ("小明", ["王小明"]), ("wxm", ["王小明"]), ("wangx", ["王小明"]), ("w", ["王小明", "王芳"]),
    ("王xm", ["王小明"]), ("wang小", ["王小明"]), ("shan", ["单田芳"]), ("dan", ["单田芳"]), ("qy", ["仇英"]), ("oywh", ["欧阳文华"]),
    ("000003", ["欧阳文华"]), ("3", ["欧阳文华"]), ("431281-2026-000001", ["王小明"]), ("０００００１", ["王小明"]), ("张三", []),
    ("zhangsan", ["章三丰"]), ("章三", ["章三丰"]), ("已撤回", ["赵刚强"]), ("panel", ["欧阳文华", "王芳", "李敏"]), ("艾山", ["买买提·艾山"]),
    ("白云", ["王小明", "欧阳文华", "李敏", ""]), ("zzz", []), ("%", []),
  ]) func typingFinds(_ typed: String, _ names: [String]) throws {
    let desk = try Self.office()
    var list = CaseList(queue: nil, session: Desk.session("chen"))
    list.set(.urgency, typed: typed)

    _ = try list.read(from: desk.store, around: 0)

    #expect((0..<list.count).compactMap { list[$0]?.applicant }.sorted() == names.sorted())
    #expect(list.total == 11)
  }

  /// What people read out from a card: the number from its beginning or its last four digits, a phone, a certificate.
  @Test func aNumberFindsItsCasesWhateverNumberItIs() throws {
    var desk = try Desk()
    let (first, second) = (
      MadeUp.identity(born: "1985-03-12", sequence: 31), MadeUp.identity(born: "1962-07-04", sequence: 58)
    )
    let id = try desk.approved(first, name: "王小明")
    try desk.act(.print, ["serial": "S1"], on: id)
    let number = try desk.store.application(id).certificateNumber
    let other = try desk.store.openCase(
      .new, ["identity": second, "name": "仇英", "phone": "１５９ 0000 4321"], by: Desk.session("chen"))
    func found(_ typed: String) throws -> [Int64] {
      var list = CaseList(queue: nil, session: Desk.session("chen"))
      list.set(.urgency, typed: typed)
      _ = try list.read(from: desk.store, around: 0)
      return (0..<list.count).compactMap { list[$0]?.id }.sorted()
    }

    #expect(try found(first) == [id])
    #expect(try found(String(first.prefix(14))) == [id])
    #expect(try found(String(first.prefix(6))) == [id, other.id])
    #expect(try found(String(second.suffix(4))) == [other.id])
    #expect(try found(String(first.suffix(4)).lowercased()) == [id])
    #expect(try found(number) == [id])
    #expect(try found(String(number.dropLast()) + "9") == [])
    #expect(try found("15900") == [other.id])
    #expect(try found("138 0000 1234") == [id])
    #expect(try found("13900") == [])
  }

  @Test func theListStaysWithItsCaseWhenSomebodyElseHasActed() throws {
    let desk = try Self.office()
    let other = try CaseStore.open(at: desk.store.path, clock: Desk.clock("2026-03-02"))
    var list = CaseList(queue: .intake, session: Desk.session("chen"))
    _ = try list.read(from: other, around: 1)
    let (first, second) = (try #require(list[0]?.id), try #require(list[1]?.id))

    try desk.act(.accept, on: first)
    let place = try list.read(from: other, around: 1, keeping: second)

    #expect(place == 0)
    #expect(list[0]?.id == second)
    #expect(list.total == 2)
  }

  @Test func countsByQueueAreThoseOfTheCases() throws {
    let desk = try Self.office()
    let late = desk.store.with(Desk.clock("2026-03-20"))
    let counts = try late.queueCounts()

    for queue in CaseQueue.allCases {
      let cases = try late.cases(CaseFilter(queue: queue))
      #expect(counts[queue]?.count == cases.count, "\(queue)")
      #expect(counts[queue]?.overdue == cases.count { $0.isOverdue(on: late.today) }, "\(queue)")
    }
    #expect(try late.verify().firstProblem == nil)
  }

  @Test(arguments: [
    ("青树村", ["李青", "王小明"]), ("青树", []), ("青树村3组", ["王小明"]), ("南正街", ["仇英"]),
    ("岩垅乡 青树村", ["李青", "王小明"]), ("李青", ["李青"]), ("青", ["李青"]), ("村", []), ("白马村", []), ("江", []),
  ]) func aVillageOrAStreetFindsWhoLivesThere(_ typed: String, _ names: [String]) throws {
    var desk = try Desk()
    let people = [
      ("王小明", "湖南省洪江市岩垅乡青树村3组"), ("李青", "洪江市岩垅乡青树村1组"), ("仇英", "湖南省洪江市黔城镇南正街12号"),
    ]
    for (index, (name, address)) in people.enumerated() {
      let identity = MadeUp.identity(born: "1985-03-12", sequence: 31 + index * 2)
      var fields = Desk.fields(identity, name: name)
      fields["address"] = address
      let id = try desk.store.openCase(.new, fields, by: Desk.session("chen")).id
      try desk.act(.submit, ["materials": "ID,HK,PH×3,AF"], on: id)
      try desk.act(.accept, on: id)
      try desk.assessedByHospital(id)
      try desk.posted(id)
      try desk.act(.approve, Desk.ticks, on: id, by: "sun")
      try desk.handedOver(id, serial: "A000\(index)")
    }

    #expect(try desk.store.search(typed).map(\.name).sorted() == names.sorted())
    #expect(try desk.store.search(typed, limit: 1).count == min(1, names.count))
    #expect(try desk.store.verify().firstProblem == nil)
  }

  @Test func aSearchInCharactersAndLettersFindsThePerson() throws {
    var desk = try Desk()
    let id = try desk.approved(name: "王晓明")
    try desk.handedOver(id, serial: "A0001")

    for typed in ["王xm", "王xiaom", "王xming", "wang晓", "w晓m", "王晓m"] {
      #expect(try desk.store.search(typed).map(\.name) == ["王晓明"], "\(typed)")
    }
    #expect(try desk.store.search("王xl").isEmpty)
  }
}

/// Stores of older programs are taken over.
@Suite struct MigrationTests {
  @Test func aStoreOfTheFirstSchemaBecomesOneOfToday() throws {
    var desk = try Desk()
    let id = try desk.approved(name: "曾志伟")
    try desk.handedOver(id, serial: "A0001")
    _ = try desk.submitted(MadeUp.identity(born: "1985-03-12", sequence: 41), name: "欧阳文华")
    let path = desk.folder.file("old.sqlite")
    let old = try DatabaseQueue(path: path)
    try Schema.create(in: old, steps: 1)
    try old.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH '\(desk.store.path)' AS office")
      for table in try String.fetchAll(db, sql: "SELECT name FROM main.sqlite_schema WHERE type = 'table'")
      where table != "sqlite_sequence" {
        let columns = try db.columns(in: table).map(\.name).joined(separator: ", ")
        try db.execute(
          sql: "INSERT INTO main.\(table)(\(columns)) SELECT \(columns) FROM office.\(table) ORDER BY 1")
      }
    }
    try old.close()

    let store = try CaseStore.open(at: path, clock: Desk.clock(desk.day.iso))

    #expect(try store.verify().firstProblem == nil)
    var list = CaseList(queue: nil, session: Desk.session("chen"))
    list.set(.urgency, typed: "zzw")
    _ = try list.read(from: store, around: 0)
    #expect(list[0]?.id == id)
  }
}
