import Testing

@testable import Casework

@Suite struct VillageTests {
  @Test(arguments: [
    ("湖南省怀化市洪江市岩垅乡青树村3组12号", "岩垅乡", "青树村"), ("黔城镇联盟村", "黔城镇", "联盟村"),
    ("林城镇新桥村 1 组", "林城镇", "新桥村"), ("江西省景德镇市昌江区吕蒙乡官庄村", "吕蒙乡", "官庄村"),
    ("江苏省镇江市丹徒区上党镇薛村村委会", "上党镇", "薛村"), ("河南省新乡市红旗区洪门镇原堤村", "洪门镇", "原堤村"),
    ("山西省临汾市乡宁县台头镇西村", "台头镇", "西村"), ("湖南省宁乡市城郊街道东沩社区5栋", "城郊街道", "东沩社区"),
    ("北京市朝阳区三里屯街道办事处幸福一村社区居委会", "三里屯街道办事处", "幸福一村社区"),
    ("广西壮族自治区河池市都安瑶族自治县菁盛乡文华村", "菁盛乡", "文华村"),
    ("湖南省湘西土家族苗族自治州永顺县石堤镇大明村民委员会", "石堤镇", "大明村"),
    ("内蒙古自治区通辽市科尔沁左翼中旗敖包苏木乌兰嘎查", "敖包苏木", "乌兰嘎查"),
    ("贵州省镇远县羊场镇中村村", "羊场镇", "中村村"), ("洪江市江市镇双塘村2组", "江市镇", "双塘村"),
    ("洪江市江市镇红旗村", "江市镇", "红旗村"), ("岩垅乡", "岩垅乡", ""), ("岩垅乡望乡村", "岩垅乡", "望乡村"),
    ("南正街居民委员会12号", "", "南正街居委会"), ("联盟村四组", "", "联盟村"), ("红旗村", "", "红旗村"),
    ("洪江市安江镇幸福小区3栋", "安江镇", ""), ("古楼坪路12号", "", ""), ("", "", ""),
    ("托口镇　三里坪社区", "托口镇", "三里坪社区"),
  ]) func anAddressNamesItsVillage(_ address: String, _ township: String, _ name: String) {
    #expect(Village(of: address) == Village(township: township, name: name))
  }

  @Test(arguments: [
    ("湖南省怀化市洪江市黔城镇枫树村3组", "黔城镇枫树村3组"), ("古楼坪路12号", "古楼坪路12号"), ("洪江市江市镇红旗村", "江市镇红旗村"),
  ]) func peopleOfTheCountyLeaveItsNameOut(_ address: String, _ local: String) {
    #expect(Village.local(address) == local)
  }

  @Test func villagesOfATownshipStandTogetherAndTheUnknownLast() {
    let addresses = ["", "联盟村", "岩垅乡", "岩垅乡青树村", "安江镇大坪村", "岩垅乡白马村"]

    let sorted = addresses.map { Village(of: $0) }.sorted().map(\.label.chinese)

    #expect(sorted == ["安江镇大坪村", "岩垅乡白马村", "岩垅乡青树村", "岩垅乡（未分村）", "联盟村", "未分村"])
  }
}
