import Testing

@testable import Casework

@Suite struct QuarterTests {
  @Test(arguments: ["2026Q3", "2026q3"]) func isReadAsItIsWritten(_ text: String) throws {
    #expect(try Quarter.named(text).text == "2026Q3")
  }

  @Test(arguments: ["", "2026", "Q3", "2026-3", "2026Q5", "2026Q0", "2026Q3Q", "Q2026Q3", "26Q3", "2026Q03", "２０２６Ｑ３"])
  func whatIsNoQuarterIsToldHowToWriteOne(_ text: String) {
    #expect { try Quarter.named(text) } throws: { error in
      (error as? Refusal)?.code == Refusal.badQuarterCode
        && (error as? Refusal)?.message.chinese.contains("2026Q3") == true
    }
  }

  @Test(arguments: ["1999Q1", "0026Q3", "2300Q1"]) func aQuarterOfAnotherAgeIsNamed(_ text: String) {
    #expect { try Quarter.named(text) } throws: { error in
      (error as? Refusal)?.message.chinese.contains(text) == true
    }
  }

  @Test(arguments: [
    ("practice-1", false), ("练习 1", false), ("ｐractice", true), ("practice－1", true), ("a　b", true), ("“a”", true),
    ("甲、乙", true),
  ])
  func fullWidthSignsAreTold(_ text: String, _ has: Bool) {
    #expect(text.hasFullWidthSigns == has)
  }
}
