import Casework
import Foundation
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

@Suite struct AssessmentDayStoryTests {
  @Test func aVillageVisitFromTheListToTheResults() throws {
    let office = try TestOffice()
    let came = try office.accepted("王小明", 0)
    let away = try office.accepted("张伟", 2)
    var desk = try DeskDriver("li", in: office)
    try desk.open(.queue(.routing))
    try desk.press(.function(6), .function(2), .tab)
    try desk.type("新桥村委会")
    try desk.press(.tab, "2", .function(2))
    try desk.expect("新桥村委会", "县人民医院")

    try desk.press(.enter, .function(2))
    try desk.type("新桥村")
    try desk.expect("2 件，选中 2 件")
    try desk.press(.function(2))
    try desk.expect("王小明", "张伟", "已派指定机构评定")

    try desk.press(.function(6))
    try desk.expect("还没到")
    office.time.pass(days: 7)
    try desk.press(.escape, .enter, .function(6))
    try desk.expect("2 人未勾到场")
    try desk.press(" ", .down, " ", " ", .function(6))
    try desk.expect("1 人，退回待派评定：张伟", "1 人，留在原处，以后再录：王小明", "确定结束吗")
    try desk.press(.enter)
    try desk.expect("未办理")
    try desk.press("2", .enter)
    try desk.expect("评定日结束，1 人退回待派评定")
    #expect(try office.store.application(away.id).state == .accepted)
    #expect(try office.store.history(of: away).last?.move == "miss_appointment")

    try desk.press(.up, .enter)
    try desk.expect("录入评定结果 · \(came.number)")
  }

  @Test func aSignedPanelIsNotThrownAwayByATick() throws {
    let office = try TestOffice()
    let application = try office.accepted("王小明", 0)
    let day = try office.store.planDay(
      on: office.store.today, place: "新桥村委会", institution: "", by: office.session("li"))
    try office.store.list([application.number], on: day.code, by: office.session("li"))
    try office.store.record(
      .chooseDirect, ["members": "zhao,qian,sun", "feature": "左小腿缺失", "evaluation": "可行走"], on: application.id,
      by: office.session("li"))
    try office.store.record(
      .panelSign, ["category": "4", "grade": "3", "opinion": "同意"], on: application.id,
      by: office.session("zhao", now: true))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.assessmentDay(day.code))

    try desk.press(" ", " ")

    try desk.expect("已有评定人签字")
    #expect(try office.store.application(application.id).signatures.count == 1)
  }

  @Test func aDayOnWhichNobodyWorksIsAskedAbout() throws {
    let office = try TestOffice()
    var desk = try DeskDriver("li", in: office)
    try desk.open(.planDay)
    try desk.expectNot("仍定在这一天")

    try desk.press(.home, .control("u"))
    try desk.type("2026-10-01")
    try desk.press(.tab)

    try desk.expect("仍定在这一天", "2026-10-01 不是工作日")
    try desk.press(.tab)
    try desk.type("新桥村")
    try desk.press(.function(2))
    try desk.expect("还缺 1 项")
    #expect(try office.store.assessmentDays().isEmpty)
  }

  @Test func theListIsPutInOrderWithKeys() throws {
    let office = try TestOffice()
    let cases = [try office.accepted("王小明", 0), try office.accepted("张伟", 2)].map(\.number)
    let day = try office.store.planDay(
      on: office.store.today, place: "新桥村委会", institution: "", by: office.session("li"))
    try office.store.list(cases, on: day.code, by: office.session("li"))
    var desk = try DeskDriver("li", in: office)
    try desk.open(.assessmentDay(day.code))

    try desk.press(.function(5))
    try desk.expect("已是第一位")
    try desk.press(.function(7))
    #expect(try office.store.assessmentDay(day.code).cases == cases.reversed())
    try desk.press(.function(7))
    try desk.expect("已是最后一位")
    try desk.press(.function(8))

    #expect(try office.store.assessmentDay(day.code).cases == [cases[1]])
  }

  @Test func theSheetIsWrittenToAFile() throws {
    let office = try TestOffice()
    _ = try office.assessmentDay()
    let file = office.file("sheet.txt")
    var desk = try DeskDriver("li", in: office)
    try desk.open(.assessmentDay("P1"))
    try desk.press(.function(4))
    try desk.type(file)
    try desk.press(.function(2))

    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("评定日名单") && text.contains("王小明") && text.contains("县人民医院"))
    #expect(text.split(separator: "\n").allSatisfy { $0.columns <= 80 })
  }

  @Test func theReferralSlipNamesTheInstitutionAndTheLastDay() throws {
    let office = try TestOffice()
    let application = try office.referred("王小明")
    let text = try AssessmentPrints.referral(of: application, in: office.store, .chinese)

    #expect(text.contains("县人民医院") && text.contains(application.number) && !text.contains("11010519491231002X"))
    #expect(text.contains(try #require(application.deadline?.day.iso)))
    #expect(throws: Refusal.self) {
      try AssessmentPrints.referral(of: try office.accepted("张伟", 2), in: office.store, .chinese)
    }
  }
}
