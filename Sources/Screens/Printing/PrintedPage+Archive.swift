import CaseStore
import Casework

/// What goes along with a certificate that moves away: page by page, to be ticked on both sides (domain: 2.6).
extension PrintedPage {
  mutating func listArchive(of application: Application, in store: CaseStore) throws {
    let sheets = try store.cases(of: application[.identity]).flatMap(\.archivedPapers)
    rule()
    say(Phrase("移交档案核对清单", "Papers that go along"))
    let widths = [2, 24, 6, 4, 4, 12, 18]
    row(
      [
        Phrase("核", "✓"), Phrase("材料", "Paper"), Phrase("原/复", "Form"), Phrase("份", "No."), Phrase("页", "Pp."),
        Phrase("架位", "Shelf"), Phrase("业务号", "Case"),
      ].map { $0(in: language) }, widths)
    for sheet in sheets {
      row(
        [
          "□", sheet.code.name(in: language), sheet.form(in: language), "\(sheet.count)",
          sheet.pages > 0 ? "\(sheet.pages)" : "__", sheet.shelf.isEmpty ? "______" : sheet.shelf, sheet.number,
        ], widths)
    }
    if sheets.isEmpty {
      say(Phrase("材料登记中没有记录，请按纸质档案逐份填写。", "Nothing is registered: write it down from the paper file."))
      for _ in 0..<4 { row(["□", "____________________", "____", "__", "__", "______", ""], widths) }
    }
    let pages = sheets.reduce(0) { $0 + $1.pages }
    let unknown = sheets.count { $0.pages == 0 }
    say(
      Phrase(
        "共 \(sheets.count) 项，已登记 \(pages) 页", "\(sheets.count.counted("paper")), \(pages.counted("page")) registered")
        + (unknown > 0 ? Phrase("，\(unknown) 项页数未登记，请手写", "; write in the pages of \(unknown)") : Phrase("", "")))
    space()
    say(
      Phrase(
        "移交人：____________    接收单位核对人：____________    日期：____________",
        "Sent by: __________    Checked by the receiving county: __________    Date: ______"))
    say(
      Phrase(
        "请接收单位核对后盖章，将回执寄回；收到回执以前本证为「在途」。",
        "Please send the sealed receipt back; until then the certificate counts as in transit."))
  }
}

/// One paper of a file as the material register has it; of what was only taken in, what is known.
struct ArchivedPaper: Hashable, Sendable {
  let code: MaterialCode
  let count: Int
  let pages: Int
  let shelf: String
  let number: String
  /// `nil` where nobody registered it.
  let isOriginal: Bool?

  var form: Phrase {
    switch isOriginal {
    case true?: Phrase("原件", "orig.")
    case false?: Phrase("复印", "copy")
    case nil: Phrase("__", "__")
    }
  }
}

extension Application {
  /// What lies in the file of this case.
  fileprivate var archivedPapers: [ArchivedPaper] {
    MaterialCode.allCases.compactMap { code in
      if let paper = papers[code] {
        return ArchivedPaper(
          code: code, count: paper.count, pages: paper.pages, shelf: paper.shelf, number: number,
          isOriginal: paper.isOriginal)
      }
      let count = materials[code]
      let shelf = value("shelf", of: .archive)
      return count > 0
        ? ArchivedPaper(code: code, count: count, pages: 0, shelf: shelf, number: number, isOriginal: nil) : nil
    }
  }
}
