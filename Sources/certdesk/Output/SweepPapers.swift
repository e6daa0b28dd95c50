import CaseStore
import Casework
import Exchange

/// Writes the papers of a sweep, for the command and for the desk.
struct SweepPapers {
  let store: CaseStore
  let session: Session
  let language: Language

  /// Writes the files, logs each part, and notes what goes to whom so that it can be called back.
  func write(
    _ parts: [SweepPart], of sweep: Sweep, for receivers: [Receiver], because reason: String?,
    _ format: PaperFile.Format, to path: String
  ) throws -> [ExportedFile] {
    let material = try store.material(of: sweep, by: session)
    let paper = material.paper(parts, of: try store.office().name, on: store.today)
    let export = PaperExport(
      language: language, store: store, session: session,
      reason: reason ?? Phrase("\(sweep.quarter) 季度核销", "sweep of \(sweep.quarter)")(in: language),
      about: ["sweep": sweep.number, "receiver": receivers.map(\.rawValue).joined(separator: ",")])
    return try export.write(paper, format, to: path) { try note($0, of: parts, to: receivers, of: material) }
  }

  private func note(
    _ file: ExportedFile, of parts: [SweepPart], to receivers: [Receiver], of material: SweepMaterial
  ) throws {
    for part in file.parts.compactMap({ SweepPart(rawValue: $0.code) }) {
      let rows = material.rowsTold(in: part)
      let to = part.told(receivers, amongParts: parts)
      guard !rows.isEmpty, !to.isEmpty else { continue }
      let what: Dispatch.What =
        switch part {
        case .letters: .letter
        case .feed: .feed
        default: .list
        }
      try store.noteSent(
        what, to: to, about: .sweep(material.sweep.number, rows: rows), file: FileNames.last(of: file.path),
        sha256: file.sha256, by: session)
    }
  }
}
