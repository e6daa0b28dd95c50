import Testing

@testable import Casework

@Suite struct RowOdditiesTests {
  private static let known = ["湖南省怀化市洪江市"]

  private func oddities(of addresses: [String]) -> RowOddities {
    var oddities = RowOddities(counties: Self.known)
    for (index, address) in addresses.enumerated() {
      oddities.add(
        PoliceRow(row: index + 1, identity: "", name: "张三", kind: "死亡", eventDate: .missing, address: address))
    }
    return oddities
  }

  @Test(arguments: [
    "湖南省怀化市洪江市黔城镇联盟村3组", "湖南省洪江市黔城镇联盟村3组", "洪江市黔城镇联盟村3组", "怀化市洪江市黔城镇联盟村", "黔城镇联盟村3组", "",
  ]) func anAddressOfTheCountyIsOursHoweverShortItIsWritten(_ address: String) {
    #expect(oddities(of: [address]).foreignRows == 0)
  }

  @Test(arguments: ["湖南省怀化市会同县林城镇", "湖北省荆州市洪湖市新堤街道", "会同县林城镇"])
  func anAddressOfAnotherCountyIsForeign(_ address: String) {
    #expect(oddities(of: [address]).foreignRows == 1)
  }

  private static let outside: [([String], String?)] = [
    (["2026-05-01", "2026-06-30", "2026-04-01", "2026-07-01", "2026-09-30"], "2026Q2"),
    (["2026-05-01", "2026-06-30", "2026-07-01", "2026-08-01", "2026-09-30"], nil),
    (["2026-05-01", "2026-06-30", "2026-04-01", "2026-04-02"], nil),
    (["2026-10-01", "2026-10-02", "2025-10-01", "2026-06-30", "2026-10-03"], "2026Q4"),
    (["", "", "", "", "", "2026-05-01"], nil),
  ]

  @Test(arguments: outside)
  func aFileMostlyDatedOutsideItsQuarterIsToldFromOneWithStragglers(_ days: [String], _ suggested: String?) {
    for quarter in [Quarter("2026Q3"), nil] {
      var oddities = RowOddities(counties: [], quarter: quarter)
      for (index, day) in days.enumerated() {
        oddities.add(
          PoliceRow(
            row: index + 1, identity: "", name: "张三", kind: "死亡",
            eventDate: Day(iso: day).map(EventDate.day) ?? .missing))
      }
      let stray = oddities.strayDates
      #expect(stray?.suggested.text == (quarter == nil ? nil : suggested))
      #expect(oddities.told()["warning.outside_quarter"] == stray.map { "\($0.rows)@\($0.first)" })
    }
  }

  @Test func aFileMostlyOfAnotherCountyIsToldFromOneWithStrays() {
    let (own, other) = ("湖南省洪江市黔城镇联盟村", "湖南省怀化市会同县林城镇")
    #expect(oddities(of: [own, own, other, other, other]).isMostlyForeign)
    #expect(!oddities(of: [own, own, own, other, other]).isMostlyForeign)
    #expect(!oddities(of: [other, other, other, other]).isMostlyForeign)
  }
}
