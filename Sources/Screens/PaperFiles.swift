public import CaseStore
public import Casework

/// In what form papers are written.
public enum PaperForm: String, CaseIterable, Sendable {
  case xlsx, pdf, csv

  public var name: Phrase {
    switch self {
    case .xlsx: Phrase("Excel 工作簿", "workbook")
    case .pdf: Phrase("PDF 打印", "PDF to print")
    case .csv: Phrase("CSV，一部分一个文件", "CSV, a file each")
    }
  }
}

/// Which papers are written.
public enum PaperOrder: Hashable, Sendable {
  case sweep(SweepPaperOrder)
  case figures(FigurePaperOrder)
}

/// The figures of a period on paper: in what form, where to and why.
public struct FigurePaperOrder: Hashable, Sendable {
  public let period: ReportPeriod
  public let form: PaperForm
  public let path: String
  public let reason: String
}

/// Which papers of a sweep are written, in what form, where to and for whom.
public struct SweepPaperOrder: Hashable, Sendable {
  public let sweep: Int64
  public let parts: [SweepPart]
  public let form: PaperForm
  public let path: String
  public let receivers: [Receiver]
  public let reason: String
}

/// Papers that lie in files now, each logged.
public struct WrittenPapers: Sendable {
  public let paths: [String]
  /// How many characters no font here can draw.
  public let unknownGlyphs: Int

  public init(paths: [String], unknownGlyphs: Int) {
    self.paths = paths
    self.unknownGlyphs = unknownGlyphs
  }
}

/// Writes papers into new files and logs what left the house, to whom and why.
///
/// Throws `Refusal` where it cannot.
public typealias PaperWriter =
  (_ order: PaperOrder, _ session: Session, _ language: Language) throws -> WrittenPapers
