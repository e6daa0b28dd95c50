/// The peoples of the country by the names that household registers use (GB/T 3304).
public enum Ethnicity {
  /// The largest first, then as the standard lists them.
  public static let names = [
    "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族",
    "哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族",
    "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族",
    "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族",
    "珞巴族", "基诺族",
  ]
}

/// Who acts for a person, in the order in which the law names guardians (Civil Code articles 27 and 28).
public enum Kinship {
  public static let guardians = [
    "父亲", "母亲", "配偶", "儿子", "女儿", "祖父", "祖母", "外祖父", "外祖母", "兄", "弟", "姐", "妹", "其他近亲属", "村（居）民委员会",
    "民政部门",
  ]
  public static let agents = guardians + ["村残协专职委员", "村干部", "邻居", "其他"]
}
