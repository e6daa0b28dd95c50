import Testing

@testable import Casework

/// A title that names another time or place is asked about once (domain: 5.1, the letter and its quarter).
@Suite struct TitleDoubtTests {
  private static let places = ["湖南省怀化市洪江市", "黔阳县"]

  private func kinds(_ title: String) -> [TitleDoubt.Kind] {
    TitleDoubt.all(in: [title], of: Quarter("2026Q3"), at: Self.places).map(\.kind)
  }

  @Test(
    arguments: [
      "洪江市公安局2026年第三季度死亡人员信息表", "湖南省怀化市洪江市2026年7—9月死亡注销户口人员花名册", "2026年三季度", "二〇二六年第三季度死亡人员名单", "2026Q3死亡人员",
      "2026年8月死亡人员名单", "洪江市公安局 2026年10月", "2026年10月8日", "打印时间：2026-10-08 09:15:22", "怀化市公安局提供的2026年死亡人员名单", "死亡人员名单",
      "黔阳县死亡人员名单", "洪江市迁往怀化市鹤城区人员名单", "2026年度", "湖南省死亡人口信息", "黔城镇、安江社区", "全市死亡人员台账", "２０２６年第３季度", "26年Q3",
      "2026年Q3死亡人员",
      "2026年下半年", "2026年九月份死亡人员", "（2026.7.1-2026.9.30）", "（20260701—20260930）", "2026年七月至九月", "26年三季度", "2026年第 三 季度",
      "统计时段：2026-07-01至2026-09-30", "湖南省怀化市死亡人员名单", "怀化市残联",
    ])
  func theOwnTimeAndPlacePass(_ title: String) {
    #expect(kinds(title) == [])
  }

  @Test(
    arguments: [
      "2026年第二季度死亡人员名单", "2025年第三季度死亡人员名单", "二〇二五年第三季度死亡人员名单", "2026Q2", "2025年死亡人员名单", "四季度死亡人员名单", "2026年4-6月死亡人员名单",
      "2026年4月份死亡人员", "2025年度死亡人员名单", "2026年上半年", "26年Q2", "2026年Q2", "25年三季度",
      "2026年六月份", "（2026.4.1-2026.6.30）", "（20260401—20260630）", "2026年4月1日至6月30日", "上季度死亡人员名单", "上一季度", "2026年十月至十二月",
    ])
  func anotherQuarterOrYearIsADoubt(_ title: String) {
    #expect(kinds(title) == [.quarter])
  }

  @Test(arguments: ["怀化市鹤城区死亡人员名单", "中方县公安局死亡人员名单", "无锡市死亡人员名单", "张家界市永定区2026年三季度死亡人口信息表", "四川省死亡人员名单", "芷江县死亡人员名单"])
  func anotherCountyOrCityIsADoubt(_ title: String) {
    #expect(kinds(title) == [.place])
  }

  @Test func aPrefectureHasItsCounties() {
    #expect(TitleDoubt.all(in: ["洪江市死亡人员名单"], of: nil, at: ["湖南省怀化市"]).isEmpty)
    #expect(TitleDoubt.all(in: ["无锡市死亡人员名单"], of: nil, at: ["湖南省怀化市"]).map(\.kind) == [.place])
    #expect(TitleDoubt.all(in: ["无锡市死亡人员名单"], of: nil, at: []).isEmpty)
  }

  @Test func anAutonomousCountyIsCalledShort() {
    #expect(TitleDoubt.all(in: ["芷江县死亡人员名单"], of: nil, at: ["湖南省怀化市芷江侗族自治县"]).isEmpty)
  }

  @Test func whatIsKeptIsReadAgain() throws {
    let doubt = try #require(TitleDoubt.all(in: ["无锡市 死亡名单"], of: nil, at: Self.places).first)
    #expect(TitleDoubt(kept: doubt.kept[...]) == doubt)
  }
}
