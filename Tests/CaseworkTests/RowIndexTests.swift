import DeskFixtures
import Testing

@testable import Casework

@Suite struct RowIndexTests {
  @Test func theFirstRowUnderAKeyAndAMarkIsRememberedHoweverManyThereAre() {
    var index = RowIndex()
    var plain: [UInt64: [UInt32: Int]] = [:]
    var chance = Chance.fresh()
    for row in 1...20_000 {
      let key = UInt64.random(in: 0..<9000, using: &chance) &* 0x1_0000_0001
      let mark = UInt32.random(in: 0..<3, using: &chance)
      #expect(index.first(of: key, mark: mark, noted: row) == plain[key]?[mark], "seed \(chance.seed), row \(row)")
      if plain[key]?[mark] == nil { plain[key, default: [:]][mark] = row }
    }
  }

  @Test func aHeadTellsTheMarkUnderWhichItWasNotedFirst() {
    var index = RowIndex()
    var plain: [UInt64: (row: Int, mark: UInt32)] = [:]
    var chance = Chance.fresh()
    for row in 1...20_000 {
      let key = UInt64.random(in: 0..<9000, using: &chance) &* 0x1_0000_0001
      let mark = UInt32.random(in: 0..<3, using: &chance)
      let head = index.head(of: key, mark: mark, noted: row)
      #expect(head?.row == plain[key]?.row && head?.mark == plain[key]?.mark, "seed \(chance.seed), row \(row)")
      if plain[key] == nil { plain[key] = (row, mark) }
    }
  }

  @Test(arguments: [(["张", "三"], ["张三", ""]), (["1号", ""], ["1", "号"])])
  func aTextDoesNotRunIntoTheNext(_ left: [String], _ right: [String]) {
    #expect(Fingerprint.of(left[0], left[1]) != Fingerprint.of(right[0], right[1]))
    #expect(Fingerprint.of(left[0], left[1]) == Fingerprint.of(left[0], left[1]))
  }
}
