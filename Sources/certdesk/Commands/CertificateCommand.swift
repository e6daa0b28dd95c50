import ArgumentParser
import CaseStore
import Casework

/// What people do with a certificate itself, and which services its holder may ask for.
struct CertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "证件办理：挂失、找回、联系、回执 · moves on a certificate itself",
    subcommands: [Do.self, Services.self])

  struct Do: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "do",
      abstract:
        "\(Certificate.Move.byHand.map(\.rawValue).sorted().joined(separator: "|")) · fire one move of a certificate")
    @Argument(help: "NUMBER") var number: String
    @Argument(help: "EVENT") var event: String
    @Option(name: .customLong("set"), help: "FIELD=VALUE") var fields: [String] = []
    @OptionGroup var secondPerson: SecondPersonOptions
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      guard let move = Certificate.Move(rawValue: event) else {
        let known = Certificate.Move.byHand.map(\.rawValue).sorted().joined(separator: " ")
        throw Unusable("unknown_event", Phrase("没有「\(event)」这一步，可选：\(known)", "No event “\(event)”; one of: \(known)"))
      }
      let (store, session) = try global.signIn()
      let changed = try store.record(
        move, try SetFields.entries(fields), onCertificate: number, by: session,
        second: try secondPerson.session(on: store, global))
      let state = changed.state(on: store.today)
      global.printer.answer(
        .object([
          "certificate": .string(changed.number), "state": .string(state.rawValue), "seq": .int(changed.sequence),
        ]),
        Phrase(
          "\(Masking.certificate(changed.number)) \(move.name.chinese)：\(state.name.chinese)",
          "\(Masking.certificate(changed.number)) \(move.name.english): \(state.name.english)"))
    }
  }

  struct Services: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "services", abstract: "此人可办哪些事项 · what the person may ask for, and why not")
    @Argument(help: "IDENTITY") var identity: String
    @OptionGroup var global: GlobalOptions

    func perform() throws {
      let (store, session) = try global.signIn()
      let checked = IdentityCheck.check(identity, today: store.today)
      guard let person = checked.number else {
        throw Unusable("bad_identity", checked.problem?.advice ?? Phrase("身份号码有误", "The number is not valid"))
      }
      let printer = global.printer
      for offer in try store.serviceOffers(for: person.text, by: session) {
        guard printer.isJSON else {
          let notes = offer.refusal == nil ? offer.notes.map { "  ! " + $0.words(in: printer.language) } : []
          let why = offer.refusal.map { "  ✗ \($0.explanation(in: printer.language))" } ?? notes.joined()
          printer.out("\(offer.service.rawValue)  \(offer.service.name(in: printer.language))\(why)")
          continue
        }
        printer.out(
          JSON.object([
            "service": .string(offer.service.rawValue), "ok": .bool(offer.refusal == nil),
            "certificate": .optional(offer.certificate),
            "refusal": offer.refusal.map { $0.json(in: printer.language) } ?? .null,
            "warnings": offer.notes.json(in: printer.language),
          ]).text)
      }
    }
  }
}
