public import CaseStore
public import Casework

/// The lists that hang in the villages (公示名单).
public enum NoticePrints {
  /// One list for each village: name, village, category, grade and the days, nothing else (Measures article 9).
  public static func text(of notices: [VillageNotice], in store: CaseStore, _ language: Language) throws -> String {
    let office = try store.office().name
    let phone = try store.policy()[.noticePhone].replacing(",", with: "、")
    return notices.filter { !$0.lines.isEmpty }.map { notice in
      var page = PrintedPage(Phrase("残疾人证办理公示", "Public notice: disability certificates"), in: language)
      page.tell(Phrase("村、社区", "Village"), notice.village.label(in: language))
      page.say(
        Phrase(
          "下列人员申请残疾人证，评定结论如下，现予公示。对公示内容有异议的，请在公示期内向\(office)提出。",
          "The following people apply for a disability certificate. Objections go to \(office) within the days below."))
      page.tell(Phrase("电话", "Telephone"), phone.isEmpty ? "______________" : phone)
      page.rule()
      let widths = [10, 24, 8, 8, 24]
      page.row(headings.map { $0(in: language) }, widths)
      page.rule()
      for line in notice.lines { page.row(cells(of: line, in: language), widths) }
      page.rule()
      page.space()
      page.say(.verbatim("\(office)    \(store.today)"))
      return page.text
    }.joined(separator: "\u{0C}")
  }

  /// The columns of a notice, and all that it may say.
  public static let headings = [
    Phrase("姓名", "Name"), Phrase("村、社区", "Village"), Phrase("残疾类别", "Category"), Phrase("残疾等级", "Grade"),
    Phrase("公示日期", "Posted"),
  ]

  public static func cells(of line: NoticeLine, in language: Language) -> [String] {
    [
      line.name, line.village.label(in: language), line.category?.name(in: language) ?? "",
      line.grade?.name(in: language) ?? "", "\(line.from) \(Phrase("至", "to")(in: language)) \(line.until)",
    ]
  }
}
