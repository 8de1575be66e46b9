import CivilDates
import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// An act as the filters of both languages take it.
  static let actExample: KeyValuePairs<String, Value> = [
    "kind": .string("law"), "title": .string("Байланыс туралы"),
  ]

  /// The place in an act that a filter is asked for: `{{ act | бап(article=6, paragraph=1) }}`.
  ///
  /// The act is an object with `kind`, `title` or `name`, and what else is known: `number`, `date`, `issuer`, `article`, `paragraph`, `subparagraph`. The places are named from the outermost in. Both languages call the places by the same names, so that the two templates can be compared.
  static func legalReference(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> (LegalReference, LegalActNaming) {
    let object = try object(value, arguments)
    var provisions: [LegalReference.Provision] = []
    var naming = LegalActNaming.issued
    var index = 0
    while index < arguments.named.count {
      let (name, value) = arguments.named[index]
      index += 1
      if let level = LegalReference.Provision.Level(rawValue: name) {
        if !value.isAbsent { provisions.append(provision(level, value)) }
      } else if name == "naming" {
        guard let known = LegalActNaming(rawValue: value.text) else {
          throw unknownForm(
            value.text, of: arguments.callee, known: LegalActNaming.allCases.map(\.rawValue))
        }
        naming = known
      } else {
        throw unknownForm(
          name, of: arguments.callee,
          known: LegalReference.Provision.Level.allCases.map(\.rawValue) + ["naming"])
      }
    }
    let place = ownPlace(of: object, before: provisions)
    return (LegalReference(try act(object, arguments), place + provisions), naming)
  }

  /// The place that the letter kind or the case data cite, down to where the template names one itself.
  private static func ownPlace(
    of object: ObjectValue, before named: [LegalReference.Provision]
  ) -> [LegalReference.Provision] {
    let levels: [LegalReference.Provision.Level] = [.article, .paragraph, .subparagraph]
    return levels.prefix { level in !named.contains { $0.level == level } }.compactMap { level in
      guard let own = object[level.rawValue], !own.isAbsent else { return nil }
      return provision(level, own)
    }
  }

  private static func provision(
    _ level: LegalReference.Provision.Level, _ value: Value
  ) -> LegalReference.Provision {
    LegalReference.Provision(
      level, (value.list ?? [value]).map { LegalReference.Number($0.text) })
  }

  private static func act(
    _ object: ObjectValue, _ arguments: borrowing Arguments
  ) throws(Fault) -> LegalAct {
    let kindName = text(of: "kind", in: object) ?? ""
    guard let kind = LegalAct.Kind(rawValue: kindName) else {
      throw unknownForm(
        kindName, of: arguments.callee, known: LegalAct.Kind.allCases.map(\.rawValue))
    }
    func both(_ name: String) -> LegalAct.Text? {
      // A template sees the texts of its own language only.
      text(of: name, in: object).map { LegalAct.Text(kazakh: $0, russian: $0) }
    }
    let date: CivilDate? =
      if let value = object["date"], !value.isAbsent {
        try GrammarFilters.date(value, arguments)
      } else {
        nil
      }
    return LegalAct(
      kind, title: both("title"), name: both("name"), number: text(of: "number", in: object),
      date: date, issuer: both("issuer"))
  }
}

extension Value {
  fileprivate var isAbsent: Bool {
    switch self {
    case .undefined, .none: true
    default: false
    }
  }
}
