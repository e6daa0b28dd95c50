import Casework
import Testing

/// A generator that gives the same numbers on every run.
private struct SameNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct AnyInputTests {
  private let today = Day(ordinal: 20_454)  // 2026-01-01
  private let alphabet = Array(
    "000111234567890xXbBeE+-.*'#,/\u{3000} \t\n\u{200B}１０ＸＢ＊＇Хｘ张⼀\u{E863}\u{E001}·・\u{F900}𬭸é年月日休班?".unicodeScalars)
  private let beginnings = [
    "", "", "13040819050302001", "110105194912310", "130408190503020014", "13040819050302001443",
  ]

  private func texts(_ count: Int) -> [String] {
    var numbers = SameNumbers(state: 20_260_101)
    return (0..<count).map { _ in
      var text = beginnings.randomElement(using: &numbers) ?? ""
      for _ in 0..<Int.random(in: 0...8, using: &numbers) {
        if let scalar = alphabet.randomElement(using: &numbers) { text.unicodeScalars.append(scalar) }
      }
      return text
    }
  }

  @Test func nothingWrittenUpsetsAnyReader() {
    for text in texts(4000) {
      let identity = IdentityCheck.check(text, today: today)
      let certificate = CertificateCheck.check(text, today: today)

      #expect((identity.problem == nil) == identity.valid)
      #expect((certificate.problem == nil) == certificate.valid)
      if identity.valid { #expect(identity.number == identity.normalized.flatMap { IdentityNumber($0) }) }
      if certificate.valid { #expect(certificate.number == certificate.normalized.flatMap { CertificateNumber($0) }) }
      #expect(Cleaning.name(Cleaning.name(text).text).text == Cleaning.name(text).text)
      #expect(Cleaning.field(Cleaning.field(text)) == Cleaning.field(text) || text.contains("'"))
      #expect(Pinyin.keys(for: text).full.count <= Pinyin.mostReadings)
      _ = (QueryShape(text), YearTableFile(reading: text), Pinyin.matches(text, name: text), Grade(chinese: text))
      _ = (identity.wrongPlace(today: today), DisabilityCategory(chinese: text), Districts.fullName(of: text))
      #expect(IdentityCheck.repairs(of: text, today: today).allSatisfy { IdentityNumber($0) != nil })
    }
  }
}
