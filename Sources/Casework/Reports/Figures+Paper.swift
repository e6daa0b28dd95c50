/// The standard sheets (features: 71): the balance, then the closing by type, level, township, village and age.
extension Figures {
  /// - Parameter office: whose figures they are.
  public func paper(of office: String, signature: Phrase? = nil) -> Paper {
    let title = Phrase(
      "\(office) \(period.name.chinese)残疾人证统计报表", "\(office): disability certificates, \(period.name.english)")
    let sheets = [both] + ["by_state", "by_sex", "by_age", "by_township", "by_village"].map(sheet(of:))
    return Paper(title, [balance(signature), reasons] + sheets + sweepChapters + [method])
  }

  /// Opening, lines, closing; how they add up.
  private func balance(_ signature: Phrase?) -> Paper.Chapter {
    let lines = ReportLine.allCases.filter { $0.effect != 0 }
    let rows: [[Phrase]] =
      [[FigureName.name(of: "opening"), .verbatim(""), .verbatim(String(opening))]]
      + lines.map { [$0.name, .verbatim($0.effect > 0 ? "+" : "−"), .verbatim(String(self[$0]))] }
      + [[FigureName.name(of: "closing"), .verbatim("="), .verbatim(String(closing))]]
      + [ReportLine.frozen, .unfrozen].map { [$0.name, Phrase("另记", "besides"), .verbatim(String(self[$0]))] }
    let definition = Phrase(
      "在册指有效、到期未换、挂失、冻结的证件；日期为 \(period.first) 至 \(period.last)。换领、补办、变更的新证与收回的旧证各记一次。",
      "In force are the valid, expired, lost and frozen ones; from \(period.first) to \(period.last). A renewed card counts beside the old one given up."
    )
    let verdict =
      isBalanced
      ? Phrase(
        "数字相平：期初加减各项等于期末，各分组合计等于期末。", "The figures balance: the lines lead to the closing, and so does every division.")
      : Phrase("数字不平：", "The figures do not balance: ")
        + Phrase(
          imbalances.map(\.chinese).joined(separator: "；"), imbalances.map(\.english).joined(separator: "; "))
    return Paper.Chapter(
      "balance", Phrase("证件增减", "The register"), notes: [definition, verdict] + (signature.map { [$0] } ?? []),
      [
        Paper.Column(Phrase("项目", "Line"), 28), Paper.Column(Phrase("增减", "Sign"), 10),
        Paper.Column(Phrase("本数", "Number"), 12, isNumber: true),
      ], rows)
  }

  private var reasons: Paper.Chapter {
    let rows: [[Phrase]] = CancellationReason.allCases.map {
      [$0.name, .verbatim(String(self["cancelled.\($0.rawValue)"]))]
    }
    return Paper.Chapter(
      "cancelled", Phrase("注销按原因", "Cancelled by reason"),
      [Paper.Column(Phrase("原因", "Reason"), 28), Paper.Column(Phrase("本数", "Number"), 12, isNumber: true)],
      rows + [[Phrase("合计", "Total"), .verbatim(String(self[.cancelled]))]])
  }

  /// Category by grade, with sums both ways.
  private var both: Paper.Chapter {
    let counts = group("by_both")
    let isKnown = counts.keys.allSatisfy { !$0.contains("0") }
    let grades = Array(1...4) + (isKnown ? [] : [0])
    let categories = Array(1...7) + (isKnown ? [] : [0])
    func count(_ category: Int, _ grade: Int) -> Int { counts["\(category)-\(grade)"] ?? 0 }
    let rows: [[Phrase]] = categories.map { category in
      [FigureName.member(of: "by_category", String(category))]
        + (grades.map { count(category, $0) } + [self["by_category.\(category)"]]).map { .verbatim(String($0)) }
    }
    let sums: [Phrase] =
      [Phrase("合计", "Total")] + (grades.map { self["by_grade.\($0)"] } + [closing]).map { .verbatim(String($0)) }
    return Paper.Chapter(
      "by_both", FigureName.name(of: "by_both"),
      [Paper.Column(Phrase("类别", "Category"), 16)]
        + grades.map { Paper.Column(FigureName.member(of: "by_grade", String($0)), 10, isNumber: true) }
        + [Paper.Column(Phrase("合计", "Total"), 10, isNumber: true)], rows + [sums])
  }

  private func sheet(of group: String) -> Paper.Chapter {
    let members = self.group(group).sorted {
      FigureName.place(of: "\(group).\($0.key)") < FigureName.place(of: "\(group).\($1.key)")
    }
    let rows: [[Phrase]] = members.map { [FigureName.member(of: group, $0.key), .verbatim(String($0.value))] }
    return Paper.Chapter(
      group, FigureName.name(of: group),
      [Paper.Column(Phrase("项目", "Line"), 28), Paper.Column(Phrase("本数", "Number"), 12, isNumber: true)],
      rows + [[Phrase("合计", "Total"), .verbatim(String(closing))]])
  }
}
