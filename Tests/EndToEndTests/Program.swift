import Foundation
import Synchronization
import Testing

/// The real executable, run as a script runs it, on a store of its own.
struct Program {
  private let place: Place
  var folder: String { place.path }
  var store: String { "\(folder)/office.sqlite" }
  var today: String

  struct Answer {
    let status: Int32
    let output: String
    let complaint: String

    /// The last line as JSON.
    func json() throws -> [String: Any] {
      let line = try #require(output.split(separator: "\n").last, "nothing was printed: \(complaint)")
      return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  init(today: String) throws {
    place = try Place()
    self.today = today
  }

  /// A folder that is gone when nobody holds it any more, also after a test that failed.
  private final class Place: Sendable {
    let path = NSTemporaryDirectory() + "certdesk-e2e-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    deinit {
      guard FileManager.default.fileExists(atPath: path) else { return }
      do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }
  }

  static let executable = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("certdesk").path

  func remove() throws { try FileManager.default.removeItem(atPath: folder) }

  /// A rehearsal office without holders, whose people all have their passwords in files.
  ///
  /// A copy: founding one digests thirteen passwords, slowly as it should.
  static func office(today: String) throws -> Program {
    let files = try founded.withLock { founded in
      if let files = founded[today] { return files }
      let office = try found(today: today)
      let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
      let files = try names.map { (name: $0, bytes: try Data(contentsOf: URL(filePath: office.path($0)))) }
      try office.remove()
      founded[today] = files
      return files
    }
    let copy = try Program(today: today)
    for file in files { try copy.keep(file.bytes, as: file.name) }
    return copy
  }

  /// The files of the offices that others are copied from, by their business date.
  private static let founded = Mutex<[String: [(name: String, bytes: Data)]]>([:])

  private static func found(today: String) throws -> Program {
    let program = try Program(today: today)
    let made = try program.run("demo", "--holders", "0", "--json").json()
    for member in try #require(made["staff"] as? [[String: Any]]) {
      let (name, password) = (try #require(member["staff"] as? String), try #require(member["password"] as? String))
      try program.keep(password, as: "\(name).password", mode: 0o600)
    }
    return program
  }

  func keep(_ text: String, as name: String, mode: Int = 0o600) throws {
    try keep(Data(text.utf8), as: name, mode: mode)
  }

  func keep(_ bytes: Data, as name: String, mode: Int = 0o600) throws {
    _ = FileManager.default.createFile(
      atPath: "\(folder)/\(name)", contents: bytes, attributes: [.posixPermissions: mode])
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Runs a command on the store, on the business date, as nobody.
  @discardableResult
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Answer {
    try start(arguments, input: input, environment: environment)
  }

  func run(all arguments: [String]) throws -> Answer { try start(arguments, input: "", environment: [:]) }

  /// Runs a command as somebody, with JSON out.
  @discardableResult
  func run(as staff: String, _ arguments: String..., second: String? = nil) throws -> Answer {
    var all = arguments + ["--as", staff, "--password-file", path("\(staff).password"), "--json"]
    if let second { all += ["--second", second, "--second-password-file", path("\(second).password")] }
    return try start(all, input: "", environment: [:])
  }

  private func start(_ arguments: [String], input: String, environment: [String: String]) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: Self.executable)
    process.arguments = arguments
    process.environment = ["CERTDESK_STORE": store, "CERTDESK_TODAY": today, "HOME": folder, "LC_ALL": "C.UTF-8"]
      .merging(environment) { _, given in given }
    let (given, said, complained) = (
      Pipe(), FileSink(path("out-\(UUID().uuidString)")), FileSink(path("err-\(UUID().uuidString)"))
    )
    process.standardInput = given
    process.standardOutput = try said.open()
    process.standardError = try complained.open()
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    process.waitUntilExit()
    return Answer(status: process.terminationStatus, output: try said.text(), complaint: try complained.text())
  }
}

/// Where a program's output goes: a file, so that no full pipe stops it.
private struct FileSink {
  private let path: String

  init(_ path: String) { self.path = path }

  func open() throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return try FileHandle(forWritingTo: URL(filePath: path))
  }

  func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
}
