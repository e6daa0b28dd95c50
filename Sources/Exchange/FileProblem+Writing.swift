import Casework

extension FileProblem {
  static func cannotWrite(_ cause: Phrase) -> FileProblem {
    FileProblem(
      .cannotWrite,
      Phrase("文件无法写入（", "Cannot write the file (") + cause
        + Phrase("），请检查目录、权限和剩余空间", "); check the folder, its permissions and the free space"))
  }

  static func cannotWrite(_ cause: String) -> FileProblem { cannotWrite(.verbatim(cause)) }

  static let alreadyExists = FileProblem(
    .alreadyExists,
    Phrase("同名文件已存在，请换一个文件名或先移走它", "The file is already there; choose another name or move it away"))

  static let tooManyRows = FileProblem(
    .tooManyRows,
    Phrase("超过 Excel 的 1048576 行上限，请导出为 CSV", "More rows than Excel's 1,048,576; export as CSV instead"))

  static func cellTooLong(row: Int) -> FileProblem {
    FileProblem(
      .cellTooLong,
      Phrase(
        "第 \(row) 行有单元格超过 Excel 的 32767 字上限，请导出为 CSV",
        "Row \(row) has a cell longer than Excel's 32,767 characters; export as CSV instead"), line: row)
  }
}
