import CaseStore
import Casework
import Exchange

/// The figures of a period on paper, for the command and for the desk: those signed, where somebody signed; else those
/// of now.
struct FigurePapers {
  let period: ReportPeriod
  let report: PeriodReport?
  let figures: Figures
  let paper: Paper

  init(of period: ReportPeriod, in store: CaseStore, by session: Session) throws {
    self.period = period
    let now = try store.figures(of: period, by: session)
    report = try store.report(on: period)
    figures = report?.figures(of: .sign) ?? now
    var paper = figures.paper(
      of: try store.office().name,
      signature: try report?.signature(store.staffNames()) ?? period.stillRunning(on: store.today))
    if case .year = period { paper.chapters.append(.exceptions(try store.exceptions(in: period, by: session))) }
    self.paper = paper
  }

  /// - Parameter reason: why they are taken out; the usual one where nobody gives any.
  func export(because reason: String?, in language: Language, _ store: CaseStore, _ session: Session) -> PaperExport {
    PaperExport(
      language: language, store: store, session: session,
      reason: reason ?? Phrase("\(period.text) 统计报表", "figures of \(period.text)")(in: language),
      about: ["period": period.text])
  }
}
