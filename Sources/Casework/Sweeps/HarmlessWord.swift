/// The words of harmless texts, and what may stand before each.
enum HarmlessWord: Hashable {
  /// Divides what stands before and behind it.
  case mark
  /// Of when or of whose: 2026年, 第, 本季度, 附件, 关于, 报送.
  case free
  /// Whoever it is about: 人员.
  case people
  /// 死亡, 迁出; 变更; 注销, which may follow each of these.
  case event, change, ending
  case list
  /// 的函, behind what a letter brings.
  case letter
  /// 制表人, behind which a name stands.
  case label
  case total, amongThem
  /// A sentence of its own.
  case sentence
  /// 如有错误, and whom to tell.
  case asking, asked

  /// What the word leads to; `nil` where it may not stand there.
  func state(behind state: HarmlessText.State) -> HarmlessText.State? {
    if state == .asking { return self == .mark || self == .asked || self == .free ? .asking : nil }
    switch self {
    case .mark: return state == .label || state == .total ? state : .mark
    case .free: return state == .total ? .total : state == .event || state == .change ? nil : .free
    case .people:
      switch state {
      case .mark, .free, .people: return .people
      case .event, .change, .ending, .total: return .peopleOf
      default: return nil
      }
    case .event: return [.mark, .free, .people, .event, .total].contains(state) ? .event : nil
    case .change: return [.mark, .free, .people].contains(state) ? .change : nil
    case .ending: return [.mark, .free, .people, .peopleOf, .event].contains(state) ? .ending : nil
    case .list: return [.label, .name, .total].contains(state) ? nil : .list
    case .letter: return [.list, .peopleOf, .people, .ending].contains(state) ? .list : nil
    case .label: return .label
    case .total: return .total
    case .amongThem: return .total
    case .sentence: return state == .mark || state == .label ? .list : nil
    case .asking: return state == .mark ? .asking : nil
    case .asked: return nil
    }
  }

  /// Units of people, and of what else is counted.
  static let counted = Set("人名例条行位笔个".unicodeScalars)
  static let otherUnits = Set("户页份张项批年月日号季".unicodeScalars)

  static let byStart: [Unicode.Scalar: [(scalars: [Unicode.Scalar], word: HarmlessWord)]] = {
    let all = words.flatMap { word, texts in texts.map { (Array($0.unicodeScalars), word) } }
    return Dictionary(grouping: all) { $0.0[0] }.mapValues { found in found.sorted { $0.0.count > $1.0.count } }
  }()

  private static let words: [(HarmlessWord, [String])] = [
    (.mark, Array(",.、。;:()[]{}【】《》〈〉〔〕「」『』“”\"'-—–_/~·+&|和及与").map(String.init) + ["以及"]),
    (
      .free,
      [
        "年", "月", "日", "号", "季度", "季", "年度", "月份", "上半年", "下半年", "全年", "上旬", "中旬", "下旬", "第", "份", "批", "批次", "期", "页",
        "至", "到",
        "截至", "截止", "起", "止", "时", "分", "秒", "上午", "下午", "元", "¥", "$", "本季度", "本季", "本月", "本年", "本年度", "当月", "当季",
        "当年", "上季度", "上月",
        "本县", "本市", "本区", "全县", "全市", "全区", "全镇", "全乡", "全省", "我县", "我市", "我区", "辖区", "辖区内", "县域", "新增", "附件", "附表",
        "附",
        "注", "备注", "说明", "关于", "报送", "提供", "移交", "移送", "上报", "报", "印发", "送达", "抄送", "发送", "公安", "民政", "残联", "户政", "治安",
        "续表",
        "接上页", "转下页", "见下页", "来源", "数据来源", "打印", "导出", "查询", "信息系统", "人口信息系统", "全国人口信息系统", "page", "of", "q", "比对",
        "本表", "公安机关", "公安部", "提供的", "全国人口信息库", "返回", "反馈", "综合平台", "警务",
        "数据来源于", "来源于", "条件", "查询条件", "主送", "邮编", "地址", "表号", "批准", "出入境", "人口与出入境", "业务", "人口信息", "人口信息管理系统", "全国人口信息",
        "常住人口", "常住人口信息",
        "殡葬管理", "户口登记", "户籍管理", "人口管理",
      ]
    ),
    (.people, ["人员", "人口", "居民", "公民", "村民", "残疾人", "持证残疾人", "持证人", "残疾人证", "残疾证", "户口", "户籍", "者", "城乡居民", "老年人"]),
    (
      .event,
      [
        "死亡", "死者", "逝者", "亡者", "亡故", "去世", "病故", "身故", "已故", "已死亡", "已去世", "正常死亡", "非正常死亡", "火化", "殡葬", "遗体火化",
        "殡葬火化", "迁出", "迁往", "迁移", "户口迁移", "户籍迁移", "人口迁移", "户口迁出", "户籍迁出", "人口迁出", "市外迁出", "县外迁出", "迁往县外", "迁往市外",
        "县内移居", "县内迁移",
      ]
    ),
    (
      .change,
      [
        "变更", "变动", "姓名变更", "变更姓名", "身份号码变更", "公民身份号码变更", "身份证号码变更", "公民身份证号码变更", "户口变更", "户籍变更", "户口变动", "户籍变动",
        "信息变动",
        "人口变动", "人员变动", "信息变更", "主项变更", "户口项目变更",
      ]
    ),
    (.ending, ["注销", "户口注销", "户籍注销", "注销户口", "注销户籍", "销户", "核销", "注销登记", "已注销"]),
    (
      .list,
      [
        "名单", "名册", "花名册", "花名单", "明细", "明细表", "汇总", "汇总表", "登记", "登记表", "登记册", "登记簿", "统计", "统计表", "信息", "信息表", "基本信息",
        "清单",
        "清册", "台账", "台帐", "数据", "情况", "基本情况", "情况表", "一览表", "的名单", "的信息", "的情况", "列表", "报表", "月报", "月报表", "季报", "季报表",
        "年报", "表", "册", "表格", "sheet",
        "table", "list", "data", "export", "result", "query", "工作表", "结果", "查询结果", "比对结果", "police",
      ]
    ),
    (.letter, ["的函", "的复函", "的通知", "的通报", "的报告"]),
    (
      .label,
      [
        "制表", "制表人", "填表", "填表人", "填报", "填报人", "审核", "审核人", "复核", "复核人", "审批人", "审批", "负责人", "单位负责人", "部门负责人", "经办",
        "经办人", "联系人", "联系电话", "电话",
        "联系方式", "手机", "单位", "填报单位", "制表单位", "编制单位", "报送单位", "来文单位", "单位名称", "报送人", "打印人", "导出人", "日期", "制表日期", "填表日期",
        "填报日期", "报送日期", "打印日期", "导出日期", "时间", "填表时间", "填报时间", "制表时间", "打印时间", "导出时间", "统计时间", "盖章", "公章", "签章", "签字",
        "签名", "操作员", "查询人", "统计时段", "单位:人", "单位:例", "单位:名", "单位:条", "单位:户", "单位:人次", "科长", "所长", "局长", "主任", "分管领导",
        "领导", "密级", "编号", "文号",
      ]
    ),
    (
      .total,
      [
        "以上共计", "以上合计", "以上总计", "以上共", "合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "总数", "总人数", "人数", "共", "共有", "总",
        "合",
      ]
    ),
    (
      .amongThem,
      [
        "其中", "男", "女",
      ]
    ),
    (
      .sentence,
      [
        "内部", "内部资料", "秘密", "机密", "注意保密", "请注意保密", "请妥善保管", "严禁外传", "不得外传", "请勿外传", "此页无正文", "以下空白", "以下无正文", "完",
        "核对无误",
        "以上名单核对无误", "以上信息核对无误", "经核对无误", "情况属实", "以上情况属实", "以上信息属实", "特此函告", "特此函达", "特此通报", "此致", "请查收", "排名不分先后",
        "此表一式两份", "已审核", "已核对", "以上信息真实准确", "秘密★一年", "仅限内部使用", "内部使用",
        "请注意保护公民个人信息", "请注意保护个人信息", "此件不公开", "此件公开", "按死亡日期排序", "本表一式两份", "本表一式三份", "本表一式二份", "一式两份", "一式三份", "具体名单如下",
        "名单如下", "现将名单报送如下", "gender", "name",
      ]
    ),
    (.asking, ["如有错误", "如有误", "若有错误", "若有误", "如有疑问", "若有疑问", "如有问题", "如有出入", "如有遗漏", "有误请", "有疑问请"]),
    (
      .asked,
      [
        "请", "及时", "与", "向", "和", "来电", "致电", "我局", "我所", "我单位", "本单位", "我科", "我大队", "我们", "联系", "反馈", "指正", "告知", "报告",
        "更正", "电话", "以便",
        "为盼", "谢谢", "来函", "说明",
      ]
    ),
  ]

  /// As 黔城镇, 公安局, 第三组 end.
  static let placeEndings: [Unicode.Scalar: [[Unicode.Scalar]]] = {
    let endings = [
      "省", "自治区", "市", "州", "自治州", "盟", "地区", "县", "自治县", "区", "旗", "乡", "民族乡", "镇", "街道", "街道办", "街道办事处", "办事处", "村",
      "村委会", "村民委员会", "社区",
      "居委会", "居民委员会", "组", "管委会", "农场", "林场", "公安局", "分局", "公安分局", "派出所", "所", "局", "厅", "委", "委员会", "科", "股", "室",
      "办公室", "大队",
      "中队", "支队", "总队", "中心", "联合会", "残联", "医院", "殡仪馆", "管理所", "管理处", "法院", "政府", "窗口",
    ].map { Array($0.unicodeScalars) }
    return Dictionary(grouping: endings) { $0[0] }.mapValues { found in found.sorted { $0.count > $1.count } }
  }()

  /// Whether the name of a place or an office can stand before its ending, and not what tells of people.
  static func isName(_ name: ArraySlice<Unicode.Scalar>, ending: [Unicode.Scalar], whole: ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    if name.isEmpty { return ending.count > 1 }
    let isTelling = name.contains(where: notInPlaces.contains) || telling.contains { holds(name, $0) }
    if !isTelling { return ending.count > 1 || name.count <= 5 }
    return !Districts.codes(named: String(String.UnicodeScalarView(whole))).isEmpty
  }

  private static func holds(_ name: ArraySlice<Unicode.Scalar>, _ word: [Unicode.Scalar]) -> Bool {
    name.indices.contains { name[$0...].starts(with: word) }
  }

  /// Whether it is a family name with one or two characters behind it, or a name in parts as minorities have it.
  static func isName(ofPerson name: ArraySlice<Unicode.Scalar>) -> Bool {
    if name.contains("·") { return name.first != "·" && name.last != "·" }
    let isDouble = name.count > 2 && doubleSurnames.contains(String(String.UnicodeScalarView(name.prefix(2))))
    return isDouble ? name.count <= 4 : name.count <= 3 && name.first.map(surnames.contains) ?? false
  }

  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任\
    沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴\
    莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童\
    凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦\
    麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明\
    佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储芮银禹晋沐粟蹇印补
    """.unicodeScalars)
  private static let doubleSurnames: Set<String> = [
    "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "端木", "宇文", "长孙",
  ]

  /// What nobody is called; whoever is so all the same is asked about once.
  static let notInNames = Set("在还活健误错暂缓停止拒驳作废延仍尚不未没无非否待疑查核实有勿撤销消退回改已死亡故病注报系属等的是".unicodeScalars)
  private static let notInPlaces = Set(
    """
    非不未没误错除待疑撤死亡故活遗属亲孤寡丧存恢销消退更暂缓勿免查否废拟草样试测补仅供参领取申请受益赔慰\
    救助者员因为由于系已该某其他它另应将的是在仍尚曾经被報外
    """.unicodeScalars)
  private static let telling = [
    "家人", "家里", "以下", "以上", "上述", "下列", "上列", "健在", "生前", "父母", "子女", "配偶", "丈夫", "妻子", "对象", "监护", "核实", "人员", "复活",
    "复查", "无此",
    "无人",
  ].map { Array($0.unicodeScalars) }
}
