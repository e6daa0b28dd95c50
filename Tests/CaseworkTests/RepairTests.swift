import Casework
import Testing

private let today = Day(ordinal: 20_454)  // 2026-01-01

private func check(_ raw: String) -> IdentityCheck { IdentityCheck.check(raw, today: today) }

@Suite struct RepairTests {
  @Test(arguments: [
    ("13O408190503020014", "130408190503020014"), ("13040819050302OOl4", "130408190503020014"),
    ("13040819０503020０41", "130408190503020014"), ("310408190503020014", "130408190503020014"),
    ("130408190503020015", "130408190503020014"), ("1304081905030?0014", "130408190503020014"),
  ])
  func oneSlipIsFound(_ wrong: String, _ right: String) {
    #expect(IdentityCheck.repairs(of: wrong, today: today).contains(right))
  }

  @Test func lettersReadAsDigitsAreTheOnlyOffer() {
    #expect(IdentityCheck.repairs(of: "13O4O819050302OOl4", today: today) == ["130408190503020014"])
  }

  @Test func everyOfferIsValid() {
    let offers = IdentityCheck.repairs(of: "130408190503020015", today: today)

    #expect(offers.count > 1 && Set(offers).count == offers.count)
    #expect(offers.allSatisfy { check($0).valid })
  }

  @Test func whoCouldBeAliveComesFirst() throws {
    let offers = IdentityCheck.repairs(of: "431281197003051237", today: today)
    let ages = try offers.map { try #require(check($0).number).birth.age(on: today) }

    #expect(ages.contains { $0 > 120 } && ages.first.map { $0 <= 120 } == true)
    #expect(ages.drop { $0 <= 120 }.allSatisfy { $0 > 120 })
  }

  @Test(arguments: [
    ("130408190503020015", "130408190503020014", "第 18 位改 4"),
    ("310408190503020014", "130408190503020014", "第 1、2 位互换"),
    ("13O408190503020014", "130408190503020014", "第 3 位改 0"),
    ("13O4O819050302OOl4", "130408190503020014", "改 5 位"),
  ])
  func anOfferSaysInWhatItDiffers(_ wrong: String, _ right: String, _ words: String) {
    #expect(IdentityCheck.slip(from: wrong, to: right).chinese == words)
  }

  @Test func aKnownBirthdayLeavesFew() throws {
    let birth = Day(iso: "1978-06-13")
    let offers = IdentityCheck.repairs(of: "43120219780613?883", birth: birth, today: today)

    #expect(offers == ["431202197806131883"])
  }

  @Test func aValidNumberOrAnotherLengthGetsNone() {
    #expect(IdentityCheck.repairs(of: "130408190503020014", today: today).isEmpty)
    #expect(IdentityCheck.repairs(of: "13040819050302001", today: today).isEmpty)
  }
}
