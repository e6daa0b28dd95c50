/// One setting of the office (domain: 10.1): a row of a table, whose code is stored and never renamed.
public struct PolicyKey: Hashable, Sendable {
  public let code: String
  public let name: Phrase
  public let value: PolicyValue
  /// The value where the office has set none; empty where the rule is off.
  public let standard: String
  /// Where the value comes from: an article, a custom of offices, or this program.
  public let source: Phrase
  public let binding: Binding
  /// The services that it concerns.
  let services: Set<ServiceKind>

  /// Which day's value counts for a case.
  public enum Binding: Hashable, Sendable {
    /// A case keeps the value of the day on which it was opened.
    case opening
    /// The value of the day on which the step is taken.
    case step

    public var words: Phrase {
      switch self {
      case .opening: Phrase("业务按登记当日的值办到底", "a case keeps the value of the day it was opened")
      case .step: Phrase("按办理当日的值", "the value of the day of the act")
      }
    }
  }

  init(
    _ code: String, _ name: Phrase, _ value: PolicyValue, standard: String, from source: Phrase, binding: Binding,
    services: Set<ServiceKind> = Set(ServiceKind.allCases)
  ) {
    self.code = code
    self.name = name
    self.value = value
    self.standard = standard
    self.source = source
    self.binding = binding
    self.services = services
  }

  func concerns(_ service: ServiceKind) -> Bool { services.contains(service) }

  /// Every setting there is, in the order in which lists show them.
  public static let all: [PolicyKey] =
    [countyOldCodes] + intake + assessment + decision + renewal + services + transfer + reminders

  /// Settings that there were once: what was decided about them stays in the log and rules nothing.
  public static let retired: Set<String> = ["log.retention_years"]

  /// The setting with this code.
  public init?(code: String) {
    guard let found = Self.byCode[code] else { return nil }
    self = found
  }

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  public static func == (left: PolicyKey, right: PolicyKey) -> Bool { left.code == right.code }
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Phrase {
  static let design = Phrase("本程序设定", "design")
  static let localPractice = Phrase("各地做法", "local practice")
  static let crossProvince = Phrase("跨省通办事项规定", "Cross-province service rules")
  static let measures2008 = Phrase("2008 年办法", "Measures 2008")
  public static let subsidyRule = Phrase("两项补贴规定", "national subsidy rule")

  static func measures(_ article: Int) -> Phrase { Phrase("办法第 \(article) 条", "Measures art. \(article)") }
}
