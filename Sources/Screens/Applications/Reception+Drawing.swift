import Casework
import TerminalKit

extension ReceptionScreen {
  func draw(_ row: Row, row line: Int, style: Style, on canvas: inout Canvas, in language: Language) {
    let own: Style = style == .plain && refusal(of: row) != nil ? .faint : style
    let (name, rest) = words(of: row, in: language)
    let end = canvas.write(name, column: 3, row: line, style: own)
    let column = max(end + 2, rest.column)
    canvas.write(rest.text.shortened(to: canvas.size.columns - column - 1), column: column, row: line, style: own)
  }

  /// What a row is called, and what stands behind it and where.
  private func words(of row: Row, in language: Language) -> (name: String, rest: (text: String, column: Int)) {
    let behind = reasonInWords(of: row, in: language)
    switch row {
    case .service(let offer): return (offer.service.name(in: language), (behind, 20))
    case .move(let move, _, _): return (move.name(in: language), (behind, 20))
    case .person(let certificate):
      let state = today.map { certificate.state(on: $0) } ?? certificate.state
      let parts = [Masking.certificate(certificate.number), state.name(in: language), certificate[.address]]
      return (certificate.name, (parts.joined(separator: "  "), 16))
    case .applicant(let application):
      let name = application.applicant.isEmpty ? "—" : application.applicant
      return (name, (application.words(in: language) + "  " + application[.address], 16))
    case .helped(let one):
      let whose = Phrase("办\(one.application.applicant)的事", "For \(one.application.applicant)")
      let part = Phrase("其", "") + one.part.name + Phrase("  ", "  ")
      return (whose(in: language), (part(in: language) + one.application.words(in: language), 20))
    case .application(let application):
      let goOn = Phrase("接着办", "Go on with")
      return (goOn(in: language), (application.words(in: language), 20))
    }
  }

  private func reasonInWords(of row: Row, in language: Language) -> String {
    reason(of: row).map { $0.sign + " " + $0.refusal.explanation(in: language) } ?? ""
  }

  /// The reason of the chosen row, once more in full where its own line has no room for it.
  func wholeReason(columns: Int, in language: Language) -> [String] {
    guard let chosen, !reasonInWords(of: chosen, in: language).isEmpty else { return [] }
    let (name, rest) = words(of: chosen, in: language)
    let room = columns - max(3 + name.columns + 2, rest.column) - 1
    return rest.text.columns > room ? rest.text.wrapped(to: columns - 2) : []
  }
}

extension Application {
  /// `431281-2026-000015  新办  退回补正`.
  fileprivate func words(in language: Language) -> String {
    [number, service.name(in: language), (endedAs ?? state).name(in: language)].joined(separator: "  ")
  }
}
