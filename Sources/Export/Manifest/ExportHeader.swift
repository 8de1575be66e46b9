public import CivilDates
import Diagnostics
import JSON
import Letters
import Register

/// What an export is: which letters it has, and everything but the letters' own data that their bytes depend on.
public struct ExportHeader: Hashable, Sendable {
  /// The version of the program.
  public let program: String
  public let period: Period
  public let asOf: CivilDate
  /// The register's last write that the export knows of.
  public let revision: Int
  /// The SHA-256 of all that the register had after it, by which another register is known.
  public let content: String
  let dating: DocumentSelection.State
  let kinds: [String]?
  let statuses: [String]?
  let names: String
  let forms: [String]
  /// The part, such as `2/8`; `nil` for the whole.
  public internal(set) var shard: String?
  let allowances: [String]
  /// How many letters the period has, those of other parts among them.
  public let total: Int
  /// The SHA-256 of each file of each kind, by its name.
  let templates: [String: [String: String]]
  /// The SHA-256 of each file of the reference data, by its name.
  let reference: [String: String]

  init(
    _ request: ExportRequest, _ plan: ExportPlan, content: String,
    templates: [String: [String: String]], reference: [String: String]
  ) {
    program = request.program
    period = request.period
    asOf = request.asOf
    revision = request.revision
    self.content = content
    dating = request.dating
    kinds = request.kinds?.sorted()
    statuses = request.statuses?.map(\.rawValue).sorted()
    names = request.names.text
    forms = LetterForm.allCases.filter(request.forms.contains).map(\.rawValue)
    shard = request.shard.map { "\($0.index)/\($0.count)" }
    allowances = request.allowances.map { "\($0.rule)=\($0.reason)" }
    total = plan.total
    self.templates = templates
    self.reference = reference
  }

  /// The names of the conditions, as the command line has them, in which another export is another one.
  func conditionsDiffering(from other: ExportHeader) -> [String] {
    var names: [String] = []
    if period != other.period { names.append("--period") }
    if asOf != other.asOf { names.append("--as-of") }
    if revision != other.revision { names.append("--revision") }
    if content != other.content { names.append("--register") }
    if dating != other.dating { names.append("--by") }
    if kinds != other.kinds { names.append("--kinds") }
    if statuses != other.statuses { names.append("--status") }
    if self.names != other.names { names.append("--names") }
    if forms != other.forms { names.append("--to") }
    if shard != other.shard { names.append("--shard") }
    return names
  }

  /// Whether a letter of `kind` comes out with the same bytes under `other`, if its own data and path are the same.
  func makesSame(_ kind: String, as other: ExportHeader) -> Bool {
    program == other.program && revision == other.revision && content == other.content
      && asOf == other.asOf && period == other.period && forms == other.forms
      && allowances == other.allowances && reference == other.reference
      && templates[kind] == other.templates[kind]
  }
}

extension ExportHeader {
  static let format = "qoshat-export-1"

  var json: JSON {
    var members: [JSON.Member] = [
      JSON.Member("format", .string(Self.format)), JSON.Member("program", .string(program)),
      JSON.Member(
        "period", ["from": .string(period.from.iso), "to": .string(period.to.iso)]),
      JSON.Member("asOf", .string(asOf.iso)),
      JSON.Member(
        "register", ["revision": .integer(revision), "contentSHA256": .string(content)]),
      JSON.Member("by", .string(dating.rawValue)),
      JSON.Member("kinds", kinds.map(Self.list) ?? .null),
      JSON.Member("statuses", statuses.map(Self.list) ?? .null),
      JSON.Member("names", .string(names)), JSON.Member("forms", Self.list(forms)),
    ]
    if let shard { members.append(JSON.Member("shard", .string(shard))) }
    members += [
      JSON.Member("allowances", Self.list(allowances)), JSON.Member("total", .integer(total)),
      JSON.Member(
        "templates",
        .object(
          templates.sorted { $0.key < $1.key }.map { JSON.Member($0.key, Self.sums($0.value)) })),
      JSON.Member("reference", Self.sums(reference)),
    ]
    return .object(members)
  }

  /// The header that `json` is; `nil` if it is none.
  init?(_ json: JSON) {
    guard json["format"]?.string == Self.format, let program = json["program"]?.string,
      let from = json["period"]?["from"]?.string.flatMap({ CivilDate(iso: $0) }),
      let to = json["period"]?["to"]?.string.flatMap({ CivilDate(iso: $0) }),
      let period = Period(from: from, to: to),
      let asOf = json["asOf"]?.string.flatMap({ CivilDate(iso: $0) }),
      case .integer(let revision)? = json["register"]?["revision"],
      let content = json["register"]?["contentSHA256"]?.string,
      let dating = json["by"]?.string.flatMap({ DocumentSelection.State(rawValue: $0) }),
      let names = json["names"]?.string, let forms = Self.texts(json["forms"]),
      let allowances = Self.texts(json["allowances"]), case .integer(let total)? = json["total"],
      case .object(let kinds)? = json["templates"], let reference = Self.sums(json["reference"])
    else { return nil }
    self.program = program
    self.period = period
    self.asOf = asOf
    self.revision = revision
    self.content = content
    self.dating = dating
    self.kinds = Self.texts(json["kinds"])
    statuses = Self.texts(json["statuses"])
    self.names = names
    self.forms = forms
    shard = json["shard"]?.string
    self.allowances = allowances
    self.total = total
    self.reference = reference
    var templates: [String: [String: String]] = [:]
    for kind in kinds { templates[kind.name] = Self.sums(kind.value) }
    self.templates = templates
  }

  private static func list(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  private static func texts(_ json: JSON?) -> [String]? {
    guard case .array(let elements)? = json else { return nil }
    return elements.compactMap(\.string)
  }

  private static func sums(_ sums: [String: String]) -> JSON {
    .object(sums.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
  }

  private static func sums(_ json: JSON?) -> [String: String]? {
    guard case .object(let members)? = json else { return nil }
    return Dictionary(
      members.map { ($0.name, $0.value.string ?? "") }, uniquingKeysWith: { first, _ in first })
  }
}
