/// What people write beside a report that takes it back, doubts it, or makes it one about somebody else: 误报，人健在.
///
/// A row too many asked about costs a minute, one too few a living person's certificate.
public enum Denial {
  /// Whether a remark speaks against what its row reports; beside a death it may say nothing that is not known to be harmless.
  public static func isTold(in note: String, of kind: PoliceRecordKind) -> Bool {
    if note.isEmpty { return false }
    return isTold(in: note) || kind == .death && !HarmlessRemark.isAll(of: note)
  }

  /// Whether a remark has words that take a report back, whatever it reports.
  ///
  /// - Parameter isNoKin: whether what sounds like the death of a relative counts for nothing.
  public static func isTold(in note: String, butOfKin isNoKin: Bool = false) -> Bool {
    // Most remarks have none of the characters with which these words begin.
    guard note.unicodeScalars.contains(where: isSuspicious) else { return false }
    let bare = withoutTreatments(String(note.unicodeScalars.filter { !$0.isBlank && $0 != ":" && $0 != "：" }))
    return Remark.holds(anyOf: words, in: bare) || bareWords.contains(bare) || tellsAMistake(bare)
      || !isNoKin && isOfKin(bare)
  }

  /// Without what was of no avail before a death: 抢救无效 is no report that is 无效.
  private static func withoutTreatments(_ bare: String) -> String {
    guard bare.contains("无效") else { return bare }
    return treatments.reduce(bare) { $0.split(separator: $1).joined(separator: " ") }
  }

  private static let treatments = ["抢救无效", "医治无效", "救治无效", "治疗无效"]

  /// Whether the name of a file or a sheet, or a title, says that its rows are taken back: 误报死亡更正名单.
  public static func isTold(inTitle title: String) -> Bool {
    let bare = withoutAsking(title)
    return Remark.holds(anyOf: titleWords, in: bare) || tellsAMistake(bare)
  }

  /// Whether what is written below a list takes rows back.
  public static func isTold(inFootnote text: String) -> Bool {
    text.isEmpty ? false : isTold(inTitle: text) || isTold(in: withoutAsking(text))
  }

  /// A title without what only asks to be told of mistakes.
  private static func withoutAsking(_ title: String) -> String {
    var bare = String(title.unicodeScalars.filter { !$0.isBlank })
    for asking in askingForMistakes { bare = bare.split(separator: asking).joined(separator: " ") }
    return bare
  }

  /// The same of a cell under a heading that nobody has given a meaning: 撤销标志 1, 是否死亡 否, 核实情况 健在.
  public static func isTold(by value: String, under heading: String) -> Bool {
    let value = String(value.unicodeScalars.filter { !$0.isBlank })
    if value.isEmpty { return false }
    let isNo = noes.contains(value.lowercased())
    let isTakenBack = isTold(inHeading: heading)
    if heading.contains("是否") || heading.contains("确认") || heading.contains("死亡") || heading.contains("有效") {
      if isNo, !isTakenBack { return true }
    }
    return isNo ? false : isTakenBack || isTold(in: value)
  }

  /// Whether a heading asks for what takes rows back or out of the list: 撤销日期, 删除标志, del_flag.
  public static func isTold(inHeading heading: String) -> Bool {
    let bare = heading.lowercased()
    return isTold(in: bare) || takingOut.contains(where: bare.contains)
  }

  private static let noes: Set<String> = [
    "否", "无", "0", "0.0", "n", "no", "f", "false", "-", "/", "×", "未删除", "未撤销", "未误报", "非误报",
  ]
  private static let takingOut = ["删除", "剔除", "移除", "del_flag", "delflag", "delete", "is_del", "isdel"]

  /// What denies only where it is all that is said: a misspelt name is 更正 too.
  private static let bareWords: Set<String> = ["更正", "已更正", "收回", "已收回"]

  /// A title that only asks to be told of mistakes.
  private static let askingForMistakes = ["如有错误", "如有误", "若有误", "如有疑问", "有误请"]
  private static let titleWords = [
    "更正", "撤销", "撤消", "撤銷", "撤回", "收回", "恢复", "恢復", "作废", "健在", "在世", "未死", "未亡", "没死", "错报", "错登", "错录", "错销", "错误",
    "不实",
    "存疑", "疑似", "待核", "待查", "未核实", "重新落户", "取消死亡", "取消注销", "取消登记",
  ]

  private static let words = [
    "健在", "在世", "人世", "活着", "存活", "尚存", "没死", "未死", "未亡", "没有死", "非死亡", "不是死", "未故", "未迁", "没迁", "不迁", "迁回", "回迁",
    "错报", "错登", "错录", "错销", "报错", "登错", "录错", "弄错", "搞错", "系统错", "张冠李戴", "不实", "不属实", "不符", "不准确",
    "作废", "无效", "撤回", "撤销", "撤消", "已撤", "取消", "恢复", "勿注销", "不注销", "不要注销", "不予注销", "暂缓", "暂不", "待核", "待查",
    "核查中", "未核实", "存疑", "疑似", "有疑", "仍在", "领取养老金", "领取待遇", "住院", "失联", "失踪", "下落不明", "系申报人", "是申报人",
    "申报人本人", "非本人", "不是本人", "同名", "重名", "应为", "應為", "实为", "實為", "系迁出", "係遷出", "系转", "撤銷", "恢復", "錯報", "錯登", "無效",
    "不實", "不屬實", "作廢", "遷回", "收回死亡", "收回注销", "收回登记", "予以收回", "重新落户", "复活",
    "尚在", "还在", "本人在", "好转", "治愈", "痊愈", "未遂", "抢救成功", "脱险", "脱离危险", "转危为安", "生还", "获救", "救活", "幸存", "康复出院",
  ]

  /// 误 in any word but 无误, which says that all is well.
  private static func tellsAMistake(_ note: String) -> Bool {
    var before: Unicode.Scalar?
    for scalar in note.unicodeScalars {
      if scalar == "误" || scalar == "誤", before != "无", before != "無" { return true }
      before = scalar
    }
    return false
  }

  private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool { beginnings.contains(scalar) }

  /// Few enough to be gone through, which is quicker than to digest each character of each remark.
  static let beginnings = Array(
    Set(words.compactMap(\.unicodeScalars.first)).union("误誤更已收".unicodeScalars).union(ofKin))
}
