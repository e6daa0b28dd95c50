import Casework
import Exchange
import Testing

/// Lists in shapes that would lose somebody, and cells that spreadsheets alone can read.
@Suite struct ListShapeTests {
  private static let list = "序号,姓名,身份证号,死亡日期\n1,王芳,431281196502156492,2026-08-01\n"

  @Test(arguments: [
    "序号,身份证号,姓名,死亡日期\n1,431281196502156493,李四,2026-08-01\n",
    "姓名,身份证号,死亡日期\n李四,431281196502156493,2026-08-01\n", "公民身份号码,性别,出生日期\n431281196502156493,男,1965\n",
  ])
  func headingsInAnotherOrderBetweenTheRowsAreRefused(_ below: String) throws {
    let file = try TemporaryFile(Self.list + below)

    let problem = try problem(file.path, as: .police)

    #expect(problem?.code == .columnsChange)
    #expect(problem?.line == 3)
  }

  @Test(arguments: ["序号,姓名,身份证号,死亡日期\n", "序号,家属姓名,身份证号,登记日期\n", "序号,姓名,公民身份号码,迁出日期\n", "注：姓名以身份证号为准,,,\n"])
  func linesThatMoveNoColumnAreNotRefused(_ between: String) throws {
    let file = try TemporaryFile(Self.list + between + "2,李四,431281196502156493,2026-08-01\n")

    #expect(try problem(file.path, as: .police) == nil)
  }

  @Test(arguments: [
    ("王芳、李四", "431281196502156492、431281197001011234"), ("\"王芳\n李四\"", "\"431281196502156492\n431281197001011234\""),
    ("王芳 李四", "431281196502156492431281197001011234"), ("王芳/李四", "431281650215649/431281700101123"),
    ("王芳;李四", "4312811965021564**;43128119700101123X"),
  ])
  func twoPeopleInOneRowAreRefusedWithTheirLines(_ names: String, _ numbers: String) throws {
    let row = "2,\(names),\(numbers),2026-08-01\n"
    let file = try TemporaryFile(Self.list + row + "3,赵六,431281196502156493,2026-08-01\n" + row)

    let problem = try problem(file.path, as: .police)

    #expect(problem?.code == .severalPeople)
    #expect(problem?.line == 3)
    let last = names.contains("\n") ? 7 : 5
    #expect(problem?.explanation.chinese.contains("第 3、\(last) 行") == true)
  }

  @Test(arguments: [
    ("王 芳", "431281196502156492"), ("王芳", "431281196502156492(原432321196502156)"), ("王芳、李四", "431281196502156492"),
  ])
  func onePersonInARowIsNotRefused(_ names: String, _ numbers: String) throws {
    let file = try TemporaryFile(Self.list + "2,\(names),\(numbers),2026-08-01\n")

    #expect(try problem(file.path, as: .police) == nil)
  }

  @Test(arguments: [
    ("=\"431281196502156492\"", "431281196502156492"), ("\"=\"\"431281196502156492\"\"\"", "431281196502156492"),
    ("=\"A\"&\"B\"", "=\"A\"&\"B\""), ("=\"\"", "=\"\""), ("=431281196502156492", "=431281196502156492"),
    ("'=\"431281196502156492\"", "=\"431281196502156492\""), ("=\"=1+1\"", "=1+1"),
  ])
  func aFormulaThatIsOneTextIsThatText(_ written: String, _ meant: String) throws {
    let file = try TemporaryFile("姓名,公民身份号码\n王芳,\(written)\n")

    #expect(try read(file.path).rows.map { $0.cells[0] } == [meant])
  }

  @Test func aFormulaOfAPageThatIsOneTextIsThatText() throws {
    let file = try TemporaryFile(
      "<table><tr><td>姓名<td>公民身份号码</tr><tr><td>王芳<td>=\"431281196502156492\"</tr></table>")

    #expect(try read(file.path).rows.map { $0.cells[0] } == ["431281196502156492"])
  }

  @Test(arguments: [
    ("姓名、身份证号、死亡日期\n王芳、431281196502156492、2026-08-12\n", "分列"),
    ("名单\n姓名　身份证号 死亡日期\n王芳　431281196502156492 2026-08-12\n", "分列"),
    (String(repeating: "说明\n", count: 31) + list, "删到 30 行以内"),
  ])
  func aListWhoseHeadingsAreNotFoundIsToldWhatToDo(_ text: String, _ advice: String) throws {
    let file = try TemporaryFile(text)

    let problem = try problem(file.path, as: .police)

    #expect(problem?.code == .noHeadings)
    #expect(problem?.explanation.chinese.contains(advice) == true)
  }

  @Test func aPageArchiveIsNoTableAndSaysWhatToDo() throws {
    let file = try TemporaryFile(
      "From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n<tr>")

    #expect(try problem(file.path)?.code == .notATable)
  }
}
