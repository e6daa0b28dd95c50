import Casework
import TerminalKit
import Testing

@testable import CaseStore
@testable import Screens

/// A wrong number at the counter: which character, and one key to put it right (features: 2).
@Suite struct MendingTests {
  @Test func aScanThatMayNotBeReadIsTakenInHand() throws {
    let office = try TestOffice()
    let application = try office.submitted("王小明")
    var desk = try DeskDriver(
      "li", in: office,
      files: { path in throw Refusal("unreadable", Phrase("不能读取 \(path)：没有权限", "\(path): no right")) })
    try desk.open(.move(.registerPaper, application.id))
    for (code, value) in [("code", "ID"), ("form", "copy"), ("scan", "/扫描 件/张三.jpg")] { desk.set(code, to: value) }

    try desk.press(.function(2))

    try desk.expect("不能读取 /扫描 件/张三.jpg：没有权限")
    #expect(desk.app.formInHand?.focused?.code == "scan")
  }

  @Test func aRepairIsTakenWithOneKeyAndAHolderIsNamedFirst() throws {
    let office = try TestOffice()
    try office.holder("王小明", 0)
    var desk = try DeskDriver("li", in: office)
    try desk.press(.function(2))

    try desk.type("11010519491231012X")
    try desk.expect("F5 可能是", "第 16 位改 0", "是持证人 王小明 的号码")
    try desk.press(.function(5))

    try desk.expect("王小明", "11010519491231002X")
    try desk.expectNot("可能是")
  }

  @Test func theCharacterThatDoesNotBelongIsNamed() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.press(.function(2))

    try desk.type("110105194912310O2X")

    try desk.expect("第 16 位是「O」", "F5 可能是", "11010519491231002X")
  }

  @Test func fifteenOfEighteenAreNoWrongDate() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.press(.function(2))

    try desk.type("110105194912310")

    try desk.expect("已输入 15 位")
    try desk.expectNot("不是合理的出生日期")
  }

  @Test func aWholeNumberInFullWidthIsSeenWhole() throws {
    var desk = try DeskDriver("li", in: TestOffice())
    try desk.press(.function(2))

    try desk.type("１１０１０５１９４９１２３１００２Ｘ")

    try desk.expect("１１０１０５１９４９１２３１００２Ｘ", "女")
  }
}
