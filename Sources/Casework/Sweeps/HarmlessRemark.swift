/// What may stand beside a reported death and leaves it as it is: how and where somebody died, who declared it, papers, dates.
///
/// Nobody can list all that people write of somebody who lives; what is not made of these words alone is read by a person.
enum HarmlessRemark {
  /// Whether nothing remains of a remark without its harmless words.
  static func isAll(of note: String) -> Bool {
    let scalars = note.unicodeScalars.map { Self.plain($0) }
    if whole.contains(String(String.UnicodeScalarView(scalars.filter { !$0.isBlank }))) { return true }
    // Signs alone stand for nothing where they are dashes; a full stop or a quotation mark may repeat the line above.
    if !scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
      return scalars.allSatisfy { $0.isBlank || nothing.contains($0) }
    }
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let rest = scalars[place...]
      if let word = wordsByStart[scalars[place]]?.first(where: { rest.starts(with: $0) }) {
        place += word.count
        if formerNames.contains(word) {
          let name = scalars[place...].drop { $0 == ":" || $0.isBlank }
          place = name.firstIndex(where: ends) ?? scalars.endIndex
        }
      } else if besides.contains(scalars[place]) || scalars[place].isBlank {
        place += 1
      } else {
        return false
      }
    }
    return true
  }

  /// Harmless as all that a cell says; beside other words they may deny them: 死亡证明无.
  private static let whole: Set<String> = [
    "无", "補錄", "补录", "错别字已更正", #"见附件"死亡证明""#, "见附件“死亡证明”", "none", "nil", "null", "n/a", "na", "deceased",
  ]

  private static let deaths = [
    "死亡", "病故", "病逝", "病亡", "去世", "亡故", "过世", "逝世", "离世", "身故", "身亡", "已故", "故去", "逝去", "寿终正寝",
  ]
  private static let places = ["家", "家中", "家里", "医院", "县医院", "市医院", "人民医院", "县人民医院", "敬老院", "养老院", "途中"]
  private static let declarants = [
    "子", "女", "儿子", "女儿", "长子", "长女", "次子", "次女", "配偶", "妻", "妻子", "夫", "丈夫", "父", "母", "父亲", "母亲", "兄", "弟",
    "姐", "妹", "孙", "孙子", "孙女", "侄", "侄子", "儿媳", "女婿", "家属", "亲属", "家人", "近亲属", "村委会", "村委", "居委会", "社区", "村干部",
    "派出所", "医院", "殡仪馆",
  ]
  private static let declaring = ["申报", "代办", "代报", "报告", "上报", "告知", "代为申报"]

  /// What else a remark of a death is made of.
  private static let others = [
    "正常死亡", "非正常死亡", "自然死亡", "意外死亡", "因病", "疾病", "自然", "意外", "事故", "车祸", "交通事故", "溺水", "自杀", "癌症", "心脏病", "脑溢血",
    "脑出血", "脑梗", "心梗", "突发", "抢救无效", "医治无效", "救治无效", "治疗无效", "享年", "终年", "岁", "火化", "火葬", "土葬", "安葬", "下葬", "殡葬", "火化证",
    "火化证明",
    "火化证明书", "火化编号", "死亡证明", "死亡证明书", "死亡医学证明", "死亡医学证明书", "死亡推断书", "医学证明", "医学证明书", "医院证明", "医院开具", "开具",
    "证明", "村委会", "居委会", "派出所", "户口", "户籍", "注销", "户口注销", "死亡注销", "销户", "死亡日期", "死亡时间", "死亡原因", "火化日期", "火化时间",
    "核对", "核对无误", "核实", "核实无误", "核查无误", "无误", "无异议", "属实", "情况属实", "已核实", "编号", "第", "次", "农历", "上午", "下午", "凌晨",
    "批注", "补报", "死亡证明已收", "died", "dead", "death", "cremated", "deceased", "no.",
  ]

  /// Labels behind which a name follows.
  private static let names = ["变更前姓名", "原姓名", "曾用名", "现姓名"]
  private static let formerNames = Set(names.map(scalars))

  private static let wordsByStart: [Unicode.Scalar: [[Unicode.Scalar]]] = {
    let declared = declarants.flatMap { who in declaring.flatMap { ["\(who)\($0)", "其\(who)\($0)", "由其\(who)\($0)"] } }
    let somewhere = places.flatMap { place in deaths.flatMap { ["在\(place)\($0)", "于\(place)\($0)"] } }
    let all = Set(deaths + declared + somewhere + others + names).map(scalars)
    return Dictionary(grouping: all) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
  }()

  private static let nothing = Set("-—–/~·*".unicodeScalars)

  /// Punctuation, digits, the parts of a date, and the small words between others.
  private static let besides = Set("0123456789〇零一二三四五六七八九十年月日号时分已于因经由系的并,.、。;:()[]【】《》“”\"'-—–/~·#".unicodeScalars)

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || ",.、。;()".unicodeScalars.contains(scalar)
  }
  private static func scalars(_ word: String) -> [Unicode.Scalar] { Array(word.unicodeScalars) }

  /// As it stands on a keyboard, in small letters.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return narrow.properties.lowercaseMapping.unicodeScalars.first ?? narrow
  }
}
