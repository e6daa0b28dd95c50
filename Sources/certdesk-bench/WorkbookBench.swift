import Casework
import Exchange
import Foundation

/// The rows of a workbook, read by certdesk and by calamine (Rust, from Python), each in a process of its own.
///
/// calamine is looked for in the Python that `BENCH_PYTHON` names, else in the usual places; where it is not there, only
/// ours is told.
struct WorkbookBench {
  static let readerCommand = "read-workbook"
  private static let runs = 5
  private static let rows = 100_000

  private let folder: String

  init(in folder: String) { self.folder = folder }

  func run() throws {
    let file = "\(folder)/list.xlsx"
    try write(file)
    let own = try (0..<Self.runs).map { _ in try measure(CommandLine.arguments[0], [Self.readerCommand, file]) }
    let mine = Sample(own.map(\.seconds)).median
    let memory = own.map(\.mebibytes).max() ?? 0
    let python = ProcessInfo.processInfo.environment["BENCH_PYTHON"] ?? "/usr/bin/python3"
    var text =
      "workbook, \(Self.rows) rows × 9\n  certdesk \(Self.rate(mine)) rows/s, \(memory.shown(0)) MiB (aim ≤ 64)"
    if try runProgram(python, ["-c", "import python_calamine"]) == 0 {
      let theirs = try (0..<Self.runs).map { _ in try measure(python, ["-c", Self.calamine, file]) }
      let other = Sample(theirs.map(\.seconds)).median
      text += " · calamine \(Self.rate(other)) rows/s, \((theirs.map(\.mebibytes).max() ?? 0).shown(0)) MiB"
      text += " · ratio \((other / mine).shown()) (aim ≥ 2.50)"
    } else {
      text += "\n  calamine is not there: pip install python-calamine, and name that Python in BENCH_PYTHON"
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
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    try "\(taken / 1000) \(usage.ru_maxrss)".write(toFile: result, atomically: true, encoding: .utf8)
  }

  private static let calamine = """
    import resource, sys, time
    import python_calamine
    began = time.perf_counter()
    rows = python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
    taken = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    open(sys.argv[2], "w").write(f"{taken} {memory}")
    """

  private func measure(_ program: String, _ arguments: [String]) throws -> (seconds: Double, mebibytes: Double) {
    let result = "\(folder)/figures"
    guard try runProgram(program, arguments + [result]) == 0 else { throw BenchProblem("\(program) failed") }
    let figures = try String(contentsOfFile: result, encoding: .utf8).split(separator: " ").compactMap { Double($0) }
    guard figures.count == 2 else { throw BenchProblem("\(program) left no figures") }
    return (figures[0], figures[1] / 1024)
  }

  private static func rate(_ seconds: Double) -> String { "\(Int(Double(rows) / seconds / 1000)) k" }

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
