import Casework
import TerminalKit

extension ReceptionScreen {
  var advice: [FactLine] {
    if query.isEmpty {
      return [
        FactLine(
          Phrase("说明", "Note"),
          Phrase(
            "输入或扫描号码，先看此人已有的证件和业务；不知号码也可直接「新办」", "Type or scan the number first; without one, begin a “New issue”"),
          .faint)
      ]
    }
    guard let checked, let number = checked.number else {
      return troubles
    }
    let held = standing.map { $0.held + $0.past } ?? []
    let isNew = held.isEmpty && standing?.openCases.isEmpty ?? true
    let known = Phrase("\(number.birth) 生，", "born \(number.birth), ") + number.sex.name
    let names = standing?.names ?? []
    let name: FactLine? =
      names.count > 1
      ? FactLine(
        CaseField.name.input.name,
        Phrase("此号码登记过 \(names.count) 个姓名：", "\(names.count.counted("name")) under this number: ")
          + .joined(names.map { .verbatim($0) }, by: Phrase("、", ", "))
          + Phrase("，请核对是哪一位", "; find out which"), .warning)
      : names.first.map { FactLine(CaseField.name.input.name, $0, .good) }
    let onFile = FactLine(
      Phrase("本室资料", "On file"), Phrase("此人没有证件和在办业务", "no certificate and no open case"), .faint)
    let written =
      checked.isOld
      ? FactLine(CaseField.identity.input.name, Refusal.oldNumber(number).message, .warning)
      : FactLine(CaseField.identity.input.name, known, .good)
    let odd = Application.blank(.new, today: today ?? number.birth, ["identity": number.text])
      .numberWarnings(on: today ?? number.birth)
    return (name.map { [$0] } ?? []) + [written] + FactLine.warnings(odd) + helping + FactLine.warnings(namesakes)
      + (isNew ? [onFile] : held)
      + tooYoung
  }

  /// That the person is somebody's guardian or proxy, in one line.
  private var helping: [FactLine] {
    guard let newest = helped.first else { return [] }
    let relation = newest.application[.guardianRelation]
    let kin = newest.part == .guardian && !relation.isEmpty ? Phrase("（\(relation)）", " (\(relation))") : Phrase("", "")
    let more = helped.count - 1
    let least = helped.count < Self.mostHelped ? "" : "至少 "
    let others = more > 0 ? Phrase("等\(least) \(helped.count) 人", " and \(more) more") : Phrase("", "")
    return [
      FactLine(
        newest.part.name,
        Phrase("\(newest.helper)是「\(newest.application.applicant)」\(others.chinese)的", "\(newest.helper), ")
          + newest.part.name + kin + Phrase("", " of \(newest.application.applicant)\(others.english)")
          + Phrase("（\(newest.application.number)）", " (\(newest.application.number))"), .good)
    ]
  }

  /// In one line, because there may be as many as there are categories.
  private var tooYoung: [FactLine] {
    guard let first = ages.first else { return [] }
    let sentences = Phrase.joined(ages.map(\.sentence), by: Phrase("；", "; "))
    return [
      FactLine(
        Phrase("请核", "Check"), sentences + Phrase("（", " (") + first.source + Phrase("）", ")"), .warning)
    ]
  }

  /// What is wrong with a number that is typed out, and which numbers one slip away would be right.
  private var troubles: [FactLine] {
    let typed = Cleaning.number(query.text).text
    if typed.count > 18, let problem = certificateProblem {
      return [FactLine(CaseField.certificate.input.name, problem, .warning)]
    }
    guard let checked, typed.count >= 15, checked.problem != .notID else {
      return rows.isEmpty && !typed.isEmpty
        ? [
          FactLine(
            Phrase("说明", "Note"),
            Phrase(
              "登记册中没有找到，业务中也没有；清空（Ctrl+U）后回车可直接新办",
              "Not in the register, nor among the cases; clear it (Ctrl+U) and press Enter for a new issue"),
            .warning)
        ] : []
    }
    return [checked.soFar ?? checked.trouble] + mending.lines
  }
}
