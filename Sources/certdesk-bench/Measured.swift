import Foundation

/// What a process measured of itself.
struct Measured {
  let milliseconds: Double
  /// Its peak of resident memory.
  let mebibytes: Double
}

extension [Measured] {
  var median: Double { Sample(map(\.milliseconds)).median }

  var text: String {
    let memory = map(\.mebibytes).max() ?? .nan
    return "\(median.shown(1)) ms" + (memory.isNaN ? "" : ", \(memory.shown(0)) MiB")
  }
}

/// Runs a program that leaves milliseconds and kibibytes in the file that is its last argument.
func measure(_ program: String, _ arguments: [String], in folder: String) throws -> Measured {
  let result = "\(folder)/figures"
  settleDisk()
  guard try runProgram(program, arguments + [result]) == 0 else { throw BenchProblem("\(program) failed") }
  let figures = try String(contentsOfFile: result, encoding: .utf8).split(separator: " ").compactMap { Double($0) }
  guard figures.count == 2 else { throw BenchProblem("\(program) left no figures") }
  return Measured(milliseconds: figures[0], mebibytes: figures[1] / 1024)
}

/// Lets the disk take in what was written before, so that no measured program waits for what others made.
func settleDisk() { sync() }

/// Leaves the figures of this process where `measure` looks for them.
func leave(_ milliseconds: Double, at result: String) throws {
  // What getrusage tells includes the process that this one was started from.
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.split(separator: " ").dropFirst().first
  try "\(milliseconds) \(peak ?? "0")".write(toFile: result, atomically: true, encoding: .utf8)
}

/// The Python in which the other programs are looked for: of `make bench`, else that of the system; `nil` where it
/// lacks a module.
func python(with module: String) throws -> String? {
  // A virtual environment is only found by a path without "..".
  let build = (0..<3).reduce(URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()) { folder, _ in
    folder.deletingLastPathComponent()
  }
  let own = build.path + "/bench/bin/python3"
  let paths = [own, "/usr/bin/python3"].filter { FileManager.default.isExecutableFile(atPath: $0) }
  return try paths.first { try runProgram($0, ["-c", "import \(module)"]) == 0 }
}
