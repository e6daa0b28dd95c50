import Casework
import Exchange
import Foundation

/// The rows of a workbook, read by certdesk and by calamine (Rust, from Python), each in a process of its own.
///
/// Where calamine is not there, only ours is told.
struct WorkbookBench {
  static let readerCommand = "read-workbook"
  private static let runs = 5
  private static let rows = 100_000

  private let folder: String

  init(in folder: String) { self.folder = folder }

  func run() throws {
    let file = "\(folder)/list.xlsx"
    try write(file)
    let own = try (0..<Self.runs).map { _ in
      try measure(CommandLine.arguments[0], [Self.readerCommand, file], in: folder)
    }
    var text = "workbook, \(Self.rows) rows × 9: certdesk \(own.text), \(Self.rate(own)) rows/s (aim ≤ 64 MiB)"
    if let python = try python(with: "python_calamine") {
      let theirs = try (0..<Self.runs).map { _ in try measure(python, ["-c", Self.calamine, file], in: folder) }
      text += " · calamine \(theirs.text), \(Self.rate(theirs)) rows/s"
      text += " · ratio \((theirs.median / own.median).shown()) (aim ≥ 2.50)"
    } else {
      text += " · no calamine"
    }
    Bench.say(text)
  }

  /// What the process does that `measure` starts: reads every row as the sweep takes it, and leaves the figures.
  static func readWorkbook(_ path: String, into result: String) throws {
    var rows = 0
    let taken = try milliseconds {
      try SourceFile(path: path, vocabulary: .police).forEachRow {
        if !PoliceRow($0).name.isEmpty { rows += 1 }
      }
    }
    guard rows == Self.rows else { throw BenchProblem("\(rows) rows were read") }
    try leave(taken, at: result)
  }

  private static let calamine = """
    import resource, sys, time
    import python_calamine
    began = time.perf_counter()
    rows = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
    taken = (time.perf_counter() - began) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    open(sys.argv[2], "w").write(f"{taken} {memory}")
    """

  private static func rate(_ runs: [Measured]) -> String { "\(Int(Double(rows) / runs.median)) k" }

  private func write(_ path: String) throws {
    let headings = ["序号", "姓名", "性别", "公民身份号码", "出生日期", "户籍地址", "变动类型", "变动日期", "备注"]
    let writer = TableWriter(path: path, format: .xlsx, columns: headings.map { TableWriter.Column($0) })
    try writer.write { table in
      for row in 1...Self.rows {
        let (year, month, day, serial) = (1940 + row % 66, 10 + row % 3, 10 + row % 19, 1000 + row * 7919 % 9000)
        try table.append([
          String(row), "王芳\(serial)", row % 2 == 0 ? "男" : "女", "431281\(year)\(month)\(day)\(serial)",
          "\(year)-\(month)-\(day)", "湖南省怀化市洪江市坝塘镇长冲村\(serial % 30)组\(serial)号", "死亡注销", "2026-02-\(day)", "",
        ])
      }
    }
  }
}
