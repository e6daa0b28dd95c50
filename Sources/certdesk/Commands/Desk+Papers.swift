import CaseStore
import Casework
import Exchange
import Screens

extension Desk {
  /// Writes the papers that a screen asks for.
  static func write(
    _ order: PaperOrder, in store: CaseStore, by session: Session, _ language: Language
  ) throws -> WrittenPapers {
    try refusing {
      let files =
        switch order {
        case .sweep(let order):
          try SweepPapers(store: store, session: session, language: language).write(
            order.parts, of: try store.sweep(order.sweep), for: order.receivers, because: order.reason,
            order.form.format, to: order.path)
        case .figures(let order):
          try figures(order, in: store, by: session, language)
        }
      return WrittenPapers(
        paths: files.map(\.path), unknownGlyphs: files.reduce(0) { $0 + $1.unknownGlyphs })
    }
  }

  private static func figures(
    _ order: FigurePaperOrder, in store: CaseStore, by session: Session, _ language: Language
  ) throws -> [ExportedFile] {
    let papers = try FigurePapers(of: order.period, in: store, by: session)
    return try papers.export(because: order.reason, in: language, store, session).write(
      papers.paper, order.form.format, to: order.path)
  }
}

extension PaperForm {
  fileprivate var format: PaperFile.Format {
    switch self {
    case .xlsx: .xlsx
    case .pdf: .pdf
    case .csv: .csv
    }
  }
}
