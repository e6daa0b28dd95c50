import Dispatch
import Foundation
import GRDBSQLite

/// Reads a store's file once through on a thread of its own, so that the system has it in its memory before somebody
/// asks: in the morning the first search of a name would otherwise wait for the disk, page by page.
///
/// Nothing is kept of it here, and a store that would fill the memory is left alone.
struct ReadingIn: Sendable {
  private static let piece: Int32 = 1 << 20

  let path: String
  /// How many bytes of memory the system could give.
  let room: Int

  func begin() {
    DispatchQueue(label: "reading in", qos: .background).async { _ = read() }
  }

  /// How many bytes were read.
  func read() -> Int {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    // By SQLite's own file: closing another one would let go of every lock this process has on the store.
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
      sqlite3_exec(connection, "PRAGMA schema_version", nil, nil, nil) == SQLITE_OK
    else { return 0 }
    var file: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard let file, let methods = file.pointee.pMethods?.pointee else { return 0 }
    var size: sqlite3_int64 = 0
    guard methods.xFileSize(file, &size) == SQLITE_OK, size <= room / 2 else { return 0 }
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: Int(Self.piece), alignment: 16)
    defer { bytes.deallocate() }
    var place: sqlite3_int64 = 0
    while place < size {
      let count = Int32(min(sqlite3_int64(Self.piece), size - place))
      guard methods.xRead(file, bytes, count, place) == SQLITE_OK else { break }
      place += sqlite3_int64(count)
    }
    return Int(place)
  }

  /// What the system could give without taking it from somebody, in bytes; none where it does not tell.
  static var freeMemory: Int {
    let told = FileManager.default.contents(atPath: "/proc/meminfo").map { String(decoding: $0, as: UTF8.self) }
    guard let line = told?.split(separator: "\n").first(where: { $0.hasPrefix("MemAvailable:") }) else { return 0 }
    return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}
