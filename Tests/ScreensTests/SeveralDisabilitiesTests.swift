import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// Several disabilities are given part by part, and what follows from them is computed (features: 12).
@Suite struct SeveralDisabilitiesTests {
  private func form(in office: TestOffice) throws -> (DeskDriver, Application) {
    let application = try office.referred("王小明")
    var desk = try DeskDriver("li", in: office, rows: 40)
    try desk.open(.move(.recordResult, application.id))
    try desk.type("PD-1")
    try desk.press(.tab, .tab)
    try desk.type("贺医生")
    try desk.press(.tab, .tab, "7", .tab)
    return (desk, application)
  }

  @Test func thePartsComeFirstAndTheGradeAndTheNumberFollow() throws {
    let office = try TestOffice()
    var (desk, application) = try form(in: office)

    try desk.expect("*第 1 项类别", "*第 1 项等级", "*第 2 项类别")
    try desk.expectNot("第 3 项类别", "将得证号")
    try desk.press("1", .tab, "2", .tab, "4", .tab)
    try desk.expectNot("第 3 项类别")
    try desk.press("3", .tab)
    try desk.expect("第 3 项类别", "[2 二级]", "将得证号", "2X72")
    try desk.press(.tab, .tab)
    try desk.expect("视力 二级、肢体 三级：取最重的一项，二级")

    try desk.press("4")
    try desk.expect("[2 二级]")
    try desk.expectNot("[4 四级]")
    guard let form = desk.app.places.last?.screen as? MoveForm, let facts = form.facts else { return }
    #expect(form.fields(of: facts)["parts"] == "1:2,4:3" && form.fields(of: facts)["grade"] == "2")
    #expect(facts.application.id == application.id)
  }

  /// Visual at the institution referred to, psychiatric elsewhere: where, by whom and when is asked for that part alone.
  @Test func aPartFoundElsewhereHasItsInstitutionDoctorsAndDay() throws {
    let office = try TestOffice()
    try office.store.keep(
      Doctor(institution: "JS", name: "谭医生", categories: [.psychiatric]), by: office.session("zhou"))
    var (desk, application) = try form(in: office)
    try desk.press("1", .tab, "2", .tab)
    try desk.expect("视力另评于")
    try desk.expectNot("视力评定医生", "精神另评于")
    try desk.press("6", .tab, "3", .tab)
    try desk.expect("精神另评于")
    try desk.expectNot("精神评定医生")

    try desk.press(.tab, .tab, .tab, .tab)
    try desk.expect("不是上面的机构、医生、日期评定的才选")
    try desk.press("1", .tab)
    try desk.expect("*精神评定医生", "*精神评定日期", "F4 选名册内的医生")
    try desk.press(.function(4))
    try desk.expect("谭医生  精神")
    try desk.press(.enter, .tab)
    try desk.type("2026.3.2")
    try desk.press(.tab)
    try desk.expect("2026-03-02")
    guard let form = desk.app.places.last?.screen as? MoveForm, let facts = form.facts else { return }
    #expect(form.fields(of: facts)["part_results"] == "6:JS:谭医生:2026-03-02")

    // What was typed is there again when the form is opened anew.
    try desk.press(.escape)
    try desk.open(.move(.recordResult, application.id))
    try desk.expect("精神评定医生", "谭医生", "2026-03-02")
  }

  @Test func theSameCategoryTwiceIsMarkedAndNothingIsComputed() throws {
    let office = try TestOffice()
    var (desk, _) = try form(in: office)

    try desk.press("1", .tab, "2", .tab, "1", .tab, "3", .tab)

    try desk.expect("!第 2 项类别")
    try desk.expectNot("将得证号")
  }

  @Test func belowTheStandardThereAreNoParts() throws {
    let office = try TestOffice()
    var (desk, _) = try form(in: office)

    try desk.press(.tab, .tab, .tab, .tab, "5")

    try desk.expectNot("第 1 项类别")
  }

  @Test func whoeverSignsSeesTheNumberThatWillCome() throws {
    let office = try TestOffice()
    let application = try office.inPanel("王小明")
    var desk = try DeskDriver("zhao", in: office, rows: 40)
    try desk.open(.move(.panelSign, application.id))

    try desk.expectNot("将得证号")
    try desk.press("4", .tab, "3")

    try desk.expect("将得证号", "2X43")
  }
}
