import Diagnostics
import DocxTemplate
import Jinja
import WordprocessingML

/// The elements that set values, gaps and findings apart in the page of a letter.
struct PreviewMarks {
  private let finder: SourceFinder
  private let language: MessageLanguage
  private(set) var marks = HTMLMarks()

  init(finder: SourceFinder, language: MessageLanguage) {
    self.finder = finder
    self.language = language
    marks.styleSheet = Self.styleSheet + FindingMark.styleSheet
  }

  // MARK: Values

  mutating func add(_ values: [PrintedValue], _ figureAddress: (String) -> String) {
    for value in values { marks.values[value.number] = element(of: value, figureAddress) }
  }

  private func element(
    of value: PrintedValue, _ figureAddress: (String) -> String
  ) -> HTMLMarks.Element {
    if let gap = value.gap {
      return HTMLMarks.Element(.span, [("class", "gap"), ("data-path", gap.path)])
    }
    if case .custom(let custom) = value.value, let failed = custom as? FailedValue {
      return HTMLMarks.Element(.span, [("class", "gap"), ("title", failed.message[language])])
    }
    var kinds: [String] = []
    for source in value.origins.compactMap({ finder.source(of: $0)?.kind.rawValue })
    where !kinds.contains(source) { kinds.append(source) }
    if kinds.isEmpty { kinds = [ValueSource.Kind.template.rawValue] }
    var attributes = [("class", "value"), ("data-source", kinds.joined(separator: " "))]
    let paths = value.origins.map(\.text)
    if !paths.isEmpty { attributes.append(("data-path", paths.joined(separator: " "))) }
    if let label = value.origins.lazy.compactMap({ finder.definition.label(of: $0) }).first {
      attributes.append(("title", language == .kk ? label.kk : label.ru))
    }
    // A word that agrees with a figure is none itself.
    guard let figure = value.figure,
      value.text.contains(where: \.isNumber) || value.origins.contains(where: \.isOfMembers)
    else { return HTMLMarks.Element(.span, attributes) }
    attributes[0].1 = "value figure"
    attributes += [("href", figureAddress(figure)), ("target", "_parent")]
    return HTMLMarks.Element(.a, attributes)
  }

  // MARK: Findings

  /// Marks the words that findings are about in one original that prints `values`.
  mutating func add(
    _ diagnostics: [Diagnostic], of version: LetterLanguage, _ values: [PrintedValue]
  ) {
    for (index, diagnostic) in diagnostics.enumerated() {
      let element = FindingMark.element(of: diagnostic, index, language)
      for place in diagnostic.places {
        if place.paragraph != nil, place.language == version.rawValue {
          marks.remarks.append((.at(place), element))
        } else if place.language == nil, let block = place.block {
          for value in values where value.origins.contains(where: { $0.text == block }) {
            marks.remarks.append((.value(value.number), element))
          }
        }
      }
    }
  }

  // MARK: Pages

  /// What is shown where there is no letter at all.
  static func pageWithout(
    _ diagnostics: [Diagnostic], _ version: LetterLanguage, messages language: MessageLanguage
  ) -> [UInt8] {
    var page = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <title>\(version.rawValue)</title>
      <style>body{font:1rem sans-serif;margin:2rem}</style>
      </head>
      <body>

      """
    for (index, diagnostic) in diagnostics.enumerated() where diagnostic.severity == .error {
      page += "<p class=\"finding error\" id=\"finding-\(index)\">"
      page += HTMLMarks.escaped(diagnostic.message[language]) + "</p>\n"
    }
    return Array((page + "</body>\n</html>\n").utf8)
  }

  /// On paper the marks are gone, and a gap is a text in brackets.
  private static let styleSheet = """
    .value{background:#eef4fb}
    .figure{color:#0b4a8f;text-decoration:underline dotted}
    .figure:hover,.figure:focus{background:#d5e5f7;text-decoration:underline}
    .gap{background:#fff3c4;color:#5c4400;border-bottom:1pt dashed #8a6d00}
    .gap::before{content:"["}.gap::after{content:"]"}
    @media print{.value,.figure,.gap{background:none;color:inherit;border:none;\
    outline:none;text-decoration:none}}

    """
}

extension PrintedValue {
  /// The first figure that the value is, or is made of.
  fileprivate var figure: String? {
    origins.lazy.compactMap { origin in
      guard origin.steps.count > 1, origin.steps[0] == .name("figures"),
        case .name(let name) = origin.steps[1]
      else { return nil }
      return name
    }.first
  }
}

extension ValuePath {
  /// Whether it leads to what a figure has counted.
  fileprivate var isOfMembers: Bool { steps.count > 2 && steps[2] == .name("members") }
}

extension KindDefinition {
  /// What the field or the figure that a path leads to is called; `nil` for values that no form asks for.
  fileprivate func label(of path: ValuePath) -> Bilingual? {
    var steps = path.steps[...]
    guard case .name(let first)? = steps.popFirst() else { return nil }
    if first == "figures", case .name(let name)? = steps.first {
      return figures.first { $0.name == name }?.label
    }
    var fields = self.fields
    var name: String? = first
    var label: Bilingual?
    while let current = name, let field = fields.first(where: { $0.name == current }) {
      label = field.label
      fields =
        switch field.type.item {
        case .group(let members): members
        case .inquiry: RecordFields.inquiry
        case .organisation: RecordFields.organisation
        case .resources: RecordFields.resource
        case .organisers: RecordFields.organiser
        case .period: RecordFields.period
        default: []
        }
      name = nil
      while let step = steps.popFirst() {
        guard case .name(let next) = step else { continue }
        name = next
        break
      }
    }
    return label
  }
}
