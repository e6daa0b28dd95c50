import Casework
import Testing

@Suite struct CleaningNamesTests {
  @Test(arguments: [
    ("张伟", "张伟"), ("张　　伟", "张伟"), (" 张 伟 ", "张伟"), ("王莉倩　　", "王莉倩"), ("'张伟", "张伟"),
    ("张\u{200B}伟", "张伟"), ("李福⽣", "李福生"), ("⾼南和", "高南和"), ("⻢小⻰", "马小龙"), ("⺟", "母"),
    ("\u{F9F4}", "林"), ("吴\u{E863}", "吴䶮"), ("葛\u{E0100}", "葛"),
    ("吐尔逊・帕提古丽", "吐尔逊·帕提古丽"), ("吐尔逊•帕提古丽", "吐尔逊·帕提古丽"), ("吐尔逊‧帕提古丽", "吐尔逊·帕提古丽"),
    ("吐尔逊．帕提古丽", "吐尔逊·帕提古丽"), ("吐尔逊.帕提古丽", "吐尔逊·帕提古丽"), ("吐尔逊 · 帕提古丽", "吐尔逊·帕提古丽"),
    ("J. Smith", "J. Smith"), ("Ｊohn  Smith", "John Smith"), ("", ""),
  ])
  func twoWritingsOfANameComeOutTheSame(_ written: String, _ name: String) {
    let cleaned = Cleaning.name(written)

    #expect(Array(cleaned.text.unicodeScalars) == Array(name.unicodeScalars))
    #expect(cleaned.original == written)
    #expect(!cleaned.hasPrivateUse)
  }

  @Test func aCharacterNobodyElseKnowsStaysAndIsReported() {
    let cleaned = Cleaning.name("吴\u{E001}")

    #expect(cleaned.text == "吴\u{E001}")
    #expect(cleaned.hasPrivateUse)
  }

  @Test(.tags(.fixtures)) func namesThatAgreeInThePoliceFileAreEqual() throws {
    for row in try fixture("police-names.tsv") {
      let name = Cleaning.name(row[1])
      if !row[3].isEmpty { #expect(name.text == Cleaning.name(row[3]).text, "row \(row[0])") }
      #expect(!name.hasPrivateUse && !name.text.contains(" "), "row \(row[0])")
      #expect((name.text != row[1]) == (row[2] != "plain"), "row \(row[0])")
    }
  }

  @Test(arguments: [
    (" 鹤城区 1组 ", "鹤城区 1组"), ("\u{3000}\u{A0}甲", "甲"), ("'13012345678", "13012345678"), ("abc", "abc"), ("　", ""),
  ])
  func otherFieldsLoseOnlyTheirEnds(_ written: String, _ field: String) {
    #expect(Cleaning.field(written) == field)
  }

  @Test func aDigitIsNeverGuessed() {
    #expect(Cleaning.number("13O4l8").text == "13O4l8")
    #expect(Cleaning.number("13O4l8").changes.isEmpty)
  }
}

@Suite struct PinyinTests {
  @Test(arguments: [
    ("王小明", "wangxiaoming", "wxm"), ("单雄信", "shanxiongxin", "sxx"), ("曾涛", "zengtao", "zt"),
    ("解爱华", "xieaihua", "xah"), ("仇英", "qiuying", "qy"), ("查良镛", "zhaliangyong", "zly"), ("区大相", "oudaxiang", "odx"),
    ("翟志刚", "zhaizhigang", "zzg"), ("朴树", "piaoshu", "ps"), ("缪杰", "miaojie", "mj"), ("覃勇", "qinyong", "qy"),
    ("盖叫天", "gejiaotian", "gjt"), ("乐毅", "yueyi", "yy"), ("尉迟恭", "yuchigong", "ycg"), ("万俟卨", "moqixie", "mqx"),
    ("长孙无忌", "zhangsunwuji", "zswj"), ("单于丹", "chanyudan", "cyd"), ("吕布", "lvbu", "lb"), ("令狐冲", "linghuchong", "lhc"),
    ("欧阳锋", "ouyangfeng", "oyf"), ("吐尔逊·帕提古丽", "tuerxunpatiguli", "texptgl"), ("𬭸", "yin", "y"),
    ("张A伟", "zhangawei", "zaw"),
  ])
  func aNameIsFoundByItsLikeliestReading(_ name: String, _ full: String, _ initials: String) {
    let keys = Pinyin.keys(for: name)

    #expect(keys.full.first == full || (name == "𬭸" && keys.full.count == 1))
    #expect(keys.initials.first == initials || name == "𬭸")
  }

  @Test func otherReadingsAreKept() {
    #expect(Pinyin.keys(for: "覃勇").full == ["qinyong", "tanyong", "yanyong"])
    #expect(Pinyin.keys(for: "覃勇").initials == ["qy", "ty", "yy"])
    #expect(Pinyin.keys(for: "单丹").full.contains("dandan"))
    #expect(Pinyin.keys(for: "乐乐").full.contains("yuele"))
  }

  @Test func readingsAreBounded() {
    let keys = Pinyin.keys(for: "单解乐重行")

    #expect(keys.full.count == Pinyin.mostReadings)
    #expect(Set(keys.full).count == keys.full.count)
    #expect(keys.initials.count <= Pinyin.mostReadings)
  }

  @Test func whatHasNoSoundHasNoKeys() {
    #expect(Pinyin.keys(for: "").full.isEmpty)
    #expect(Pinyin.keys(for: "·").initials.isEmpty)
  }

  @Test func typedLettersAreFolded() {
    #expect(Pinyin.folded("Wang Xiao") == "wangxiao")
    #expect(Pinyin.folded("ｗｘｍ") == "wxm")
    #expect(Pinyin.folded("lü") == "lv")
    #expect(Pinyin.folded("LYU bu") == "lvbu")
  }

  @Test(arguments: [
    ("王xm", true), ("王xiaom", true), ("wang晓m", true), ("wxm", true), ("王", true), ("王xn", false), ("李xm", false),
  ])
  func charactersAndLettersTogetherFindAName(_ typed: String, _ found: Bool) {
    #expect(Pinyin.matches(typed, name: "王晓明") == found)
  }
}

@Suite struct QueryShapeTests {
  @Test(arguments: [
    ("", QueryShape.empty), ("  ", .empty), ("130408", .number(prefix: "130408")), ("１３０４", .number(prefix: "1304")),
    ("13040819050303001x", .number(prefix: "13040819050303001X")),
    ("13040819050302001443b1", .certificateNumber("13040819050302001443B1")), ("13912345678", .phone("13912345678")),
    ("139 1234 5678", .phone("13912345678")), ("+86 13912345678", .phone("13912345678")),
    ("0745-2712345", .phone("07452712345")), ("王 小明", .hanName("王小明")), ("吐尔逊•帕", .hanName("吐尔逊·帕")),
    ("wxm", .pinyin(letters: "wxm")), ("Wang Xiao", .pinyin(letters: "wangxiao")), ("ｗｘｍ", .pinyin(letters: "wxm")),
    ("王xm", .mixed("王xm")),
  ])
  func theSearchBoxKnowsWhatWasMeant(_ typed: String, _ shape: QueryShape) {
    #expect(QueryShape(typed) == shape)
  }
}
