import Casework

/// The columns of one list of deaths that may tell of somebody else than the person of the row; none in any other list.
struct ColumnsOfOthers {
  /// They name a dead relative where nothing tells who has died: 已故配偶 beside 姓名 and 身份证号.
  let deadKin: [Int]

  /// They date the death of somebody beside the person of the row: 配偶死亡日期.
  let deaths: [Int]

  /// Nobody's number is expected there but that of the row: 编码, one without a heading.
  let withoutNumbers: [Int]

  /// They name somebody who may be the dead as well as the person of the row: 病人姓名.
  let perhapsDead: [Int]

  /// Of whoever does something about the death of another: 骨灰领取人, 签字.
  let actors: [Int]

  /// They name people whose reports are taken back, whichever rows they are beside: 误报人员姓名.
  let takenBack: [Int]

  /// Whether a cell may tell of somebody else than the person of the row.
  let areThere: Bool

  /// - Parameters:
  ///   - unknown: the columns whose heading nobody knows.
  ///   - keys: all headings, as they are compared.
  ///   - dead: what the headings say of who has died.
  ///   - own: the columns of each field by their own heading.
  ///   - ofField: the columns of each field, a substitute where it has none.
  init(
    among unknown: [Int], withoutHeading: [Int], headings keys: [String], dead: [OfTheDead?], own: [[Int]],
    ofField: [[Int]], in vocabulary: HeadingVocabulary
  ) {
    guard vocabulary.isOfDeaths else {
      (deadKin, deaths, withoutNumbers, perhapsDead, actors, takenBack) = ([], [], [], [], [], [])
      areThere = false
      return
    }
    func isOfTheDead(_ field: String) -> Bool {
      vocabulary.position(of: field).map { own[$0].contains { dead[$0] != nil } } ?? false
    }
    deadKin = unknown.filter { dead[$0] != nil }
    deaths = unknown.filter { OfTheDead.isDeathOfAnother(keys[$0]) }
    // Where a column numbers the dead, whoever else has a number in the row is not the dead.
    withoutNumbers =
      isOfTheDead("identity") ? [] : unknown.filter { !OfTheDead.mayNumberAnother(keys[$0]) } + withoutHeading
    perhapsDead = isOfTheDead("name") ? [] : unknown.filter { OfTheDead.mayNameTheDead(keys[$0]) }
    actors = unknown.filter { CellContent.isOfActors(keys[$0]) }
    takenBack = unknown.filter { Self.namesTakenBack(keys[$0]) }
    let isTwice = vocabulary.fields.indices.contains {
      Columns.ofPeople.contains(vocabulary.fields[$0].code) && ofField[$0].count > 1
    }
    areThere = isTwice || ![deadKin, deaths, withoutNumbers, perhapsDead, actors].allSatisfy(\.isEmpty)
  }

  /// Whether a heading speaks against reports and names people by name or number, and is no mark of its row.
  private static func namesTakenBack(_ heading: String) -> Bool {
    Denial.isTold(inHeading: heading) && naming.contains(where: heading.hasSuffix)
  }

  private static let naming = ["姓名", "名字", "名单", "人员", "人", "者", "身份证", "号码", "证号", "证件号"]
}
