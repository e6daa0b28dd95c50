import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// What was entered once is not typed again (features: 8, 79).
@Suite struct RepeatEntryTests {
  private static func identity(_ index: Int) -> String {
    let body = "43128119700101" + String(1001 + index).dropFirst()
    return body + (IdentityNumber.checkDigit(for: body).map(String.init) ?? "")
  }

  @Test func oneKeyWritesTheLastValueOfTheFieldAndGoesOn() throws {
    let office = try TestOffice()
    let before: Entries = ["name": "王小明", "address": "湖南省洪江市沅河镇和平村23组127号", "phone": "07391234567", "ethnicity": "侗族"]
    _ = try office.draft(before)
    _ = try office.draft(["name": "李四", "address": "岩垅乡白马村", "ethnicity": "苗族"], by: "wang")
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)
    try desk.press(.tab, .tab, .tab, .tab)

    try desk.expect("F5 同上一件", "沅河镇和平村")
    try desk.expectNot("和平村23组")
    try desk.press(.function(5))
    try desk.type("5组")
    try desk.press(.tab, .function(5), .function(5))

    let made = try #require(try office.store.cases().last)
    #expect(made[.address] == "湖南省洪江市沅河镇和平村5组")
    #expect(made[.phone] == "07391234567" && made[.ethnicity] == "侗族")
    #expect(made[.name].isEmpty && made[.identity].isEmpty)
  }

  @Test func theKeyGoesFromTheVillageToTheWholeAddressAndSpoilsNothingTyped() throws {
    let office = try TestOffice()
    _ = try office.draft(["name": "王小明", "address": "沅河镇和平村23组127号", "phone": "07391234567"])
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)
    try desk.press(.tab, .tab, .tab, .tab)

    try desk.press(.function(5), .function(5))
    try desk.expect("沅河镇和平村23组127号")
    try desk.press(.tab)
    try desk.type("138")
    try desk.press(.function(5))
    try desk.expect("此项已有内容", "138")
    try desk.expectNot("07391234567")
  }

  @Test func theTwentiethApplicationOfAVillageVisitCostsHalfTheKeysOfTheFirst() throws {
    let office = try TestOffice()
    var visit = VillageVisit(desk: try DeskDriver("li", in: office))

    let keys = try (0..<20).map { try visit.takeIn(Self.identity($0), "王小明", house: "\($0 + 1)组", isFirst: $0 == 0) }

    #expect(keys[19] * 2 <= keys[0], "\(keys)")
    let made = try office.store.cases()
    #expect(made.count == 20 && made.allSatisfy { $0.state == .submitted && $0[.agentName] == "潘建国" })
    #expect(Set(made.map { $0[.address] }).count == 20)
  }

  @Test func aListIsFoundByItsLettersAndEscapeLeavesItAlone() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)
    try desk.press(.tab, .tab, .tab, .tab, .tab, .tab)

    try desk.press(.function(4))
    try desk.expect("输入字或拼音查找", "> 汉族")
    try desk.type("tj")
    try desk.expect("> 土家族")
    try desk.expectNot("汉族")
    try desk.press(.escape)
    try desk.expect("民族")
    try desk.expectNot("输入字或拼音查找")
    try desk.press(.function(4))
    try desk.type("tj")
    try desk.press(.enter)

    try desk.expect("土家族")
    #expect(try office.store.cases().last?[.ethnicity] == "土家族")
  }

  @Test func helpTellsOfTheFieldInHand() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.press(.function(2), .enter)
    try desk.press(.tab, .tab, .tab, .tab, .tab, .tab, .function(1))

    try desk.expect("民族（可不填）：直接输入", "F4 选单 56 项，如：汉族", "输入名称、拼音或首字母")
  }

  @Test func aVillageIsFoundByTheLettersOfItsName() throws {
    let office = try TestOffice()
    for village in ["沅河镇和平村", "岩垅乡白马村"] { _ = try office.draft(["address": "湖南省怀化市洪江市\(village)3组"]) }
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2), .enter)
    try desk.press(.tab, .tab, .tab, .tab, .function(4))

    try desk.type("hp")

    try desk.expect("> 湖南省怀化市洪江市沅河镇和平村")
    try desk.expectNot("白马村")
  }

  @Test func theOwnFrequentValuesStandFirst() throws {
    let office = try TestOffice()
    for name in ["侗族", "苗族", "侗族"] { _ = try office.draft(["ethnicity": name]) }
    let earlier = try EarlierEntries("li", besides: nil, in: office.store)

    #expect(earlier.known("ethnicity", of: .new).prefix(3).map(\.code) == ["侗族", "苗族", "汉族"])
    #expect(earlier.known("guardian.relation", of: .new).first?.code == "父亲")
  }

  @Test func theDoctorsOfTheListAreOfferedAndStandBesideOneAnother() throws {
    let office = try TestOffice()
    _ = try office.listDoctors()
    let application = try office.referred("王小明")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.move(.recordResult, application.id))
    try desk.type("PD-1")
    try desk.press(.tab, .tab)

    try desk.expect("F4 选名册内的医生")
    try desk.press(.function(4))
    try desk.expect("周医生", "视力")
    try desk.expectNot("伍医生")
    try desk.press(.enter)
    try desk.expect("周医生")
  }
}

/// Applications of one village, brought by the same agent; counts every key, typed data included.
private struct VillageVisit {
  var desk: DeskDriver
  private var keys = 0

  init(desk: DeskDriver) { self.desk = desk }

  mutating func takeIn(_ identity: String, _ name: String, house: String, isFirst: Bool) throws -> Int {
    keys = 0
    try press(.function(2))
    try type(identity)
    try press(.enter)
    try type(name)
    try press(.enter, .enter, .enter)
    if isFirst { try type("湖南省洪江市沅河镇和平村") } else { try press(.function(5)) }
    try type(house)
    try press(.enter)
    try give(["13912345678"], isFirst)
    try give(["侗族"], isFirst)
    if isFirst { try type("4") } else { try press(.function(5)) }
    try press(.function(6), .function(8))
    try give([Self.agent, "潘建国", "村残协专职委员", "13900001111"], isFirst)
    try press(.function(2))
    try desk.expect("已提交待受理")
    while desk.app.places.count > 1 { try desk.press(.escape) }
    return keys
  }

  private static let agent = "431281198001017696"

  private mutating func give(_ texts: [String], _ isFirst: Bool) throws {
    for text in texts {
      if isFirst {
        try type(text)
        try press(.enter)
      } else {
        try press(.function(5))
      }
    }
  }

  private mutating func press(_ pressed: Key...) throws {
    for key in pressed {
      keys += 1
      try desk.press(key)
      desk.office.time.pass(seconds: 1)
    }
  }

  private mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }
}
