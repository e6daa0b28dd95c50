import Casework

/// A heading that tells of the dead by name or number, as it is normalized: 死者姓名, 死亡参保人身份证号, 已故配偶.
struct OfTheDead {
  /// `name` or `identity`.
  let field: String
  /// Whom it tells of, without 姓名 or 身份证号.
  let person: String
  /// Whether it is a relative of whomever the row is about: 已故父亲, 死亡家属.
  let isKin: Bool

  /// `nil` for what tells anything else: 死亡日期, 死者家属姓名, 死亡登记人.
  init?(_ heading: String) {
    // Every heading of every list comes by here, most with none of these characters.
    guard heading.unicodeScalars.contains(where: Self.ofSigns.contains) else { return nil }
    let text = Self.withoutBrackets(heading)
    guard Self.signs.contains(where: text.contains) else { return nil }
    let number = Self.numbers.first(where: text.hasSuffix)
    let name = number == nil ? Self.names.first(where: text.hasSuffix) : nil
    let ending = number ?? name ?? ""
    let stem = text.dropLast(ending.count)
    guard let rest = Self.rest(of: Substring(stem)), !Self.doing.contains(where: rest.contains) else { return nil }
    // 死亡证件号 is that of a paper.
    let mayBeAlone = ending.contains("身份") || ending == "姓名"
    guard rest.isEmpty ? mayBeAlone : rest.count <= Self.longest else { return nil }
    if ending.isEmpty, !Self.endings.contains(where: rest.hasSuffix) { return nil }
    let kin = Self.kin.contains(where: rest.contains)
    if kin, Self.isFollowedByKin(rest) { return nil }
    field = number == nil ? "name" : "identity"
    person = String(stem)
    isKin = kin
  }

  /// What stands behind the sign of a death; `nil` where none tells of a person.
  private static func rest(of stem: Substring) -> Substring? {
    if stem.hasSuffix("被继承人") { return "人" }
    for sign in signs {
      guard let found = stem.firstRange(of: sign) else { continue }
      let before = stem[..<found.lowerBound]
      if negations.contains(where: before.contains) || isOfAnother(before) { return nil }
      // 事故 and 伤亡 tell of no death.
      if sign.count == 1, !["", "已"].contains(before) { continue }
      let rest = stem[found.upperBound...].drop { "的之".contains($0) }
      if rest.isEmpty || sign != "火化" || burned.contains(String(rest)) { return rest }
    }
    return nil
  }

  /// 死亡职工供养亲属 and 死者家属 are not dead.
  private static func isFollowedByKin(_ rest: Substring) -> Bool {
    people.contains { person in
      rest.firstRange(of: person).map { found in kin.contains(where: rest[found.upperBound...].contains) } ?? false
    }
  }

  /// 姓名(死者) and 死者(姓名) are 死者姓名.
  private static func withoutBrackets(_ heading: String) -> String {
    guard heading.hasSuffix(")"), let bracket = heading.lastIndex(of: "(") else { return heading }
    let inside = String(heading[bracket...].dropFirst().dropLast())
    let isField = names.contains(inside) || numbers.contains(inside)
    return isField ? heading[..<bracket] + inside : inside + heading[..<bracket]
  }

  private static let longest = 10
  /// The longer ones first.
  private static let signs = [
    "死亡", "亡故", "已故", "身故", "去世", "过世", "离世", "逝世", "病故", "病逝", "火化", "被继承", "死", "亡", "故", "逝", "殁",
  ]
  private static let ofSigns = Array(Set(signs.flatMap(\.unicodeScalars)))
  private static let negations = ["非", "未", "不", "没", "疑", "拟", "假"]
  private static let numbers = [
    "公民身份证号码", "居民身份证号码", "公民身份证号", "居民身份证号", "公民身份号码", "身份证件号码", "身份证号码", "身份证件号", "身份号码", "身份证号", "证件号码",
    "证件号", "身份证",
  ]
  private static let names = ["姓名", "名字"]
  /// How whom it tells of ends where nothing says that it is a name.
  private static let endings = people + kin
  private static let people = ["者", "人员", "人", "职工", "员工", "对象", "成员", "村民", "居民", "学生", "党员", "儿童", "军人", "干部"]
  private static let burned: Set<String> = ["者", "人员", "对象", "遗体"]
  /// What is done about a death by those who live, and what else a heading tells of it.
  private static let doing = [
    "登记", "申报", "报告", "上报", "经办", "办理", "开具", "证明", "审核", "审批", "核实", "核查", "填", "录入", "联系", "承办", "调查", "签发", "医师",
    "领取",
    "申请", "申领", "代办", "采集", "通知", "关系", "见证", "确认", "操作", "日期", "时间", "原因", "地点", "家庭住址", "受益", "继承人",
  ]
}

extension OfTheDead {
  /// How the person of a row is related to the dead: 与死者关系, 关系.
  static func isRelation(_ heading: String) -> Bool {
    heading.contains("关系") && !["户主", "申报", "申请", "经办", "监护"].contains(where: heading.contains)
  }

  /// Somebody else, of whom a relation may be told: 申报人, 联系人.
  static func isAnother(_ heading: String) -> Bool { others.contains(where: heading.contains) && !isRelation(heading) }

  /// The dead themselves, in a column of relations.
  static func isSelf(_ relation: String) -> Bool { CellContent.isSelf(relation) || heads.contains(relation) }

  /// Whether words name somebody beside the person of the row: 配偶, 申报人, 户主.
  static func isOfAnother(_ words: Substring) -> Bool {
    !words.hasSuffix("电子") && (others + kin + ["户主"]).contains(where: words.hasSuffix)
  }

  /// Whether a heading dates or describes the death of somebody beside the person of the row: 配偶死亡日期.
  static func isDeathOfAnother(_ heading: String) -> Bool {
    let text = withoutBrackets(heading)
    return deaths.contains { sign in
      text.firstRange(of: sign).map { found in isOfAnother(text[..<found.lowerBound]) } ?? false
    }
  }

  /// Whether a column may hold the number of somebody beside the person of the row, as lists of households and of who
  /// declared have it; also a former number.
  static func mayNumberAnother(_ heading: String) -> Bool {
    let isPerhapsDead = perhapsDead.contains(where: heading.contains) && !families.contains(where: heading.contains)
    return !isPerhapsDead && (others + kin + beside).contains(where: heading.contains)
  }

  /// Whether a column names somebody who may be the dead where nothing says so: 病人, 供养人姓名, 家庭成员.
  static func mayNameTheDead(_ heading: String) -> Bool {
    guard perhapsDead.contains(where: heading.contains), !families.contains(where: heading.contains) else {
      return false
    }
    if names.contains(where: heading.hasSuffix) { return true }
    return !benefits.contains(where: heading.contains) && ["人", "者", "供养对象", "成员"].contains(where: heading.hasSuffix)
  }

  private static let perhapsDead = ["病人", "患者", "伤者", "老人", "参保人", "供养", "家庭成员", "对象", "被", "残疾人", "当事人"] + benefits
  private static let benefits = ["五保", "特困", "低保", "残疾人", "对象"]
  private static let families = ["亲属", "家属", "遗属"]

  private static let deaths = ["死亡", "亡故", "去世", "过世", "离世", "逝世", "病故", "身故"]
  private static let others = [
    "联系人", "家属", "亲属", "申报人", "经办人", "代办人", "报告人", "办理人", "申请人", "领取人", "承办人", "监护人",
  ]
  private static let kin = [
    "家属", "亲属", "配偶", "父亲", "母亲", "双亲", "父", "母", "夫", "妻", "子", "女", "儿", "兄", "弟", "姐", "妹", "祖", "孙", "爱人", "老伴",
    "亲人", "家人", "家庭成员", "遗属",
  ]
  private static let beside = [
    "抚养", "扶养", "赡养", "领", "申", "报", "办", "代理", "委托", "受托", "继承", "受益", "收款", "开户", "银行", "账", "卡", "原", "旧", "曾",
    "变更", "民警", "审", "录入", "操作", "证明", "见证", "负责", "护理", "联系", "户",
  ]
  private static let heads: Set<String> = ["户主", "户主本人"]
}
