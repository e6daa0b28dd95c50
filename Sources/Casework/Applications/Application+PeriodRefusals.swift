extension Application {
  /// What is said where a notice or another period stands in the way.
  func periodWords(
    for requirement: Requirement, _ act: Act<Application>, in circumstances: Circumstances<ApplicationFacts>
  ) -> (Phrase, Phrase?) {
    switch requirement {
    case .calendarChanged:
      return (
        Phrase("期限与现行日历一致", "The clock agrees with the calendar"),
        Phrase("导入新的年度日历后再重算", "Recount after a new calendar is imported")
      )
    case .noticeDue: return (Phrase("未成年人不公示", "Minors are not posted"), Phrase("请用「免公示」", "Use “No notice”"))
    case .noticeNotDue:
      return (Phrase("须公示", "Public notice is due"), Phrase("请先公示（办法第九条）", "Post the notice (Measures art. 9)"))
    case .noticePeriodRuns:
      return (
        Phrase("公示期已满", "The notice period is over"),
        Phrase("请告知审核主管：审核中可退回补正或不予办理", "Tell the reviewer, who can return or refuse the case")
      )
    case .noticeHung:
      return (
        Phrase("本件没有公示过，没有公示异议", "Nothing was posted, so that nobody can object to a notice"),
        Phrase("有人反映情况的，请告知审核主管：审核中可退回补正或不予办理", "Tell the reviewer what was said, who can return or refuse the case")
      )
    case .objectionInTime:
      let latest = noticeLatest(on: circumstances.calendar)?.iso ?? ""
      return (
        Phrase(
          "异议须在公示期内（\(day(of: .postNotice)?.iso ?? "") 至 \(latest)）收到",
          "An objection is received while the notice runs, \(day(of: .postNotice)?.iso ?? "") through \(latest)"),
        Phrase(
          "期内收到、今天才登记的，填「收到日期」；期后的请告知审核主管：审核中可退回补正或不予办理",
          "Received in time and entered late: give the day it was received; else tell the reviewer, who can return or refuse"
        )
      )
    case .noticePeriodOver:
      return noticeWords(in: circumstances)
    case .deadlineAhead:
      return (
        Phrase(
          "补正期限 \(act.fields.text("deadline")) 不给申请人留出一天",
          "The deadline \(act.fields.text("deadline")) leaves the applicant no day"),
        Phrase("请填今天（\(circumstances.today)）以后的日期", "Give a day after today, \(circumstances.today)")
      )
    case .objectionWindowClosed: return openWindowWords(act, in: circumstances)
    case .deliveryPossible:
      let decided = day(of: .refuse)?.iso ?? ""
      return (
        Phrase(
          "送达日期须在决定（\(decided)）当日或以后，不在将来", "It is handed over on or after the decision (\(decided)), and not ahead"),
        Phrase("请对照送达回证更正", "Correct it from the receipt")
      )
    case .deliveryExplained:
      let before = value("delivered", of: .deliver)
      return (
        Phrase("送达日期已登记为 \(before)，改为别的日期须写明理由", "The delivery is recorded for \(before): another day takes a reason"),
        Phrase("请填「更正理由」；原日期留在经过里", "Give the reason for the correction; the former day stays in the history")
      )
    case .termKept:
      let before = value("delivered", of: .deliver)
      return (
        Phrase(
          "送达日期由 \(before) 改为 \(act.fields.text("delivered"))，会重开或缩短异议期（办法第二十五条）",
          "Moving the delivery from \(before) to \(act.fields.text("delivered")) reopens or shortens the ten days (Measures art. 25)"
        ),
        Phrase(
          "须审核主管或理事长作第二人，当场输入密码（--second）；请一同对照送达回证",
          "A supervisor or the chair stands beside with the own password (--second): look at the receipt together")
      )
    case .announcementOver:
      let last = deadline?.day.iso ?? ""
      return (
        Phrase("遗失公告到 \(last) 止，期满后方可补办", "The loss is announced through \(last); then the card is made"),
        Phrase("次日起可办", "Possible from the day after")
      )
    default:
      let last = deadline?.day.iso ?? ""
      return (
        Phrase("期限到 \(last)，尚未届满", "The period runs through \(last)"), Phrase("次日起可办", "Possible from the day after")
      )
    }
  }
}
