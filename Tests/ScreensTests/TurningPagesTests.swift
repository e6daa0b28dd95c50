import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What is to be checked may take more than one page; nothing is decided before its last line was on the screen.
@Suite struct TurningPagesTests {
  struct Desk: Sendable, CustomTestStringConvertible {
    let columns: Int
    let rows: Int
    let language: Language
    var testDescription: String { "\(columns)×\(rows) \(language)" }
  }

  private static let desks = [Language.chinese, .english].flatMap { language in
    [(60, 20), (80, 24), (120, 40)].map { Desk(columns: $0.0, rows: $0.1, language: language) }
  }
  private static let yes: Entries = ["materials": "yes", "procedure": "yes", "conclusion": "yes", "notice": "yes"]

  /// Certificates of people who share name, sex and birth date with the applicant, each of another place.
  private func namesakes(in office: TestOffice, _ count: Int = 30) throws {
    let lines = (0..<count).map { index in
      let body = "11010519491231" + String(format: "%03d", 100 + 2 * index)
      let number = body + String(IdentityNumber.checkDigit(for: body) ?? "?")
      return RegisterLine(
        row: index + 1,
        cells: [
          "certificate": number + "44", "name": "王小明", "identity": number, "category": "肢体", "grade": "四级",
          "issued": "2020-01-10", "valid_to": "2030-01-10", "state": "有效",
          "address": "高椅乡第\(index + 1)村民委员会第\(index + 1)村民小组沿河路\(index + 1)号附近的老屋",
        ])
    }
    _ = try office.store.importRegister(
      lines, of: ReceivedFile(name: "r.csv", bytes: [1]), by: office.session("li"),
      dates: { text, _ in Day(iso: text).map(EventDate.day) ?? .missing })
  }

  /// Turns to the last page and counts how often.
  private func turnToTheEnd(_ desk: inout DeskDriver) throws -> Int {
    var turns = 0
    while try desk.shown.contains("↓ PgDn") {
      try desk.press(.pageDown)
      turns += 1
      guard turns < 99 else { break }
    }
    return turns
  }

  @Test(arguments: desks)
  func nothingIsApprovedBeforeTheLastOfItWasSeen(_ size: Desk) throws {
    let office = try TestOffice()
    try namesakes(in: office)
    let id = try office.inReview("王小明", 0).id
    var desk = try DeskDriver("zhou", in: office, language: size.language, columns: size.columns, rows: size.rows)
    try desk.open(.move(.approve, id))
    try desk.expectNot("第30村民")

    try desk.press(.function(5), .function(2))
    try desk.expect(Phrase.seeAllFirst(in: size.language))
    #expect(try office.store.application(id).state == .review)
    #expect(try turnToTheEnd(&desk) > 0)
    try desk.press(.function(2))

    #expect(try office.store.application(id).state == .approved)
  }

  @Test(arguments: desks)
  func nothingIsAcceptedBeforeTheLastOfItWasSeen(_ size: Desk) throws {
    let office = try TestOffice()
    try namesakes(in: office)
    let id = try office.submitted("王小明", 0).id
    var desk = try DeskDriver("li", in: office, language: size.language, columns: size.columns, rows: size.rows)
    try desk.open(.move(.accept, id))

    try desk.press(.function(2))
    try desk.expect(Phrase.seeAllFirst(in: size.language))
    #expect(try office.store.application(id).state == .submitted)
    #expect(try turnToTheEnd(&desk) > 0)
    try desk.press(.function(2))

    #expect(try office.store.application(id).state == .accepted)
  }

  @Test(arguments: desks)
  func aCaseIsMarkedAmongManyOnlyAfterTheLastOfItWasSeen(_ size: Desk) throws {
    let office = try TestOffice()
    try namesakes(in: office, 50)
    let id = try office.inReview("王小明", 0).id
    var desk = try DeskDriver("zhou", in: office, language: size.language, columns: size.columns, rows: size.rows)
    let marked = Phrase("选中 1 / 1", "1 of 1 marked")(in: size.language)
    try desk.open(.approvals)
    try desk.press(" ", " ")
    try desk.expect(Phrase.seeAllFirst(in: size.language))

    #expect(try turnToTheEnd(&desk) > 0)
    try desk.press(" ")
    try desk.expect(marked)
    try desk.press(.function(2), .function(5), .function(2))
    try desk.type(TestOffice.password)
    try desk.press(.function(2))

    #expect(try office.store.application(id).state == .approved)
  }

  @Test func manyAreApprovedOnlyAfterWhatIsToBeCheckedInEachWasSeen() throws {
    let office = try TestOffice()
    let sexes = ["male", "female", "female", "female", "male"]
    let cases = try sexes.enumerated().map { try office.inReview("阿卜杜拉·买买提·艾合买提江·吐尔逊", $0, sex: $1) }
    var desk = try DeskDriver("zhou", in: office, columns: 60, rows: 20)
    try desk.open(.many(.approve, cases.map { SeenCase(try office.store.application($0.id)) }))
    try desk.expect("↓ PgDn")

    try desk.press(.function(5), .function(2))
    try desk.type(TestOffice.password)
    try desk.press(.function(2))
    try desk.expect("先看完请核")
    #expect(try turnToTheEnd(&desk) > 0)
    try desk.press(.function(2))

    #expect(try cases.allSatisfy { try office.store.application($0.id).state == .approved })
  }

  /// Every form with facts above its fields is one of these: what it says is cut nowhere without a way to the rest.
  @Test(arguments: [Language.chinese, .english])
  func whatAFormSaysAtLengthIsTurnedToItsEnd(_ language: Language) throws {
    let office = try TestOffice()
    let application = try office.inPanel("欧阳文华", 1)
    let words = String(repeating: "残端长短、功能障碍都已量过", count: 30)
    for (seat, grade) in [("zhao", "3"), ("qian", "4"), ("sun", "3")] {
      _ = try office.store.record(
        .panelSign,
        ["category": "4", "grade": grade, "opinion": words + seat, "measurements": "limb_clause=\(grade)-1"],
        on: application.id, by: office.session(seat, now: true))
    }
    var desk = try DeskDriver("zhao", in: office, language: language)
    try desk.open(.seats(application.id))
    try desk.expectNot("sun")
    for _ in 0..<40 { try desk.press(.pageDown) }
    try desk.expect("sun", "↑ PgUp")

    try desk.open(.move(.panelDiscuss, application.id))
    #expect(try turnToTheEnd(&desk) > 0)

    try desk.expect("sun")
  }

  @Test func pagesAreCountedInTheLanguageThatIsShown() {
    let short = Phrase("短", String(repeating: "long words ", count: 12))
    let lines = (1...8).map { FactLine(Phrase("请核", "Check"), Phrase("第 \($0) 条", "no. \($0) ") + short) }
    var pager = FactPager()

    pager.window.language = .chinese
    #expect(!pager.scrolls(lines))
    #expect(pager.hasShown(8, of: lines))
    pager.window.language = .english
    #expect(pager.scrolls(lines))
    #expect(!pager.hasShown(8, of: lines))
  }

  @Test(arguments: desks)
  func everyRowToTheLastCounts(_ size: Desk) throws {
    let lines = (1...40).map { line in
      FactLine(Phrase("请核", "Check"), String(repeating: "说明", count: line * 3) + "\n<\(line)>")
    }
    var pager = FactPager()
    pager.window = Window(columns: size.columns, rows: size.rows - 3, language: size.language)
    var seen: Set<Int> = []
    for turn in 0...99 {
      var canvas = Canvas(pager.window.size)
      let room = Rect(column: 0, row: 0, columns: size.columns, rows: pager.room)
      canvas.facts(lines, in: room, skipping: pager.skipped(of: lines), language: size.language)
      seen.formUnion((1...40).filter { canvas.text.contains("<\($0)>") })
      #expect(pager.hasShown(40, of: lines) == (seen.count == 40), "turn \(turn)")
      #expect(pager.hasShown(20, of: lines) == seen.isSuperset(of: 1...20), "turn \(turn)")
      _ = pager.press(.pageDown, on: lines)
    }
    #expect(seen.count == 40)
  }

  @Test func whatWasSeenInOneLanguageOrSizeNeedNotBeSeenAgain() {
    let lines = (1...20).map { FactLine(Phrase("请核", "Check"), "第 \($0) 条") }
    var pager = FactPager()
    for _ in 1...3 { _ = pager.press(.pageDown, on: lines) }
    #expect(pager.hasShown(20, of: lines))

    pager.window = Window(columns: 60, rows: 12, language: .english)

    #expect(pager.hasShown(20, of: lines))
    #expect(!pager.hasShown(21, of: [FactLine(Phrase("请核", "Check"), "新的一条")] + lines))
  }
}
