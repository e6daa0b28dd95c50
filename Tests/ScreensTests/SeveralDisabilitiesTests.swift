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
