import DeskFixtures
import Testing

@testable import Casework

/// The cut-offs of domain 4.6 at their borders, and what is said where a grade does not go with a value.
@Suite struct ContradictionTests {
  @Test(arguments: [
    (GradeLimit.Measure.acuity, "0", "1"), (.acuity, "0.019", "1"), (.acuity, "0.02", "2"), (.acuity, "0.049", "2"),
    (.acuity, "0.05", "3"), (.acuity, "0.099", "3"), (.acuity, "0.1", "4"), (.acuity, "0.299", "4"),
    (.acuity, "0.3", "none"), (.acuity, "1.5", "none"), (.field, "4.9", "1"), (.field, "5", "2"), (.field, "9.9", "2"),
    (.field, "10", "-"), (.hearing, "40", "none"), (.hearing, "41", "4"), (.hearing, "60", "4"), (.hearing, "61", "3"),
    (.hearing, "80", "3"), (.hearing, "81", "2"), (.hearing, "90", "2"), (.hearing, "91", "1"), (.hearing, "120", "1"),
    (.intelligibility, "10", "1"), (.intelligibility, "11", "2"), (.intelligibility, "25", "2"),
    (.intelligibility, "26", "3"), (.intelligibility, "45", "3"), (.intelligibility, "46", "4"),
    (.intelligibility, "65", "4"), (.intelligibility, "66", "none"), (.testLevel, "0", "1"), (.testLevel, "1", "2"),
    (.testLevel, "2", "3"), (.testLevel, "3", "4"), (.testLevel, "4", "none"), (.dq, "25", "1"), (.dq, "26", "2"),
    (.dq, "39", "2"), (.dq, "40", "3"), (.dq, "54", "3"), (.dq, "55", "4"), (.dq, "75", "4"), (.dq, "76", "none"),
    (.iq, "19", "1"), (.iq, "20", "2"), (.iq, "34", "2"), (.iq, "35", "3"), (.iq, "49", "3"), (.iq, "50", "4"),
    (.iq, "69", "4"), (.iq, "70", "none"), (.whodas, "116", "1"), (.whodas, "115", "2"), (.whodas, "106", "2"),
    (.whodas, "105", "3"), (.whodas, "96", "3"), (.whodas, "95", "4"), (.whodas, "52", "4"), (.whodas, "51", "none"),
    (.adaptive, "1", "1"), (.adaptive, "4", "4"),
  ])
  func everyCutOffStandsWhereTheStandardPutsIt(
    _ measure: GradeLimit.Measure, _ value: String, _ says: String
  ) throws {
    let found = GradeLimit.grade(of: try #require(Thousandths(value)), by: measure)

    #expect(found.map { $0.map { String($0.rawValue) } ?? "none" } ?? "-" == says)
  }

  @Test func noTwoCutOffsOfAMeasureOverlap() {
    for measure in GradeLimit.Measure.allCases {
      let limits = GradeLimit.all.filter { $0.measure == measure }.sorted { $0.range.lowerBound < $1.range.lowerBound }
      for (low, high) in zip(limits, limits.dropFirst()) { #expect(low.range.upperBound < high.range.lowerBound) }
    }
  }

  @Test(arguments: [
    (1, "acuity_left=0.3,acuity_right=0.02", "4", 40, "较好眼视力 0.3：未达到残疾标准的界限，记录为四级"),
    (1, "acuity_left=0.01,acuity_right=0.04", "2", 40, ""),
    (1, "acuity_left=0.01,acuity_right=0.04", "1", 40, "较好眼视力 0.04，属二级，记录为一级"),
    (1, "acuity_left=0.8,acuity_right=0.8,field_left=4,field_right=9", "2", 40, ""),
    (1, "acuity_left=0.8,acuity_right=0.8,field_left=4,field_right=9", "1", 40, "较好眼视野半径 9°，属二级，记录为一级"),
    (1, "acuity_left=0.8,acuity_right=0.01,field_left=4", "1", 40, ""),
    (2, "db_left=85,db_right=100", "1", 40, "较好耳平均听力 85 dB，属二级，记录为一级"),
    (2, "db_left=90.4,db_right=95", "2", 40, ""), (2, "db_left=90.5,db_right=95", "1", 40, ""),
    (3, "intelligibility=10,test_level=0", "1", 40, ""),
    (3, "intelligibility=10,test_level=1", "1", 40, "言语表达能力测试级 1，属二级，记录为一级"),
    (4, "limb_clause=3-2", "3", 40, ""), (4, "limb_clause=4-1", "3", 40, "条款 4-1 属四级，记录为三级"),
    (4, "", "3", 40, "未注明依据的肢体条款"), (4, "", "none", 40, ""),
    (4, "limb_clause=4-2,leg_difference_mm=50", "4", 40, ""),
    (4, "limb_clause=4-2,leg_difference_mm=49", "4", 40, "双下肢不等长（毫米） 49，不合所选条款"),
    (4, "limb_clause=4-4,kyphosis=70", "4", 40, "驼背（度） 70，不合所选条款"), (4, "limb_clause=4-4,kyphosis=71", "4", 40, ""),
    (4, "limb_clause=4-5,scoliosis=45", "4", 40, "脊柱侧凸（度） 45，不合所选条款"), (4, "limb_clause=4-5,scoliosis=46", "4", 40, ""),
    (4, "limb_clause=4-9,height_mm=1301", "4", 40, "身高（毫米） 1301，不合所选条款"),
    (4, "limb_clause=4-9,height_mm=1300", "4", 40, ""),
    (5, "dq=71", "4", 5, ""), (5, "dq=72", "4", 5, "发育商 DQ 72：DQ 72 至 75 须以适应行为认定"),
    (5, "dq=73,adaptive=4", "4", 5, ""), (5, "dq=25", "2", 6, "发育商 DQ 25，属一级，记录为二级"),
    (5, "iq=19,adaptive=2", "2", 7, ""), (5, "iq=34,adaptive=3", "2", 30, "适应行为 3，属三级，记录为二级"),
    (5, "iq=30,adaptive=2,whodas=95", "2", 18, "WHO-DAS II 分值 95，属四级，记录为二级"),
    (6, "whodas=116,adaptive=1", "1", 18, ""),
    (6, "whodas=51,adaptive=4", "4", 18, "WHO-DAS II 分值 51：未达到残疾标准的界限，记录为四级"),
    (6, "whodas=51,adaptive=4", "4", 17, ""), (2, "db_left=30,db_right=95", "none", 40, ""),
    (2, "db_left=85,db_right=95", "none", 40, "较好耳平均听力 85 dB，属二级，记录为不符合标准"),
  ])
  func aContradictionIsSaidInWords(
    _ category: Int, _ measured: String, _ grade: String, _ age: Int, _ sentence: String
  ) throws {
    let found = Contradictions.between(
      try #require(Measurements(written: measured)), try #require(DisabilityCategory(rawValue: category)),
      Int(grade).flatMap(Grade.init(rawValue:)), age: age)

    #expect(found.map(\.sentence.chinese).joined(separator: "；") == sentence)
    #expect(found.allSatisfy { $0.sentence.isWhole })
    #expect(Contradiction.list(found.map(\.text).joined(separator: ",")) == found)
  }

  @Test func aContradictionIsKeptWithTheEventAndDecidesNothing() throws {
    var here = try #require(try Situation.at(.assigned))
    try here.act(
      .recordResult, ["category": "2", "grade": "1", "measurements": "db_left=85,db_right=88"])

    #expect(here.state == .assessedOK)
    #expect(here.application.value("contradictions", of: .recordResult) == "hearing:85:2:1")
    #expect(here.application.resultMarks.map(\.chinese).contains("较好耳平均听力 85 dB，属二级，记录为一级"))
  }

  @Test(arguments: [
    ("1", "3", "", "acuity_left acuity_right"), ("1", "3", "acuity_left=0.06", "acuity_right"), ("1", "none", "", ""),
    ("2", "3", "", "db_left db_right"), ("3", "3", "", "intelligibility test_level"), ("4", "3", "", ""),
    ("5", "3", "", "iq adaptive"), ("6", "3", "adaptive=3", "whodas"),
  ])
  func whatMustBeMeasuredFollowsFromTheCategory(
    _ category: String, _ grade: String, _ given: String, _ missing: String
  ) throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.fields.merge(["category": category, "grade": grade, "measurements": given])

    let fields = here.fields
    #expect(
      here.application.missingMeasurements(fields, on: here.today).map(\.rawValue).joined(separator: " ") == missing)
    #expect(here.refusal?.code == (missing.isEmpty ? nil : "result_complete"))
  }

  @Test func everyPartOfAMultipleDisabilityIsMeasured() throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.fields.merge(["category": "7", "grade": "2", "parts": "2:2,4:3", "measurements": "limb_clause=3-2"])
    #expect(here.refusal?.message.chinese.contains("db_left") == true)

    here.fields["measurements"] = "db_left=85,db_right=95,limb_clause=4-1"
    try here.happen()
    #expect(here.application.value("contradictions", of: .recordResult) == "clause:4-1:4:3")
  }

  @Test(arguments: [
    "acuity_left", "acuity_left=", "acuity_left=x", "acuity_left=4", "sight=1", "dq=1,dq=2", "adaptive=5",
  ])
  func whatCannotBeAMeasurementIsRefused(_ text: String) throws {
    var here = try #require(try Situation.at(.assigned))
    here.intend(.recordResult)
    here.fields["measurements"] = text

    #expect(here.refusal?.code == "bad_value")
  }
}
