import Casework
import Testing

private let today = Day(ordinal: 20_454)  // 2026-01-01

private func check(_ raw: String) -> IdentityCheck { IdentityCheck.check(raw, today: today) }

@Suite struct IdentityCheckTests {
  struct Vector: CustomTestStringConvertible {
    let raw: String
    let normalized: String
    let sex: Sex
    let warnings: [IdentityWarning]

    init(_ raw: String, _ normalized: String, _ sex: Sex, _ warnings: [IdentityWarning]) {
      self.raw = raw
      self.normalized = normalized
      self.sex = sex
      self.warnings = warnings
    }

    var testDescription: String { raw }
  }

  @Test(arguments: [
    Vector("11010519491231002X", "11010519491231002X", .female, []),
    Vector("440524188001010014", "440524188001010014", .male, [.oldDistrict, .pre1900]),
    Vector("34052419800101001X", "34052419800101001X", .male, [.unknownDistrict]),
    Vector("130408190503020014", "130408190503020014", .male, []),
    Vector("13040819050303001X", "13040819050303001X", .male, []),
    Vector("13040819050303001x", "13040819050303001X", .male, [.lowerX]),
    Vector("13040819050303001×", "13040819050303001X", .male, [.lowerX]),
    Vector("13040819050303001Х", "13040819050303001X", .male, [.lowerX]),
    Vector("１３０４０８１９０５０３０３００１Ｘ", "13040819050303001X", .male, [.fullWidth]),
    Vector("１３０４０８１９０５０３０３００１ｘ", "13040819050303001X", .male, [.fullWidth, .lowerX]),
    Vector("'130408 19050302\u{200B}0014\t", "130408190503020014", .male, [.cleaned]),
    Vector("130429050302002", "130429190503020024", .female, [.oldDistrict, .upgraded15]),
    Vector("340524800101001", "34052419800101001X", .male, [.unknownDistrict, .upgraded15]),
    Vector("130408050302996", "130408190503029967", .female, [.upgraded15, .pre1900]),
    Vector("810000190001010018", "810000190001010018", .male, [.hmtPermit]),
    Vector("83000019000101002X", "83000019000101002X", .female, [.hmtPermit]),
  ])
  func aValidNumberIsBroughtToItsNormalForm(_ vector: Vector) throws {
    let answer = check(vector.raw)

    #expect(answer.problem == nil)
    #expect(answer.normalized == vector.normalized)
    #expect(answer.number?.text == vector.normalized)
    #expect(answer.number?.sex == vector.sex)
    #expect(answer.warnings == vector.warnings)
  }

  @Test(arguments: [
    ("", IdentityProblem.empty), (" \u{3000}\u{FEFF}'", .empty),
    ("1.30408E+17", .excelFloat), ("4.31e17", .excelFloat), ("１.３０４０８Ｅ＋１７", .excelFloat), ("1E+17", .excelFloat),
    ("130408********0014", .masked), ("130＊＊＊", .masked), ("不详*", .masked),
    ("户口页遗失", .notID), ("身份证130408190503020014", .notID), ("X", .notID), ("---", .notID),
    ("13040819050302001", .badLength), ("1304081905030200145", .badLength), ("13040805030200", .badLength),
    ("43120219780613?883", .badChar), ("4312811968041S7764", .badChar), ("13040819050302X014", .badChar),
    ("13040805030200X", .badChar), ("4312811968041E7764", .badChar), ("13040819050302001A", .badChar),
    ("130408190002290010", .badDate), ("130408190513010010", .badDate), ("130408179912310015", .badDate),
    ("130408202601020010", .badDate), ("130408050230001", .badDate), ("130408190002290000", .badDate),
    ("130408190503020000", .excelFloat), ("431281198308280000", .excelFloat),
    ("130408179912310011", .badChecksum), ("130408190503020015", .badChecksum), ("13040819050302001X", .badChecksum),
  ])
  func problemsAreLookedForInTheirOrder(_ raw: String, _ problem: IdentityProblem) {
    let answer = check(raw)

    #expect(answer.problem == problem)
    #expect(!answer.valid)
    #expect(answer.input == raw)
  }

  @Test func theDayItselfIsAPossibleBirthday() throws {
    #expect(check("110105202601010018").problem != .badDate)
    #expect(check("110105180001010013").problem != .badDate)
  }

  @Test func aNumberCellOfSixteenDigitsHasLostSome() {
    let cell = IdentityCheck.check("130408190503020014", isNumberCell: true, today: today)
    let old = IdentityCheck.check("130429050302002", isNumberCell: true, today: today)

    #expect(cell.problem == .excelFloat)
    #expect(cell.normalized == nil)
    #expect(old.number?.text == "130429190503020024")
  }

  @Test func whatIsLeftOfAnInvalidNumberIsCleaned() {
    #expect(check(" 130408190503020015 ").normalized == "130408190503020015")
    #expect(check(" 130408190503020015 ").warnings == [.cleaned])
    #expect(check("不详").normalized == nil)
    #expect(check("4.3E+17").normalized == nil)
  }

  @Test func printingShowsTheMaskedForm() throws {
    let number = try #require(IdentityNumber("130408190503020014"))

    #expect("\(number)" == "130408********0014")
    #expect("\(check("130408190503020014"))" == "130408********0014")
    #expect(number.district == "130408")
    #expect(number.birth.iso == "1905-03-02")
  }

  @Test func onlyAValidNormalNumberCanBeMadeDirectly() {
    #expect(IdentityNumber("130408190503020015") == nil)
    #expect(IdentityNumber("13040819050303001x") == nil)
    #expect(IdentityNumber("130429050302002") == nil)
    #expect(IdentityNumber("11010519491231002X".prefix(18)) != nil)
    #expect(IdentityNumber.checkDigit(for: "11010519491231002") == "X")
    #expect(IdentityNumber.checkDigit(for: "1101051949123100") == nil)
  }

  @Test func numbersAreOrderedAsTheirTexts() throws {
    let texts = ["440524188001010014", "11010519491231002X", "130408190503020014"]

    #expect(texts.compactMap { IdentityNumber($0) }.sorted().map(\.text) == texts.sorted())
  }

  @Test(arguments: [
    ("13040819050302001443B1", "残疾人证号"), ("13912345678", "手机号码"), ("1950-01-01", nil), ("19500101", "日期"),
    ("130408190503020015", nil), ("130408190503020014", nil), ("不详", nil),
  ])
  func aTextInTheWrongFieldIsRecognized(_ raw: String, _ word: String?) throws {
    let hint = check(raw).wrongPlace(today: today)

    #expect((hint == nil) == (word == nil))
    if let word { #expect(hint?.chinese.contains(word) == true) }
  }

  @Test func threeZerosAreSuspiciousEvenWhenTheyPass() throws {
    let passing = try #require(
      (1900...1999).compactMap { IdentityNumber("130408\($0)0302" + "0000") }.first)

    #expect(passing.endsInThreeZeros)
    #expect(IdentityNumber("130408190503020014")?.endsInThreeZeros == false)
  }

  @Test func everyProblemAndWarningHasItsAdvice() {
    #expect(
      IdentityProblem.allCases.map(\.rawValue) == [
        "empty", "excel_float", "masked", "not_id", "bad_length", "bad_char", "bad_date", "bad_checksum",
      ])
    #expect(
      IdentityWarning.allCases.map(\.rawValue) == [
        "unknown_district", "old_district", "upgraded_15", "full_width", "lower_x", "cleaned", "hmt_permit", "pre_1900",
      ])
    for advice in IdentityProblem.allCases.map(\.advice) + IdentityWarning.allCases.map(\.advice) {
      #expect(advice.chinese.hasSuffix("。") && advice.english.hasSuffix("."))
    }
  }
}
