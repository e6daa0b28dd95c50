import CaseStore
import Casework

/// What the office already holds on one person: certificates, cases, and until when a new application is barred.
struct PersonStanding: Hashable, Sendable {
  let certificates: [Certificate]
  let cases: [Application]
  /// The first day on which a new application is possible again.
  let barEnds: Day?
  /// Refusals that can still be objected to, by case.
  let terms: [Int64: RunningTerm]
  /// Rows of lists by which the person has died, that nobody has found to be wrong.
  let reportedDeaths: [ReportedDeath]
  let today: Day

  init(of identity: String, under policy: Policy, in store: CaseStore) throws {
    today = store.today
    let complete = IdentityNumber(identity) != nil
    certificates = complete ? try store.certificates(of: identity) : []
    cases = complete ? try store.cases(of: identity) : []
    reportedDeaths = complete ? try store.reportedDeaths(ofHolder: identity) : []
    terms = try cases.reduce(into: [:]) { $0[$1.id] = try store.runningTerm(of: $1) }
    let cancelled = certificates.filter(\.barsNewApplication).compactMap { $0.day(of: .cancel) }.max()
    let end = cancelled?.adding(months: policy.barMonths)
    barEnds = end.flatMap { store.today < $0 ? $0 : nil }
  }

  /// Whether a certificate moved to another county, where it may be valid.
  var hasMovedOut: Bool { certificates.contains { $0.state == .movedOut } }

  /// Whom the number belongs to, as far as the office knows.
  var name: String? {
    [certificates.last?.name, cases.last?.applicant].compactMap { $0 }.first { !$0.isEmpty }
  }

  /// The names that the register and open cases have under the number, the last first: one, unless two people were taken
  /// for one.
  ///
  /// A name that was changed with its card, or is about to be, is no second person's.
  var names: [String] {
    let serials = Set(certificates.map { $0[.serial] }.filter { !$0.isEmpty })
    let held = certificates.filter { $0.entries["replace.successor"].map { !serials.contains($0) } ?? true }
    let open = (held.isEmpty ? cases : openCases).filter { $0.service != .renewInformation }
    let all = held.reversed().map(\.name) + open.reversed().map(\.applicant)
    return all.reduce(into: []) { names, name in
      if !name.isEmpty, !names.contains(where: { Cleaning.name($0).text == Cleaning.name(name).text }) {
        names.append(name)
      }
    }
  }

  /// Cases on which there is something left to do; also one that was terminated and whose card stands again and waits.
  var openCases: [Application] {
    cases.filter { application in
      !Application.State.finished.contains(application.state)
        || application.wasTerminated
          && certificates.contains {
            $0[.application] == application.number && $0.isAwaitingCollection && $0.state(on: today).isActive
          }
    }
  }

  /// One line for each thing that matters, the gravest first; none where the person is new here.
  ///
  /// - Parameters:
  ///   - shown: a certificate that is told of already.
  ///   - told: the cases of which the same is true.
  func lines(besides id: Int64?, and shown: Certificate? = nil, told: [String] = []) -> [FactLine] {
    held(besides: shown)
      + openCases.filter { $0.id != id && !told.contains($0.number) }.map { other in
        FactLine(
          Phrase("另有业务", "Another case"),
          .verbatim(other.number + " ") + other.kindName + .verbatim(" ") + other.state.name, .warning)
      } + past
  }

  /// The same for whoever decides a case of the person, to whom it is also said that there is nothing.
  func duplicates(in facts: CaseFacts) -> [FactLine] {
    let others = lines(
      besides: facts.application.id, and: facts.around.certificate, told: facts.around.beside.map(\.number))
    let none = FactLine(Phrase("重复", "Duplicates"), Phrase("没有发现", "none found"))
    return others.isEmpty && facts.around.namesakes.isEmpty && facts.around.beside.isEmpty ? [none] : others
  }

  /// Deaths that lists report, bar and certificates.
  var held: [FactLine] {
    reportedDeaths.map { FactLine(Phrase("请核", "Check"), $0.sentenceOfHolder, .warning) } + held(besides: nil)
  }

  private func held(besides shown: Certificate?) -> [FactLine] {
    var lines: [FactLine] = []
    if let barEnds {
      lines.append(
        FactLine(
          Phrase("可申请日期 \(barEnds)", "Possible from \(barEnds)"),
          Phrase("注销后一年内不得重新申请（办法第二十四条）", "barred for a year after cancelling (Measures art. 24)"), .warning))
    }
    lines += certificates.reversed().filter { $0.id != shown?.id }.map { certificate in
      let state = certificate.state(on: today)
      return FactLine(
        Phrase("已有证件", "Certificate"),
        .verbatim(names.count > 1 ? certificate.name + " " : "")
          + .verbatim(Masking.certificate(certificate.number) + " ") + state.name + Self.reason(of: certificate)
          + Phrase("，有效期至 \(certificate[.validTo])", ", valid to \(certificate[.validTo])"),
        state.isActive || state == .movedOut || certificate.cancellation == .death ? .warning : .plain)
    }
    return lines
  }

  /// The newest cases that ended without what was asked for, and how (features: 1).
  var past: [FactLine] {
    let ended = cases.reversed().compactMap { past in past.endedAs.map { (past, $0) } }
    return ended.prefix(3).map { past, outcome in
      let reason = past.reasonOfEnd
      return FactLine(
        Phrase("以往业务", "Earlier"),
        .verbatim("\(past.number) ") + past.service.name + .verbatim(" ") + outcome.name
          + .verbatim(" \(past.since)\(reason.isEmpty ? "" : "：\(reason)")")
          + (terms[past.id].map { Phrase("；", "; ") + $0.words } ?? Phrase("", "")),
        terms[past.id] == nil ? .plain : .warning)
    }
  }

  private static func reason(of certificate: Certificate) -> Phrase {
    certificate.cancellation.map { Phrase("（", " (") + $0.name + Phrase("）", ")") } ?? Phrase("", "")
  }
}
