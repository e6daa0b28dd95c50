/// Columns of what only the living do or have, or of what became of somebody: 生存认证, 低保, 末次领取, 转归, 去向 (domain: 5.1).
enum Living {
  /// Whether a heading asks for it, and not for an amount or a number.
  static func isTold(in heading: String) -> Bool {
    headings.contains(where: heading.contains) && !heading.contains("状态") && !amounts.contains(where: heading.contains)
  }

  /// Whether a cell there, without blanks, says anything but an end or a day.
  static func isDoubted(_ bare: String) -> Bool {
    if CellContent.blanks.contains(bare.lowercased()) || bare.isEmpty { return false }
    let rest = String(bare.unicodeScalars.filter { !ofDates.contains($0) })
    // A day or a month is compared with the death; 1 is none.
    if rest.isEmpty { return bare.utf8.count < 6 }
    return !ends.contains(rest) && !HarmlessRemark.isAll(of: rest) && !burials.contains(where: rest.contains)
  }

  /// Whether under the state of a person, of a household's register or of anything else that is no business of the office,
  /// a cell says what is said of the living: 人员状态 正常.
  static func isTold(by bare: String, underState heading: String) -> Bool {
    heading.contains("状态") && !businesses.contains(where: heading.contains) && states.contains(bare.lowercased())
  }

  /// Whether a cell says that somebody died, or that what they had ended.
  static func isEnd(_ bare: String) -> Bool { ends.contains(bare) }

  private static let headings = [
    "生存", "认证", "领取", "待遇", "养老", "低保", "发放", "就诊", "体检", "转归", "离院", "出院方式", "疗效", "预后", "现状", "近况", "去向",
  ]
  /// Where only the dead are taken.
  private static let burials = ["殡仪馆", "公墓", "墓地", "墓园", "陵园", "骨灰", "遗体", "火化场"]
  private static let amounts = ["金额", "标准", "月数", "元"]
  private static let businesses = ["办理", "业务", "处理", "审核", "审批", "复核", "核查", "核实", "记录", "数据", "流程", "注销", "登记", "比对"]
  private static let states: Set<String> = ["正常", "是", "√", "y", "yes", "有", "通过", "已通过", "成功"]

  private static let ends: Set<String> = {
    let bare = [
      "死亡", "死", "亡", "故", "病故", "病逝", "去世", "逝世", "过世", "离世", "身故", "亡故", "注销", "销户", "停发", "停", "停止", "停止发放", "停止领取",
      "停保",
      "终止", "退出", "截止", "暂停", "暂停发放", "死亡停发", "死亡注销", "死亡终止", "死亡退出", "因死亡停发", "因死亡终止",
    ]
    let never = ["否", "未通过", "未认证", "未领取", "未发放", "未领", "未享受", "不享受", "未参保", "没有", "未就诊", "未体检", "非低保"]
    return Set(bare + bare.map { "已" + $0 } + never)
  }()
  private static let ofDates = Set("0123456789０１２３４５６７８９年月日号-/.:：—–至,，()（）".unicodeScalars)
}
