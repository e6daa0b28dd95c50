import Casework
import Testing

private let today = Day(ordinal: 20_454)  // 2026-01-01

private func check(_ raw: String) -> IdentityCheck { IdentityCheck.check(raw, today: today) }

@Suite(.tags(.fixtures)) struct PoliceFileNumbersTests {
  @Test func everyNumberOfThePoliceFileComesOutAsTheTruthSays() throws {
    let rows = try fixture("police-numbers.tsv")

    #expect(rows.count == 800)
    for row in rows {
      let answer = check(row[1])
      #expect(answer.problem?.rawValue ?? "" == row[4], "row \(row[0])")
      #expect(answer.number?.text ?? "" == row[3], "row \(row[0])")
      #expect(answer.warnings.contains(.upgraded15) == (row[2] == "d15"), "row \(row[0])")
      #expect(answer.warnings.contains(.fullWidth) == ["fullwidth", "mixed"].contains(row[2]), "row \(row[0])")
      #expect(answer.warnings.contains(.cleaned) == ["spaces", "mixed"].contains(row[2]), "row \(row[0])")
    }
  }
}
