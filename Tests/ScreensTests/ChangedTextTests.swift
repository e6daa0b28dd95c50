import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// The old text stands struck out beside the new, in words and signs (features: 9, 22, 66).
@Suite struct ChangedTextTests {
  @Test func whatWasMendedAfterAReturnShowsTheOldTextBesideTheNew() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    let li = try office.session("li")
    _ = try office.store.record(
      .sendBack, ["items": "住址与户口簿不一致", "reason": "请对照户口簿更正", "deadline": office.store.today.adding(days: 20).iso],
      on: application.id, by: li)
    var desk = try DeskDriver("li", in: office, columns: 220, rows: 40)
    try desk.open(.application(application.id))
    try desk.expectNot("退回后改动")

    _ = try office.store.record(.edit, ["address": "林城镇新塘村 1 组", "phone": "13800001299"], on: application.id, by: li)
    try desk.open(.application(application.id))

    try desk.expect(
      "退回后改动", "划去「林城镇新[桥]村 1 组」，改为「林城镇新[塘]村 1 组」",
      "改为「138****12[99]」")
    try desk.expectNot("13800001299")
    _ = try office.store.record(.submit, ["materials": "ID,HK,PH×3,AF"], on: application.id, by: li)
    try desk.open(.application(application.id))
    try desk.expect("退回后改动")
    _ = try office.store.record(.accept, on: application.id, by: li)
    try desk.open(.application(application.id))
    try desk.expectNot("退回后改动")
    try desk.expect("林城镇新[桥]村 1 组 → 林城镇新[塘]村")
  }

  @Test func whatIsFilledInForTheFirstTimeIsNoChange() throws {
    let office = try TestOffice()
    let draft = try office.draft(["name": "王小明"])
    _ = try office.store.record(.edit, ["address": "林城镇新桥村"], on: draft.id, by: office.session("li"))
    var desk = try DeskDriver("li", in: office, columns: 220, rows: 40)

    try desk.open(.application(draft.id))

    try desk.expectNot("→", "划去")
  }

  @Test func theSeatsAndTheSignerSeeTheOldWordsBesideTheNew() throws {
    let office = try TestOffice()
    let application = try office.sign("zhao", office.inPanel("王小明"))
    _ = try office.store.record(.edit, ["evaluation": "膝下截肢，特征明显"], on: application.id, by: office.session("li"))
    var desk = try DeskDriver("zhao", in: office)

    try desk.open(.seats(application.id))
    try desk.expect("需重签", "评定说明  划去「膝[上]截肢，特征明显」，改为「膝[下]截肢，特征明显」")
    try desk.open(.signed(.panelSign, application.id, by: "zhao"))
    try desk.expect("您签字后改动", "划去「膝[上]截肢，特征明显」")
    try desk.open(.signed(.panelSign, application.id, by: "qian"))
    try desk.expectNot("您签字后改动")

    var clerk = try DeskDriver("li", in: office)
    try clerk.open(.application(application.id))
    try clerk.expect("签字后改动，须重签", "改为「膝[下]截肢，特征明显」")
    try office.sign("zhao", application)
    try clerk.open(.application(application.id))
    try clerk.expectNot("签字后改动")
  }

  @Test func anotherNumberAltogetherIsNotWrittenOut() throws {
    let slip = TextChange.number(Phrase("号", "No."), "110105194912310038", "110105194912310083")
    let other = TextChange.number(Phrase("号", "No."), "110105194912310038", "440524196001010014")

    #expect(slip.words.chinese == "划去「110105********00[38]」，改为「110105********00[83]」")
    #expect(!other.words.chinese.contains("19491231") && !other.words.chinese.contains("19600101"))
    #expect(!TextChange.number(Phrase("号", "No."), "", "440524196001010014").words.chinese.contains("19600101"))
  }

  @Test func inEnglishTheWordsSayTheSame() throws {
    let change = TextChange(name: Phrase("名", "Name"), old: .verbatim("Ann Lee"), new: .verbatim("Ann Li"))

    #expect(change.words.english == "struck out “Ann L[ee]”, now “Ann L[i]”")
    #expect(TextChange(name: change.name, old: Phrase("", ""), new: change.new).words.chinese == "原空，改为「Ann Li」")
    #expect(TextChange(name: change.name, old: change.old, new: Phrase("", "")).words.chinese == "划去「Ann Lee」")
    #expect(TextChange(name: change.name, old: .verbatim("甲"), new: .verbatim("乙")).words.chinese == "划去「甲」，改为「乙」")
  }
}
