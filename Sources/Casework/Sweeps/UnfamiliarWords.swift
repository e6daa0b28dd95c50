/// What may stand beside a reported death in a column of which nobody knows what it is for (domain: 5.1).
///
/// 停保原因 参军, 人员类别 家属, 事项 丧偶: nobody can list all that such a column says of somebody who lives. A row with words
/// that are not known to be harmless is read by a person, until somebody says that the column has nothing to do with it.
public struct UnfamiliarWords: Hashable, Sendable {
  /// Whether the column tells why something was done, so that 退休 is the reason and not what somebody was.
  private let isReason: Bool

  /// Returns `nil` where the heading tells what its words are about, and that is nothing of who has died.
  public init?(under heading: String, _ content: CellContent) {
    let bare = String(heading.unicodeScalars.filter { !$0.isBlank && $0 != "*" }).lowercased()
    isReason =
      content == .reported || content == .standing || Self.reasons.contains(where: bare.contains)
      || Self.injuries.contains(where: bare.contains)
    switch content {
    case .reported: break
    case .standing:
      if !Self.benefits.contains(where: bare.contains) || !Self.states.contains(where: bare.hasSuffix) { return nil }
    case .free:
      if bare.isEmpty || Self.matters.contains(where: bare.contains) { return nil }
    case .words:
      if Self.injuries.contains(where: bare.contains) { return }
      if !Self.kinds.contains(where: bare.hasSuffix) || Self.knownKinds.contains(where: bare.contains) { return nil }
    default: return nil
    }
  }

  /// Whether a cell is known to be harmless: nothing at all, a number, a day, a place, how somebody died, what somebody was.
  public func knows(_ value: String) -> Bool {
    let bare = String(value.unicodeScalars.filter { !$0.isBlank })
    if bare.isEmpty || CellContent.isBlank(bare) { return true }
    // A month and a day alone cannot be compared with the death.
    if bare.contains("月"), !bare.contains("年") { return false }
    if !bare.unicodeScalars.contains(where: \.isHan) || HarmlessRemark.isAll(of: value) || Living.isEnd(bare) {
      return true
    }
    if Self.ends.contains(bare) { return true }
    return isReason ? false : Self.standings.contains(bare) || HarmlessText.isOfPlaces(bare)
  }

  private static let reasons = ["原因", "事由", "事项", "理由", "缘由", "起因", "情形"]
  private static let injuries = ["受伤", "伤情", "伤势"]
  /// What goes on as long as somebody lives: 参保状态, 缴费情况.
  private static let benefits = ["参保", "医保", "社保", "养老", "低保", "五保", "特困", "缴费", "待遇", "保险"]
  private static let states = ["状态", "状况", "情况"]
  private static let kinds = ["类别", "原因", "来源", "事由"]
  private static let knownKinds = ["死", "亡", "病", "伤", "残", "户", "证件", "数据", "信息"]

  /// What is no business of whether and of whom something is reported.
  private static let matters = [
    "血型", "身高", "宗教", "信仰", "炉", "骨灰", "墓", "穴", "车", "费", "金额", "余额", "款", "票据", "银行", "开户", "邮箱", "职称", "职务", "职级",
    "学位", "专业", "工龄", "档次", "年限", "学校", "服务处所", "民警", "网格", "片区", "录入员", "操作员", "登记员", "核查员", "医师", "医生", "诊断", "疾病",
    "病因", "密级", "页", "存放", "安葬", "火化", "殡仪", "遗体", "棺", "寿衣", "仪式", "兵役", "户型", "口音", "英文", "拼音",
  ]

  /// How what somebody had ended by a death.
  private static let ends: Set<String> = [
    "死亡停保", "死亡减员", "死亡退保", "死亡清算", "死亡停发", "在职死亡", "退休死亡", "退休人员死亡", "参保人员死亡", "参保人死亡", "人员死亡", "个人死亡", "因病死亡",
    "因病或非因工死亡", "因病或非因公死亡", "非因工死亡", "非因公死亡", "因工死亡", "因公死亡", "意外死亡", "正常死亡", "自然死亡", "老死", "老死家中", "死亡人员", "死者",
    "死亡原因停保", "死亡终止参保", "终止参保死亡", "死亡终止", "死亡核减", "减员", "减少", "人员减少", "人员减员", "停保减员", "当场死亡", "死亡登记", "死亡申报", "死亡办理",
    "暂停参保", "终止参保",
    "停止参保", "暂停缴费", "停止缴费", "终止缴费", "未缴费", "死亡退出", "死亡核销", "停保死亡",
  ]

  /// What somebody was, which says nothing of whether somebody is.
  private static let standings: Set<String> = [
    "农村居民", "城镇居民", "城乡居民", "城市居民", "一般居民", "普通居民", "居民", "农民", "村民", "市民", "农业", "非农业", "非农", "农业户口", "非农业户口", "家庭户",
    "集体户",
    "农村", "城镇", "城市", "退休", "退休人员", "在职", "在职人员", "职工", "在职职工", "退休职工", "退休干部", "退休工人", "退休教师", "灵活就业", "灵活就业人员", "离休",
    "离休干部",
    "离休人员", "离退休", "离退休人员", "无业", "无业人员", "务农", "个体", "个体户", "干部", "工人", "教师", "公务员", "学生", "儿童", "老人", "老年人", "高龄老人",
    "残疾人", "重度残疾人", "持证残疾人", "一般户", "普通户", "低保", "低保户", "低保对象", "低保人员", "五保", "五保户", "五保老人", "五保对象", "特困", "特困户",
    "特困人员",
    "特困供养", "特困供养人员", "低收入", "低收入户", "边缘户", "低保边缘", "监测户", "脱贫户", "脱贫人口", "贫困户", "建档立卡户", "建档立卡", "普通人员", "一般人员",
    "独生子女户", "计生户",
    "常住", "常住人口", "户籍人口", "流动人口", "本地", "外地", "本村", "本县", "本镇", "本地人口", "成年人", "未成年人", "男", "女", "男性", "女性", "已婚", "未婚",
    "离异",
    "离婚", "再婚", "初婚", "小学", "初中", "高中", "中专", "大专", "本科", "大学", "文盲", "半文盲", "研究生", "硕士", "博士", "群众", "党员", "中共党员",
    "团员",
    "共青团员", "城乡居民医保", "居民医保", "职工医保", "城乡居民养老", "城乡居保", "职工养老", "企业职工", "机关事业单位", "机关事业", "企业", "汉", "汉族", "侗", "侗族",
    "苗", "苗族",
    "土家族", "瑶族", "回族", "壮族", "满族",
  ]
}

/// A column of which nobody knows what it is for, and what it says that is not known to be harmless beside a death.
public struct UnfamiliarColumn: Hashable, Sendable {
  public let heading: String
  /// How many rows have such words.
  public private(set) var rows = 0
  private var counts: [String: Int] = [:]

  public init(heading: String) { self.heading = heading }

  public mutating func add(_ value: String) {
    rows += 1
    let text = String(value.prefix(Self.longest))
    if counts[text] != nil || counts.count < Self.mostKept { counts[text, default: 0] += 1 }
  }

  /// Takes in what a column of the same heading says on another sheet.
  public mutating func add(_ other: UnfamiliarColumn) {
    rows += other.rows
    for (text, count) in other.counts where counts[text] != nil || counts.count < Self.mostKept {
      counts[text, default: 0] += count
    }
  }

  /// The words with how many rows have them, the most frequent first.
  public var wordings: [(text: String, rows: Int)] {
    counts.map { (text: $0.key, rows: $0.value) }.sorted { ($1.rows, $0.text) < ($0.rows, $1.text) }
  }

  /// How an import's event keeps it, in one line.
  public var kept: String {
    ([String(rows), heading] + wordings.prefix(Self.mostShown).flatMap { [$0.text, String($0.rows)] })
      .map { $0.printable().replacing("\t", with: " ") }.joined(separator: "\t")
  }

  public init?(kept: Substring) {
    let parts = kept.split(separator: "\t" as Character, omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, let rows = Int(parts[0]) else { return nil }
    (heading, self.rows) = (parts[1], rows)
    for place in stride(from: 2, to: parts.count - 1, by: 2) { counts[parts[place]] = Int(parts[place + 1]) }
  }

  /// What it says, for whoever imports the list.
  public var words: Phrase {
    let all = wordings
    let shown = all.prefix(Self.mostShown)
    let rest = rows - shown.map(\.rows).reduce(0, +)
    let column = heading.printable()
    let some = shown.map { ($0.text.printable(), $0.rows) }
    return Phrase(
      "列「\(column)」的话不认识，\(rows) 行逐行核对："
        + some.map { "\($0.0) \($0.1) 行" }.joined(separator: "、") + (rest > 0 ? "，另 \(rest) 行" : ""),
      "“\(column)” has words that are not known, \(rows.counted("row")) asked one by one: "
        + some.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + (rest > 0 ? ", \(rest) more" : ""))
  }

  private static let (longest, mostKept, mostShown) = (40, 200, 8)
}
