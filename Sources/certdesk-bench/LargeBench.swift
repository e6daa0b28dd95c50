import Foundation
import PtyKit
import TerminalKit

/// The desk on a large store: from a key to the painted list, beside the bare SQLite statement for the same rows.
struct LargeBench {
  private let path: String
  let bare: BareStore
  let desk: PtySession
  private static let (columns, rows) = (120, 40)

  /// - Parameter path: a store made before, or where one is to be kept.
  init(_ office: BenchOffice, at path: String?) throws {
    let path = path ?? "\(office.folder)/large.sqlite"
    let seconds =
      try milliseconds {
        if !FileManager.default.fileExists(atPath: path) { try LargeStore.make(at: path, with: office.certdesk) }
      } / 1000
    self.path = path
    bare = try BareStore(path)
    desk = try PtySession(
      [office.certdesk, "desk", "--store", path, "--esc-delay", "25"], environment: ["HOME": office.folder],
      columns: Self.columns, rows: Self.rows)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    Bench.say(
      """
      the desk on \(LargeStore.holders) holders and \(LargeStore.cases) cases, \(Self.columns)×\(Self.rows); the rows \
      were put in directly, the log holds the openings of the cases only; \
      40 ms between keys, page cache warm (made in \(seconds.shown(0)) s, \(size / 1_048_576) MiB)
      """)
    try desk.wait(for: "zhouwei")
    desk.type(BenchOffice.staff)
    desk.press(.enter)
    desk.type(BenchOffice.password)
    desk.press(.enter)
    try desk.wait(for: "F8")
  }

  /// Reads the file once, so that the system holds it: what is measured is the desk, not the disk.
  func warm() throws {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    while let part = try file.read(upToCount: 1 << 24), !part.isEmpty {}
    try file.close()
  }

  func run() throws {
    let before = residentMegabytes(of: desk.processID)
    try openQueues()
    try openOtherQueues()
    try scroll()
    try filter()
    try openCases()
    let after = residentMegabytes(of: desk.processID)
    try search()
    try openHolders()
    Bench.say(
      """
        memory: \(before.shown(1)) MiB at the desk, \(after.shown(1)) after the queues, \
      \(residentMegabytes(of: desk.processID).shown(1)) after the register
      """)
  }

  /// Presses a key and waits for the picture that answers it: until its last bytes came in, not until they are read.
  func time(_ key: Key, until isShown: (TerminalScreen) -> Bool) throws -> Double {
    rest()
    let pressed = ContinuousClock.now
    desk.press(key)
    try desk.wait(for: "what answers \(key)", until: isShown)
    let taken = desk.lastArrival - pressed
    return Double(taken.components.seconds) * 1000 + Double(taken.components.attoseconds) / 1e15
  }

  func say(_ what: String, _ ours: [Double], _ theirs: [Double]) {
    let (mine, least) = (Sample(ours), Sample(theirs))
    let beside =
      theirs.isEmpty
      ? ""
      : """
       · bare p50 \(least.median.shown()), p99 \(least.p99.shown()) · ratio p50 \((mine.median / least.median).shown(1))
      """
    Bench.say(
      """
        \(what): p50 \(mine.median.shown()) ms, p99 \(mine.p99.shown()) ms, the slowest \
      \(mine.quantile(1).shown()) (aim for p99 ≤ 5; \(ours.count) keys)\(beside)
      """)
  }

  /// As long as a fast hand takes from one key to the next; the desk reads ahead meanwhile.
  private func rest() {
    var nothing = pollfd(fd: -1, events: 0, revents: 0)
    poll(&nothing, 1, 40)
  }

  private func scroll() throws {
    try warm()
    let queue = LargeStore.submitted
    _ = try time(queueKey()) { $0.text.contains(" 1/\(queue)") }
    let page = try bare.statement(
      """
      \(Self.list) WHERE id IN (SELECT urgency & 4294967295 FROM application WHERE state = 'submitted'
        AND urgency > ? ORDER BY urgency LIMIT 35) ORDER BY urgency
      """)
    var place = 1
    var lines: [Double] = []
    var pages: [Double] = []
    var theirs: [Double] = []
    for step in 0..<300 {
      place += step % 50 < 40 ? 1 : -1
      lines.append(try time(step % 50 < 40 ? .down : .up) { $0.text.contains(" \(place)/\(queue)") })
    }
    for step in 0..<300 {
      place += step % 30 < 25 ? 10 : -10
      pages.append(try time(step % 30 < 25 ? .pageDown : .pageUp) { $0.text.contains(" \(place)/\(queue)") })
      theirs.append(try milliseconds { try page.run([.number((20_000 + step) << 32)]) })
    }
    say("a line up or down in it", lines, theirs)
    say("a page up or down in it", pages, theirs)
    let last = try bare.statement(
      """
      \(Self.list) WHERE id IN (SELECT urgency & 4294967295 FROM application WHERE state = 'submitted'
        ORDER BY urgency DESC LIMIT 35) ORDER BY urgency
      """)
    var ends: [Double] = []
    theirs = []
    for _ in 0..<110 {
      ends.append(try time(.end) { $0.text.contains(" \(queue)/\(queue)") })
      ends.append(try time(.home) { $0.text.contains(" 1/\(queue)") })
      theirs.append(try milliseconds { try last.run([]) })
    }
    say("to its end and back", ends, theirs)
  }

  /// Letter by letter; the count on the screen is compared with what SQLite counts.
  private func filter() throws {
    try warm()
    let words = ["zhangwei", "lmh", "wxm", "王秀英", "李", "陈晓", "伟", "000123", "77", "liuy", "ouyang", "张小", "hj"]
    var ours: [Double] = []
    var theirs: [Double] = []
    for word in words + words + words + words {
      var typed = ""
      for letter in word {
        typed.append(letter)
        let (count, milliseconds) = try counted(typed)
        theirs.append(milliseconds)
        let wanted = typed
        ours.append(
          try time(.character(letter)) {
            $0.text.contains("\(count) / \(LargeStore.submitted)") && $0.text.contains("筛选：\(wanted) ")
          })
      }
      for _ in word {
        typed.removeLast()
        let wanted = typed
        ours.append(
          try time(.backspace) {
            $0.text.contains("筛选：\(wanted) ") && ($0.text.contains(" 1/") || $0.text.contains("没有"))
          })
      }
    }
    say("a letter of a filter on it, put in or taken out", ours, theirs)
  }

  /// How many cases of the queue a filter finds, by one statement, and how long that and the first lines take.
  private func counted(_ typed: String) throws -> (count: Int, milliseconds: Double) {
    let isNumber = typed.allSatisfy(\.isNumber)
    let isLetters = typed.allSatisfy(\.isASCII) && !isNumber
    let keys =
      isNumber
      ? ["#" + String(typed.reversed())] : isLetters ? ["^" + typed] + (typed.count > 1 ? [typed] : []) : [typed]
    let ids = keys.map { "SELECT application FROM case_key WHERE key >= '\($0)' AND key < '\($0)\u{10FFFF}'" }
      .joined(separator: " UNION ")
    // Four digits may be the last ones of an identity number as well.
    let people =
      isNumber && typed.count == 4
      ? " UNION SELECT id FROM application WHERE identity <> '' AND substr(identity, -4) = '\(typed)'" : ""
    let condition = "state = 'submitted' AND id IN (\(ids)\(people))"
    let first = try bare.statement("\(Self.list) WHERE \(condition) ORDER BY urgency LIMIT 35")
    let count = try bare.statement("SELECT count(*) FROM application WHERE \(condition)")
    var found = 0
    let spent = try milliseconds {
      try first.run([])
      found = Int(count.next() ?? "") ?? 0
    }
    return (found, spent)
  }

  private func openCases() throws {
    try warm()
    let row = try bare.statement("SELECT * FROM application WHERE id = ?")
    var ours: [Double] = []
    var theirs: [Double] = []
    for step in 0..<200 {
      _ = try time(.down) { $0.text.contains(" \(step + 2)/") }
      ours.append(try time(.enter) { $0.text.contains("办理") && $0.text.contains("F3") && !$0.text.contains("筛选") })
      theirs.append(try milliseconds { try row.run([.number(step * 7 % LargeStore.cases + 1)]) })
      _ = try time(.escape) { $0.text.contains(" \(step + 2)/") }
    }
    _ = try time(.escape) { $0.text.contains("F8") }
    say("opening a case from it", ours, theirs)
  }

  private func search() throws {
    _ = try time(.function(3)) { $0.text.contains("查找") }
    let keyed = try bare.statement(
      """
      SELECT certificate.* FROM search_key JOIN certificate ON id = certificate
      WHERE key >= ?1 AND key < ?1 || char(1114111) ORDER BY key LIMIT 60
      """)
    func column(_ name: String) throws -> BareStatement {
      try bare.statement(
        """
        SELECT * FROM certificate WHERE \(name) <> '' AND \(name) >= ?1 AND \(name) < ?1 || char(1114111)
        ORDER BY \(name) LIMIT 60
        """)
    }
    let (number, phone) = (try column("number"), try column("phone"))
    for (what, words, statement) in [
      ("name", ["王伟", "李秀英", "英", "陈晓东", "张", "欧阳", "小", "国"], keyed),
      ("pinyin", ["wangxiaoming", "zhangwei", "lihong", "chenjing"], keyed),
      ("initials", ["wxm", "zw", "lxy", "cxd", "hmh", "l"], keyed),
      ("characters and letters", ["王xm", "李xiuy", "张w"], keyed),
      ("number", ["43128119500", "431281199", "4312812001"], number),
      ("phone", ["13910000037", "15810000"], phone), ("last digits", ["0741", "207X", "1234"], nil),
    ] as [(String, [String], BareStatement?)] {
      try warm()
      var ours: [Double] = []
      var theirs: [Double] = []
      while ours.count < 200 {
        for word in words {
          var typed = ""
          for letter in word {
            typed.append(letter)
            let wanted = typed
            ours.append(try time(.character(letter)) { isFound(wanted, on: $0) })
            if let statement { theirs.append(try milliseconds { try statement.run([.text(wanted)]) }) }
          }
          desk.press(.escape)
          try desk.wait { isFound("", on: $0) }
        }
      }
      say("a letter of a search by \(what)", ours, theirs)
    }
  }

  /// The whole picture stands once the cursor is back behind what was typed.
  private func isFound(_ typed: String, on screen: TerminalScreen) -> Bool {
    (screen.line(1) + " ").contains("查找：\(typed) ") && screen.cursor.row == 1
      && screen.cursor.column == 7 + typed.columns
  }

  private func openHolders() throws {
    try warm()
    let row = try bare.statement(
      "SELECT * FROM certificate WHERE identity = (SELECT identity FROM certificate WHERE id = ?)")
    desk.type("王伟")
    try desk.wait { isFound("王伟", on: $0) }
    var ours: [Double] = []
    var theirs: [Double] = []
    for step in 0..<200 {
      let place = step % 100 < 50 ? step % 50 + 1 : 50 - step % 50
      if step > 0, step % 50 != 0 { desk.press(step % 100 < 50 ? .down : .up) }
      ours.append(try time(.enter) { $0.text.contains("证件经过") })
      theirs.append(try milliseconds { try row.run([.number(step * 977 % LargeStore.holders + 1)]) })
      _ = try time(.escape) { $0.text.contains("查找：王伟") && $0.text.contains(" \(place)/") }
    }
    say("opening a holder", ours, theirs)
  }
}
