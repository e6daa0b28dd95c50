import ArgumentParser
import CaseStore
import Casework
import Exchange
import Foundation

/// Where a paper goes: onto the terminal as text, or into files, which leaves a mark in the log and in the file.
struct PaperExport {
  let language: Language
  let store: CaseStore
  let session: Session
  /// Why it was taken out.
  let reason: String
  /// What the log keeps about it besides: `sweep`, `period`, `receiver`.
  let about: Entries

  /// Writes the files and logs each part of one before it has its name: none lies there that the log does not know.
  ///
  /// - Parameter note: what is to be known of it besides.
  func write(
    _ paper: Paper, _ format: PaperFile.Format, to path: String, noting note: (ExportedFile) throws -> Void = { _ in }
  ) throws -> [ExportedFile] {
    var marked = paper
    let digest = CaseStore.digest(of: paper.contents(in: language))
    marked.marks = [
      Phrase(
        "制表：\(session.staff.name) \(store.now.iso.prefix(16))", "By \(session.staff.name), \(store.now.iso.prefix(16))"),
      Phrase("事由：\(reason)", "For: \(reason)"), Phrase("内容校验 \(digest.prefix(16))", "Contents \(digest.prefix(16))"),
    ]
    var fields = about
    fields["reason"] = reason
    fields["contents"] = digest
    var exported: [ExportedFile] = []
    _ = try naming(path) {
      try PaperFile(path: path, format: format, in: language).write(marked) { file, temporaryPath in
        let parts = file.chapters.map {
          (code: $0.code, rows: $0.rows.count, columns: $0.columns.map { $0.heading(in: language) })
        }
        let sha256 = try store.noteExport(
          of: try readFile(temporaryPath), as: FileNames.last(of: file.path), parts: parts, about: fields, by: session)
        let logged = ExportedFile(
          path: file.path, sha256: sha256, parts: parts.map { ($0.code, $0.rows) }, unknownGlyphs: file.unknownGlyphs)
        try note(logged)
        exported.append(logged)
      }
    }
    return exported
  }
}

extension PaperExport {
  /// Writes the files where nobody else can read, prints what is in them one behind the other, and takes them away.
  func printOut(_ paper: Paper, _ format: PaperFile.Format) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("certdesk-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { files.removeQuietly(folder) }
    for (place, file) in try write(paper, format, to: folder.appendingPathComponent("output").path).enumerated() {
      if place > 0 { print() }
      fflush(nil)
      try FileHandle.standardOutput.write(contentsOf: Data(readFile(file.path)))
    }
  }
}

extension FileManager {
  /// What cannot be taken away lies in the folder for temporary files and goes with it.
  fileprivate func removeQuietly(_ folder: URL) {
    do { try removeItem(at: folder) } catch { return }
  }
}

extension PaperFile.Format {
  /// Whether a terminal or a pipe can take it.
  var isText: Bool { self == .csv || self == .csvGB18030 }
}

/// A file that was written and logged.
struct ExportedFile {
  let path: String
  let sha256: String
  let parts: [(code: String, rows: Int)]
  /// How many characters no font of this machine can draw.
  let unknownGlyphs: Int

  /// Says what stands as boxes, and what to install.
  func complain(to printer: Printer) {
    guard unknownGlyphs > 0 else { return }
    printer.complain(
      Phrase(
        "\(path)：有 \(unknownGlyphs) 个字本机字体没有，印成了方框；请装 fonts-noto-cjk 或 fonts-babelstone-han 再出一次",
        "\(path): no font here has \(unknownGlyphs) of its characters, which stand as boxes; install fonts-noto-cjk or fonts-babelstone-han"
      )(in: printer.language))
  }

  var json: JSON {
    .object([
      "file": .string(path), "sha256": .string(sha256), "parts": .strings(parts.map(\.code)),
      "rows": .int(parts.reduce(0) { $0 + $1.rows }),
    ])
  }

  static func text(of files: [ExportedFile]) -> Phrase {
    let names = files.map(\.path)
    return Phrase("已写入 \(names.joined(separator: "、"))", "Written to \(names.joined(separator: ", "))")
  }
}

extension Paper {
  /// The paper as a terminal shows it.
  func text(in language: Language) -> String {
    let parts = chapters.map { chapter -> String in
      var table = TextTable(chapter.columns.map(\.heading), in: language)
      for row in chapter.rows { table.append(row.map { $0(in: language).printable() }) }
      let notes = chapter.notes.map { $0(in: language) + "\n" }.joined()
      return "\(chapter.title(in: language))\n\(notes)\(table.text)"
    }
    return ([title(in: language)] + parts).joined(separator: "\n\n")
  }
}

extension PaperFile.Format: ExpressibleByArgument {}
