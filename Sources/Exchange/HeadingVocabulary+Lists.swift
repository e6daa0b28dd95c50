import Casework

extension HeadingVocabulary {
  /// The lists of the police and of civil affairs: deaths, cremations, moves, changes of name or number (domain: 5.1).
  ///
  /// A list of changes may name nobody but by the old and the new number or name: the register knows the old number,
  /// and the new name is compared beside the old one.
  public static let police = HeadingVocabulary([
    Field(
      "identity", short: "id",
      [
        "公民身份号码", "公民身份证号码", "公民身份证号", "居民身份证号码", "居民身份证号", "身份证号码", "身份证号", "身份号码", "身份证件号码",
        "身份证", "证件号码", "证件号", "GMSFHM", "SFZH",
      ], named: Phrase("身份号码", "Identity number"), required: true, orElse: "old_identity"),
    Field(
      "name",
      ["姓名", "人员姓名", "XM"], named: Phrase("姓名", "Name"), required: true, orElse: "new_name"),
    Field(
      "old_identity", short: "old_id",
      ["变更前公民身份号码", "变更前身份证号码", "变更前身份证号", "变更前身份号码", "原公民身份号码", "原身份证号码", "原身份证号", "原身份号码"],
      named: Phrase("原身份号码", "Old number")),
    Field(
      "new_identity", short: "new_id",
      [
        "变更后公民身份号码", "变更后身份证号码", "变更后身份证号", "变更后身份号码", "新公民身份号码", "现公民身份号码", "现身份证号码", "现身份证号",
        "新身份证号码", "新身份证号",
      ], named: Phrase("新身份号码", "New number")),
    Field("old_name", ["变更前姓名", "原姓名", "曾用名", "CYM"], named: Phrase("原姓名", "Old name")),
    Field("new_name", ["变更后姓名", "现姓名", "新姓名"], named: Phrase("新姓名", "New name")),
    Field(
      "event_date",
      [
        "死亡日期", "死亡时间", "死亡年月日", "去世日期", "去世时间", "逝世日期", "逝世时间", "病故日期", "病故时间", "离世日期", "离世时间",
        "死者死亡日期", "死者死亡时间", "死者去世日期", "死者去世时间", "迁出日期", "迁出时间", "变更日期", "变更时间", "变动日期", "变动时间", "注销日期",
        "注销时间", "火化日期", "火化时间",
        "受理时间", "受理日期", "SWRQ", "ZXRQ",
      ], named: Phrase("日期", "Date"), mayBeMerged: true),
    Field(
      "kind",
      ["变动类型", "变动类别", "业务类型", "变更项目", "死亡注销类别", "迁出注销类别", "注销类别", "注销类型", "注销原因", "变动原因"], named: Phrase("事由", "Kind"),
      mayBeMerged: true),
    Field(
      "dest", ["迁往地", "迁往地址", "迁往省市县(区)", "迁往省市县区", "迁往省市县", "迁往详址", "迁入地"], named: Phrase("迁往地", "Moved to"),
      mayBeMerged: true),
    Field(
      "address", ["户籍地址", "户籍所在地", "户口所在地", "户籍地", "家庭住址", "住址", "地址", "HJDZ"], named: Phrase("地址", "Address"),
      mayBeMerged: true),
    Field(
      "station", ["派出所", "受理单位", "所属派出所", "户籍派出所", "SSPCS"], named: Phrase("派出所", "Police station"), mayBeMerged: true),
    Field("sex", ["性别", "XB"], named: Phrase("性别", "Sex")),
    Field("birth", ["出生日期", "出生年月日", "CSRQ"], named: Phrase("出生日期", "Birth")),
    Field("age", ["死亡年龄", "去世年龄", "年龄", "终年", "享年"], named: Phrase("年龄", "Age")),
    Field(
      "document", ["死亡证明编号", "火化编号", "火化证编号", "火化证明编号", "迁移证编号", "准迁证编号"], named: Phrase("证明编号", "Document number")),
    Field("declarant", ["申报人姓名", "申报人", "家属姓名", "经办人姓名", "经办人", "代办人姓名", "代办人"], named: Phrase("申报人", "Declarant")),
    Field(
      "declarant_identity",
      [
        "申报人公民身份号码", "申报人身份证号码", "申报人身份证号", "家属身份证号", "经办人身份证号码", "经办人身份证号", "代办人身份证号码", "代办人身份证号",
      ],
      named: Phrase("申报人身份号码", "Declarant's number")),
    Field("note", ["备注", "说明", "BZ"], named: Phrase("备注", "Remark"), mayBeMerged: true),
    Field(HeadingVocabulary.unrelated, [], named: Phrase("与名单所报无关", "nothing of what is reported")),
  ]).ofDeaths

  /// An office's own register of certificates.
  public static let register = HeadingVocabulary([
    Field("certificate", ["残疾人证号", "残疾证号", "残疾人证号码", "证号", "证件编号"], required: true),
    Field("name", ["姓名", "持证人姓名", "残疾人姓名"], required: true),
    Field("sex", ["性别"]),
    Field("ethnicity", ["民族"]),
    Field("identity", ["公民身份号码", "身份证号码", "身份证号", "身份号码"]),
    Field("birth", ["出生日期", "出生年月日"]),
    Field("address", ["户籍地址", "户籍所在地", "户口所在地", "家庭住址", "住址", "地址"]),
    Field("category", ["残疾类别", "类别"]),
    Field("grade", ["残疾等级", "等级"]),
    Field("issued", ["发证日期", "签发日期", "批准日期"]),
    Field("valid_to", ["有效期止", "有效期至", "有效期限", "有效期"]),
    Field("state", ["证件状态", "状态"]),
    Field("phone", ["联系电话", "电话", "手机号码", "手机号", "手机"]),
  ])

  /// A list of applicants from a village or a township; the codes are those of case fields, and `note`.
  public static let applicants = HeadingVocabulary([
    Field("identity", ["公民身份号码", "居民身份证号码", "身份证号码", "身份证号", "身份号码", "身份证件号码", "身份证", "证件号码", "identity"]),
    Field("name", ["姓名", "申请人姓名", "申请人", "残疾人姓名", "name"], required: true),
    Field("phone", ["联系电话", "电话", "手机号码", "手机号", "手机", "联系方式", "phone"]),
    Field("address", ["户籍地址", "户籍所在地", "户口所在地", "家庭住址", "家庭地址", "住址", "地址", "address"]),
    Field("category", ["残疾类别", "申请类别", "申请残疾类别", "残疾类型", "残疾情况", "类别", "category"]),
    Field("certificate", ["残疾人证号", "残疾证号", "残疾人证号码", "证号", "certificate"]),
    Field("ethnicity", ["民族", "ethnicity"]),
    Field("guardian.name", ["监护人姓名", "监护人", "guardian.name"]),
    Field("guardian.identity", ["监护人身份证号码", "监护人身份证号", "监护人公民身份号码", "监护人身份号码", "guardian.identity"]),
    Field("guardian.relation", ["与监护人关系", "监护人与申请人关系", "监护关系", "监护人关系", "guardian.relation"]),
    Field("guardian.phone", ["监护人电话", "监护人联系电话", "监护人手机号", "guardian.phone"]),
    Field("note", ["备注", "说明", "note"]),
  ])
}
