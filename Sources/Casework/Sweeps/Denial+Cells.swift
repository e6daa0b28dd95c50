extension Denial {
  /// Whether a cell under a heading that stands for no field speaks against what its row reports; beside a death one without
  /// a heading, or about how the report stands, may say nothing that is not known to be harmless: 办理结果 退回.
  public static func isTold(by value: String, under heading: String, of kind: PoliceRecordKind) -> Bool {
    if kind == .death, CellContent(under: heading) == .living {
      return Living.isDoubted(String(value.unicodeScalars.filter { !$0.isBlank })) || isTold(in: value)
    }
    if isOfSomethingElse(heading) { return isTold(in: value) }
    if isTold(by: value, under: heading) { return true }
    guard kind == .death else { return false }
    let bare = String(value.unicodeScalars.filter { !$0.isBlank })
    // 撤销标志 否 has been seen through above.
    if bare.isEmpty || isTold(inHeading: heading) { return false }
    if heading.isEmpty { return !settled.contains(bare) && !HarmlessRemark.isAll(of: bare) }
    switch CellContent(under: heading) {
    case .standing where heading.contains("状态") && Living.isEnd(bare) && bare != "否": return false
    case .standing: return !isSettled(bare, under: heading) || Living.isTold(by: bare, underState: heading)
    case .free: return isBare(bare) || negates(bare)
    case let content?: return content.isDoubted(by: value, under: heading, of: kind)
    case nil: return false
    }
  }

  /// Whether a heading asks for what says nothing of a death: 是否低保 否, 兵役状况 未服兵役.
  private static func isOfSomethingElse(_ heading: String) -> Bool {
    somethingElse.contains(where: heading.contains) && !isTold(inHeading: heading)
  }

  private static let somethingElse = [
    "低保", "五保", "特困", "残疾", "火化", "火葬", "土葬", "党员", "军人", "兵役", "退役", "独生", "贫困", "脱贫", "从业", "就业", "医保", "参保", "养老保险",
  ]

  /// Whether words tell that a report stands; a code tells it of a mark alone: 是否注销 1, but not 状态 1.
  private static func isSettled(_ bare: String, under heading: String) -> Bool {
    if settled.contains(bare) { return true }
    if heading.contains("有效"), bare == "有效" { return true }
    if heading.contains("操作"), additions.contains(bare.lowercased()) { return true }
    if bare == "1" || bare == "1.0" { return marks.contains(where: heading.contains) }
    // What repeats the line above says what that says.
    if CellContent.dittos.contains(bare) { return false }
    if CellContent.blanks.contains(bare.lowercased()) { return true }
    let isCode = bare.utf8.count < 6 && bare.utf8.allSatisfy { $0 < 0x80 && !(97...122).contains($0 | 32) }
    return !isCode && HarmlessRemark.isAll(of: bare)
  }

  private static let additions: Set<String> = ["新增", "添加", "增加", "add", "insert"]
  private static let marks = ["是否", "标志", "标识", "标记"]
  private static let settled: Set<String> = [
    "正常", "办结", "已办结", "已办", "已办理", "办理完毕", "完成", "已完成", "成功", "通过", "已通过", "审核通过", "已审核", "已审批", "已处理", "同意", "已同意",
    "是", "√", "Y", "y", "yes", "有", "无", "确认", "已确认", "确认死亡", "一致", "比对一致", "相符", "已比对", "已核对", "已核查", "已复核", "已注销",
    "已销户",
    "已死亡", "予以注销", "同意注销", "已登记",
  ]

  /// What speaks against a report where a cell says nothing else.
  static func isBare(_ bare: String) -> Bool { alone.contains(bare.lowercased()) }

  private static let alone: Set<String> = [
    "否", "不", "不是", "不同意", "不销", "撤", "删", "删除", "剔除", "移除", "误", "错", "疑", "未", "没", "非", "勿", "停", "缓", "暂", "待",
    "待定", "待核",
    "活", "活的", "在", "存", "健", "健康", "建在", "生存", "人在", "在家", "在住", "保留", "退回", "驳回", "有误", "存疑", "查无此人", "无此人",
    "出院", "正常出院", "转院", "康复", "回家", "务工", "打工", "服刑", "外出", "植物人", "修改", "变更", "转入", "迁入",
    "×", "x", "✗", "✘", "╳", "n", "no", "?", "？", "alive", "false", "error",
  ]

  /// Whether words under an unknown heading have something that negates, once what is known to be harmless is taken out.
  private static func negates(_ bare: String) -> Bool {
    guard bare.unicodeScalars.contains(where: negating.contains) else { return false }
    var rest = bare
    for word in harmless where rest.contains(word) { rest = rest.split(separator: word).joined(separator: " ") }
    return rest.unicodeScalars.contains(where: negating.contains)
  }

  private static let negating = Set("不未否勿撤删误誤疑待缓停活非没沒错錯退驳假暂？?".unicodeScalars)
  /// The longer ones first.
  private static let harmless = [
    "非正常死亡", "非建档立卡", "非农业", "非贫困", "非低保", "非五保", "非正常", "非农", "未说明", "未登记", "未成年", "未定级", "未脱贫", "未纳入", "未参保", "未缴费",
    "未享受", "未上学", "未入学", "未就业", "未婚", "未知", "未填", "未评", "不识字", "不动产", "不详", "不明", "不便", "待遇", "待业", "招待", "生活", "活动",
    "停发",
    "停保", "停尸", "停机", "无误", "退休", "退役", "退伍", "退耕", "没有", "非遗",
  ].sorted { $0.count > $1.count }

  /// The characters that may begin something that speaks against a report, in a cell of `content`: a cell without any says
  /// nothing against it.
  public static func beginnings(in content: CellContent) -> [Unicode.Scalar] {
    let told = beginnings + "?？×".unicodeScalars + aloneBeginnings
    return content == .free ? told + negating : content == .address ? told + CellContent.ofWhereabouts : told
  }

  private static let aloneBeginnings = Set(alone.compactMap(\.unicodeScalars.first).filter { !$0.isASCII })
}
