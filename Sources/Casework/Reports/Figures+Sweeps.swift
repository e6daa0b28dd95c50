/// The quarterly reconciliations of a period, and how they were done (domain: 5.1; features: 50).
extension Figures {
  public subscript(figure: SweepFigure, of quarter: Quarter) -> Int { self[figure.code(in: quarter)] }

  /// What does not add up in a quarter; the figures that an older report does not know are not judged.
  var sweepImbalances: [Phrase] {
    SweepFigure.sums.filter { sum in ([sum.whole] + sum.parts).allSatisfy(sweepFigures.contains) }.flatMap { sum in
      period.quarters.compactMap { quarter in
        let (whole, parts) = (self[sum.whole, of: quarter], sum.parts.reduce(0) { $0 + self[$1, of: quarter] })
        if whole == parts { return nil }
        return Phrase(
          "\(quarter.text) 核销「\(sum.whole.name.chinese)」\(whole)，各项合计 \(parts)",
          "sweeps of \(quarter.text): \(sum.whole.name.english) \(whole), its parts \(parts)")
      }
    }
  }

  /// Files, doubts and what was done, a line for each quarter.
  var sweepChapters: [Paper.Chapter] {
    let titles = [
      ("sweeps", Phrase("季度核销：名单", "Quarterly sweeps: files")),
      ("sweeps_doubtful", Phrase("季度核销：存疑核对", "Quarterly sweeps: doubts")),
      ("sweeps_done", Phrase("季度核销：执行", "Quarterly sweeps: what was done")),
    ]
    return zip(titles, SweepFigure.tables).compactMap { title, figures in
      let known = figures.filter(sweepFigures.contains)
      return known.isEmpty ? nil : chapter(title.0, title.1, known)
    }
  }

  private func chapter(_ code: String, _ title: Phrase, _ figures: [SweepFigure]) -> Paper.Chapter {
    let rows: [[Phrase]] = period.quarters.map { quarter in
      [.verbatim(quarter.text)] + figures.map { .verbatim(String(self[$0, of: quarter])) }
    }
    let sums: [Phrase] =
      [Phrase("合计", "Total")]
      + figures.map { figure in
        .verbatim(String(period.quarters.reduce(0) { $0 + self[figure, of: $1] }))
      }
    return Paper.Chapter(
      code, title, notes: Self.note(on: figures).map { [$0] } ?? [],
      [Paper.Column(Phrase("季度", "Quarter"), 10)] + figures.map { Paper.Column($0.name, 12, isNumber: true) },
      rows + [sums])
  }

  private static func note(on figures: [SweepFigure]) -> Phrase? {
    switch figures.first {
    case .files:
      Phrase(
        "按名单所属季度统计，不论何时执行；放弃的不计，整批撤销后再次导入的各计一次。行数＝相符＋待核对＋不在册＋不可用。",
        "By the quarter of the file, whenever it was applied; given up ones are left out, one undone and taken in again "
          + "counts twice. Rows = matched + to ask + not ours + bad.")
    case .doubtful:
      Phrase(
        "存疑＝待核对的行和号码不可用的行，都由人逐行看过；决定经第二人确认、执行后才计入。",
        "Doubtful are the rows to ask about and those without a usable number, each looked at by a person; a decision "
          + "counts once a second person has confirmed it and it was carried out.")
    case .accepted:
      Phrase(
        "同意办理＝注销＋迁出计时＋变更＋另单已办＋拒绝＋撤销；另单已办指别的名单先已办结，拒绝指执行时证件已不允许，撤销指执行后又收回的。",
        "Accepted = cancelled + watched + changed + done by another list + refused + taken back; refused is what the "
          + "certificate did not allow any more, taken back what was undone after it was carried out.")
    default: nil
    }
  }

  /// How the reconciliation is done, in words for whoever reads the report above the county.
  var method: Paper.Chapter {
    let lines: [(Phrase, Phrase)] = [
      (
        Phrase("资料来源", "Sources"),
        Phrase(
          "公安机关每季度的户籍注销、迁出、变更名单，民政等部门的名单按同样办法；原件连同校验码、来函、收到日期留存。",
          "The quarterly lists of the police (deaths, moves, changes), and those of civil affairs in the same way; each "
            + "file is kept with its digest, letter and day of receipt.")
      ),
      (
        Phrase("比对", "Comparison"),
        Phrase(
          "以公民身份号码和姓名比对登记册；号码姓名都相符的提出建议，只有一项相符、号码有误、仅姓名生日相同的一律由人核对，系统不自行注销。",
          "By citizen number and name: where both agree something is proposed; where one alone agrees, the number is "
            + "wrong, or only name and birth date agree, a person decides. Nothing is cancelled by itself.")
      ),
      (
        Phrase("存疑", "Doubts"),
        Phrase(
          "死亡日期之后本人签字、领证、评定、申请过的，日期不合理的，同址亲属或疑为配偶同周报亡的，宣告死亡的，逐行核实并写明理由。",
          "Whoever signed, collected, was assessed or applied after the day of death, odd dates, kin or a likely spouse "
            + "reported dead the same week, declared deaths: each looked into by itself, with a reason.")
      ),
      (
        Phrase("确认", "Confirming"),
        Phrase(
          "导入和逐行决定的人不确认；审核主管看过合计、全部存疑行和随机抽取的行，以本人密码确认后执行。",
          "Whoever imported or decided does not confirm: a supervisor sees totals, every doubtful row and a random draw, "
            + "and confirms with the own password before anything is carried out.")
      ),
      (
        Phrase("迁出", "Moves"),
        Phrase(
          "户口迁出的不注销，自公安登记的迁出日起计半年、一年，通知本人办理迁移，到期由人决定冻结、注销。",
          "A move cancels nothing: from the day of the move half a year and a year run, the holder is written to, and a "
            + "person decides on freezing and cancelling.")
      ),
      (
        Phrase("更正", "Corrections"),
        Phrase(
          "错误的由两人决定撤销，证件恢复原状，已发出的通知、通报逐一更正；签署后的变化另出更正表，不改原数。",
          "What was wrong is taken back by two people, the certificate stands as before, and whoever was told is told "
            + "again; changes after the signature stand in a correction of their own.")
      ),
    ]
    return Paper.Chapter(
      "method", Phrase("核销办法", "Method"),
      [Paper.Column(Phrase("事项", "Subject"), 12), Paper.Column(Phrase("办法", "How"), 90)], lines.map { [$0.0, $0.1] })
  }
}
