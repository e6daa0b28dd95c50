/// What the cells of a column may say, as its heading tells: what does not fit there is a doubt (domain: 5.1).
///
/// A row too many asked about costs a minute, one too few a living person's certificate.
public enum CellContent: Hashable, Sendable {
  /// The place in the list.
  case serial
  /// The number of a paper, a household, a telephone.
  case code
  case sex
  case age
  /// A day; `comesAfter` where it is one of a paper, or of what is done with the dead.
  case date(comesAfter: Bool)
  /// Names, places, units, how somebody was related or died.
  case words
  case address
  /// Who declared a death: never the dead.
  case declarant
  /// How the report stands: 核查结果, 是否注销.
  case standing
  /// What is reported, told once more: 变更类型.
  case reported
  /// What only the living do or have, 生存认证, 末次领取: an end, or a day that is compared with the death.
  case living
  /// Anything: the heading says nothing that is known.
  case free

  /// - Parameter field: the code of the field for which the column stands; empty where it stands for none.
  ///
  /// Returns `nil` where what stands there is compared anyway.
  public init?(under heading: String, ofField field: String = "") {
    switch field {
    case "identity", "name", "kind", "note", "old_identity", "new_identity", "new_name": return nil
    case "event_date": self = .date(comesAfter: Self.comesAfterDeath(heading))
    case "sex": self = .sex
    case "age": self = .age
    case "birth": self = .date(comesAfter: true)
    case "document", "declarant_identity": self = .code
    case "address": self = .address
    case "declarant": self = .declarant
    case "": self = Self.content(under: heading)
    default: self = .words
    }
  }

  private static func content(under heading: String) -> CellContent {
    let bare = String(heading.unicodeScalars.filter { !$0.isBlank && $0 != "*" }).lowercased()
    if bare.isEmpty { return .free }
    if serials.contains(bare) { return .serial }
    if ages.contains(bare) { return .age }
    // 撤销日期, 是否健在: the heading alone says it.
    if Denial.isTold(inHeading: bare) || marks.contains(where: bare.contains) { return .standing }
    if reports.contains(where: bare.hasPrefix), kinds.contains(where: bare.hasSuffix) { return .reported }
    if dates.contains(where: bare.hasSuffix), !validity.contains(where: bare.contains) {
      return .date(comesAfter: comesAfterDeath(bare))
    }
    if codes.contains(where: bare.hasSuffix) || validity.contains(where: bare.contains) { return .code }
    // Of whom it says in what relation somebody declared the death, not who lived with whom.
    if bare.contains("关系"), !bare.contains("户主") { return .declarant }
    if declarants.contains(where: bare.hasPrefix) && people.contains(where: bare.hasSuffix) || isOfActors(bare) {
      return .declarant
    }
    if addresses.contains(where: bare.hasSuffix) { return .address }
    if described.contains(bare) || people.contains(where: bare.hasSuffix) || places.contains(where: bare.hasSuffix) {
      return .words
    }
    if Living.isTold(in: bare) { return .living }
    return standings.contains(where: bare.contains) ? .standing : .free
  }

  /// Whether a day under this heading may come after the death.
  private static func comesAfterDeath(_ heading: String) -> Bool { after.contains(where: heading.contains) }

  /// Whether a heading names, by name or number, somebody who does something about the death of another: 骨灰领取人, 签字.
  public static func isOfActors(_ heading: String) -> Bool {
    let isActor = actors.contains(where: heading.contains) || heading.hasPrefix("领取人")
    return isActor && !besideActors.contains(where: heading.contains)
  }

  private static let actors = ["骨灰领取", "骨灰接收", "领灰", "遗体领取", "联系人", "委托人", "签字", "签名", "签收", "代领", "经手人"]
  private static let besideActors = [
    "电话", "手机", "方式", "关系", "地址", "住址", "单位", "日期", "时间", "审", "制表", "医", "民警", "负责", "领导", "银行", "账", "卡号",
  ]
  private static let addresses = ["地址", "住址", "居住地", "现住地"]
  private static let marks = ["是否有效", "有效标", "有效状态"]
  private static let reports = ["变更", "变动", "变化", "异动", "业务", "减员", "增减", "注销", "户籍变", "户口变"]
  private static let kinds = ["类型", "类别", "种类", "方式", "原因", "事由", "项目"]
  private static let serials: Set<String> = ["序号", "序", "序列", "序次", "顺序号", "行号", "no", "no."]
  private static let ages: Set<String> = ["年龄", "周岁", "虚岁"]
  private static let dates = ["日期", "时间", "年月日", "年月"]
  private static let validity = ["有效", "期限", "期满", "到期", "截止"]
  private static let codes = ["编号", "号", "号码", "电话", "手机", "账户", "代码", "编码", "邮编", "联系方式"]
  private static let people = ["人", "人员", "姓名", "名", "户主", "亲属", "家属", "关系"]
  private static let declarants = ["申报", "经办", "代办", "家属"]
  private static let places = [
    "单位", "机关", "部门", "机构", "公司", "局", "所", "院", "馆", "科", "地", "地点", "地址", "住址", "籍", "籍贯", "县", "区", "县区", "市", "省",
    "村", "组", "乡", "镇", "乡镇", "街道", "社区", "来源", "死因", "原因", "程度", "类别", "等级", "学历", "职业", "民族",
  ]
  private static let described: Set<String> = [
    "婚姻", "婚姻状况", "婚姻状态", "婚姻现状", "残疾现状", "遗体去向", "骨灰去向", "文化", "户别", "户口性质", "政治面貌", "就业状况", "残疾状况", "残疾情况",
  ]
  private static let standings = [
    "操作类", "操作方式", "状态", "状况", "结果", "情况", "标志", "标识", "标记", "核实", "核查", "复核", "审核", "审批", "审查", "核对", "比对", "认证", "意见",
    "结论", "备注",
    "说明", "处理", "办理", "是否", "确认", "甄别", "排查", "生存",
  ]
  /// What is done with the dead and with their papers.
  private static let after = [
    "出生", "死", "亡", "逝", "去世", "病故", "火化", "火葬", "安葬", "下葬", "殡", "丧", "骨灰", "接运", "入库", "注销", "销户", "申报", "登记", "签发",
    "出具", "开具", "填报", "填表", "制表", "办理", "办结", "受理", "录入", "录数", "上报", "报送", "报告", "审核", "审批", "复核", "核实", "核查", "核对",
    "比对", "打印", "操作", "修改",
    "导出", "统计", "更新", "变更", "变动", "确认", "公示", "批准", "备案", "归档", "送达", "收到", "停发", "终止", "证明", "有效", "注記",
  ]
}

extension CellContent {
  /// Whether a cell says what does not fit its column; of a report that is no death only what denies it counts.
  public func isDoubted(by value: String, under heading: String, of kind: PoliceRecordKind) -> Bool {
    let bare = String(value.unicodeScalars.filter { !$0.isBlank })
    if bare.isEmpty { return false }
    switch self {
    case .standing, .living, .free: return Denial.isTold(by: value, under: heading, of: kind)
    case .reported:
      if Denial.isTold(in: value) { return true }
      if kind != .death || Self.blanks.contains(bare.lowercased()) { return false }
      return Denial.isBare(bare) || !PoliceRecordKind.death.isDivided(by: bare)
    case .serial, .code, .sex, .age, .date, .words, .address, .declarant: break
    }
    // The number of a paper has a character of its office before that of its kind: 怀公死证字.
    if Denial.isTold(in: value, butOfKin: self == .code) { return true }
    if kind != .death || Self.blanks.contains(bare.lowercased()) { return false }
    if Denial.isBare(bare) { return true }
    switch self {
    case .serial: return !bare.unicodeScalars.allSatisfy { Self.isOfSerial($0) }
    case .code:
      return !bare.unicodeScalars.contains { $0.properties.numericType != nil } && !Self.noNumbers.contains(bare)
    case .sex: return Sex(chinese: bare) == nil && !Self.sexCodes.contains(bare.lowercased())
    case .age:
      return !bare.unicodeScalars.allSatisfy { Self.digits.contains($0) || "岁周虚.约个月天零".unicodeScalars.contains($0) }
    case .date: return !bare.unicodeScalars.allSatisfy { Self.digits.contains($0) || Self.ofDates.contains($0) }
    case .address:
      return Self.kin.contains(where: bare.hasSuffix) || bare.hasSuffix("?") || bare.hasSuffix("？")
        || Self.whereabouts.contains(where: bare.contains)
    case .declarant: return bare == "死者" || Self.isSelf(bare)
    case .words where CauseOfDeath.isTold(under: heading) && CauseOfDeath.isDoubted(bare): return true
    case .words: return bare.hasSuffix("?") || bare.hasSuffix("？")
    case .standing, .reported, .living, .free: return false
    }
  }

  /// Whether a relation to the dead says that it is the dead themselves.
  public static func isSelf(_ relation: String) -> Bool { selves.contains(relation) }

  private static let selves: Set<String> = ["本人", "自己", "死者本人", "逝者本人"]

  /// Whether a cell has nothing but what stands for nothing: 无, 不详, a dash.
  public static func isBlank(_ value: String) -> Bool {
    let bare = String(value.unicodeScalars.filter { !$0.isBlank })
    return bare.isEmpty || blanks.contains(bare.lowercased()) || noes.contains(bare.lowercased())
  }

  /// Whether a cell only marks its row, and names nobody: √, 是, 1.
  public static func isMark(_ value: String) -> Bool {
    let bare = value.unicodeScalars.filter { !$0.isBlank }
    return isBlank(value) || bare.count < 2 || bare.count < 4 && bare.allSatisfy(\.isASCII)
  }

  private static let noes: Set<String> = ["否", "没有", "0", "n", "no"]

  /// What stands for nothing.
  static let blanks = dittos.union([
    "无", "暂无", "空", "null", "none", "nil", "n/a", "na", "不详", "未知", "不明", "未填", "未登记", "未提供", "缺", "-", "--", "—", "——",
    "/", "\\",
  ])

  /// What stands for what the line above has.
  static let dittos: Set<String> = [".", "。", "、", "〃", "\"", "”", "“", "″", "''", "同上", "同前"]
  private static let noNumbers: Set<String> = ["有", "没有", "无电话", "空号", "停机", "关机", "未留", "未办", "已办", "见附件", "长期"]
  private static let sexCodes: Set<String> = ["0", "1", "2", "9", "m", "f", "1男", "2女", "未说明", "未说明的性别", "未知的性别"]
  private static let kin = ["父亲", "母亲", "之父", "之母", "之妻", "之夫", "之子", "之女", "的父母", "配偶", "家属"]
  /// Where somebody lives who is no more at the address.
  private static let whereabouts = [
    "现住", "务工", "打工", "人在", "已迁", "迁往", "迁至", "迁到", "外出", "看守所", "监狱", "服刑", "戒毒",
  ]
  /// The characters of which each of these has one.
  static let ofWhereabouts = Array("现务打在迁出守狱刑戒属".unicodeScalars)
  private static let digits = Set("0123456789０１２３４５６７８９".unicodeScalars)
  private static let ofDates = Set("-/.:：年月日号时分秒tTzZ+－／．。—–上下中午晚凌晨星期周一二三四五六()（）至'".unicodeScalars)

  private static func isOfSerial(_ scalar: Unicode.Scalar) -> Bool {
    digits.contains(scalar) || scalar.properties.numericType != nil
      || "十百千第号.、．,，-－()（）'＃#".unicodeScalars.contains(scalar)
  }
}
