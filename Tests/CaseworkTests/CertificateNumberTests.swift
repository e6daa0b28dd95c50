import Casework
import Testing

private let today = Day(ordinal: 20_454)  // 2026-01-01

private func check(_ raw: String) -> CertificateCheck { CertificateCheck.check(raw, today: today) }

@Suite struct CertificateNumberTests {
  @Test(arguments: [
    ("13040819050302001443", "13040819050302001443", 4, 3, 0),
    ("13040819050302001443B1", "13040819050302001443B1", 4, 3, 1),
    ("13040819050302001443B", "13040819050302001443B1", 4, 3, 1),
    ("13040819050302001443B12", "13040819050302001443B12", 4, 3, 12),
    ("13040819050303001X71", "13040819050303001X71", 7, 1, 0),
    (" 13040819050303001x71b2 ", "13040819050303001X71B2", 7, 1, 2),
    ("１３０４０８１９０５０３０３００１Ｘ７１Ｂ２", "13040819050303001X71B2", 7, 1, 2),
  ])
  func aValidNumberIsTakenApart(
    _ raw: String, _ text: String, _ category: Int, _ grade: Int, _ reissue: Int
  ) throws {
    let number = try #require(check(raw).number)

    #expect(check(raw).normalized == text)
    #expect(number.text == text)
    #expect(number.baseText == String(text.prefix(20)))
    #expect(number.identity.text == String(text.prefix(18)))
    #expect(number.category.rawValue == category)
    #expect(number.grade.rawValue == grade)
    #expect(number.reissue == reissue)
    #expect(CertificateNumber(text) == number)
  }

  @Test(arguments: [
    ("", "empty"), ("1.30408E+19", "excel_float"), ("130408********001443", "masked"), ("不详", "not_id"),
    ("130408190503020014", "bad_length"), ("1304081905030200144", "bad_length"),
    ("130408190503020014431", "bad_length"), ("13040819050302001443C1", "bad_length"),
    ("1304081905030200O443", "bad_char"), ("1304081905030200144A", "bad_char"), ("130408190503020014X3", "bad_char"),
    ("13040819000229001043", "bad_date"), ("13040819050302001500", "bad_checksum"),
    ("13040819050302000043", "excel_float"), ("13040819050302000000", "excel_float"),
    ("13040819050302001543", "bad_checksum"), ("13040819050302001585", "bad_checksum"),
    ("13040819050302001403", "bad_category"), ("13040819050302001483", "bad_category"),
    ("13040819050302001489B0", "bad_category"), ("13040819050302001440", "bad_grade"),
    ("13040819050302001445B0", "bad_grade"), ("13040819050302001443B0", "bad_suffix"),
    ("13040819050302001443B100", "bad_suffix"), ("13040819050302001443BX", "bad_suffix"),
    ("13040819050302001443B01", "bad_suffix"),
  ])
  func problemsAreLookedForInTheirOrder(_ raw: String, _ code: String) {
    #expect(check(raw).problem?.code == code)
    #expect(!check(raw).valid)
    #expect(check(raw).problem?.advice.chinese.isEmpty == false)
  }

  @Test func printingShowsTheMaskedForm() throws {
    let number = try #require(CertificateNumber("13040819050302001443B1"))

    #expect("\(number)" == "130408**********1443B1")
    #expect("\(check("13040819050302001443"))" == "130408**********1443")
  }

  @Test func aLostCardTakesTheNextCount() throws {
    let number = try #require(CertificateNumber("13040819050302001443"))

    #expect(number.reissued?.text == "13040819050302001443B1")
    #expect(number.reissued?.reissued?.text == "13040819050302001443B2")
    #expect(CertificateNumber("13040819050302001443B99")?.reissued == nil)
  }

  @Test(.tags(.fixtures)) func theRegistersNumbersAgreeWithTheirHolders() throws {
    for row in try fixture("certificate-numbers.txt", separator: " ") {
      let number = try #require(check(row[0]).number, "\(row[0])")
      #expect(number.identity == IdentityNumber(row[1]))
      #expect(number.category == DisabilityCategory(chinese: row[2]))
      #expect(number.grade == Grade(chinese: row[3]))
      #expect(number.text == row[0])
    }
  }
}

@Suite struct CategoryAndGradeTests {
  @Test(arguments: [
    ("视力", DisabilityCategory.visual), ("视力残疾", .visual), ("听力残疾", .hearing), ("言语", .speech), ("语言残疾", .speech),
    (" 肢体 ", .limb), ("肢体残", .limb), ("智力", .intellectual), ("精神类", .psychiatric), ("多重", .multiple),
    ("综合残疾", .multiple), ("4", .limb), ("７", .multiple), ("视⼒", .visual),
  ])
  func categoriesAreReadAsListsWriteThem(_ text: String, _ category: DisabilityCategory) {
    #expect(DisabilityCategory(chinese: text) == category)
  }

  @Test(arguments: [
    ("一级", Grade.one), ("1级", .one), ("1", .one), ("壹级", .one), ("Ⅰ级", .one), ("i级", .one), ("壹", .one),
    ("二级", .two), ("贰", .two), ("II", .two), ("残疾三级", .three), ("３级", .three), ("叁级", .three), ("4 级", .four),
    ("Ⅳ", .four), ("肆级", .four),
  ])
  func gradesAreReadAsListsWriteThem(_ text: String, _ grade: Grade) {
    #expect(Grade(chinese: text) == grade)
  }

  @Test func whatIsNeitherIsNothing() {
    #expect(DisabilityCategory(chinese: "") == nil)
    #expect(DisabilityCategory(chinese: "残疾") == nil)
    #expect(DisabilityCategory(chinese: "8") == nil)
    #expect(Grade(chinese: "五级") == nil)
    #expect(Grade(chinese: "级") == nil)
    #expect(Sex(chinese: "女") == .female)
    #expect(Sex(chinese: "不详") == nil)
  }

  @Test func everyNameIsReadBack() {
    for category in DisabilityCategory.allCases {
      #expect(DisabilityCategory(chinese: category.name.chinese) == category)
    }
    for grade in Grade.allCases {
      #expect(Grade(chinese: grade.name.chinese) == grade)
      #expect(Grade(chinese: grade.capital) == grade)
    }
  }
}

@Suite struct MultipleDisabilityTests {
  private func part(_ category: DisabilityCategory, _ grade: Grade) -> DisabilityPart {
    DisabilityPart(category: category, grade: grade)
  }

  @Test func theMostSevereGradeIsPrinted() {
    let parts = MultipleDisability([part(.hearing, .two), part(.speech, .one)])

    #expect(parts.grade == .one)
    #expect(parts.problems(printed: .one).isEmpty)
    #expect(parts.problems(printed: .two) == [.otherGrade])
  }

  @Test func itTakesTwoDifferentCategories() {
    #expect(MultipleDisability([]).problems(printed: .one) == [.tooFewCategories])
    #expect(MultipleDisability([part(.limb, .one)]).problems(printed: .one) == [.tooFewCategories])
    #expect(
      MultipleDisability([part(.limb, .one), part(.limb, .two)]).problems(printed: .one)
        == [.repeatedCategory, .tooFewCategories])
    #expect(
      MultipleDisability([part(.limb, .one), part(.multiple, .two)]).problems(printed: .one)
        == [.multipleWithin, .tooFewCategories])
  }
}

@Suite struct DistrictsTests {
  @Test(arguments: [
    ("130408", Districts.Standing.current), ("130429", .old), ("440524", .old), ("340524", .unknown),
    ("431281", .current), ("110103", .old), ("810000", .current), ("491221", .unknown), ("13040", .unknown),
    ("1304AB", .unknown),
  ])
  func aCodeStandsAsTheTableSays(_ code: String, _ standing: Districts.Standing) {
    #expect(Districts.standing(of: code) == standing)
  }

  @Test func aDistrictHasAName() {
    #expect(Districts.name(of: "130408") == "永年区")
    #expect(Districts.name(of: "130429") == "永年县")
    #expect(Districts.name(of: "340524") == nil)
    #expect(Districts.fullName(of: "431202") == "湖南省怀化市鹤城区")
    #expect(Districts.fullName(of: "110105") == "北京市朝阳区")
    #expect(Districts.fullName(of: "110000") == "北京市")
  }
}
