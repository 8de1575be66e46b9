import Diagnostics
public import Jinja

/// A plain-text template that a Word template includes: its text is a value where the tag stands that includes it.
public final class IncludedText: TemplateUnit {
  /// All plain-text templates are alike to the document that includes them.
  public init() {}
}

extension PartOutput {
  /// What was written to before another template was entered, and the tag that included it.
  struct Surroundings {
    let layout: PartLayout
    let included: TextOutput?
    let site: Int?
  }

  func enter(_ unit: (any TemplateUnit)?, at site: Int?) {
    outer.append(Surroundings(layout: layout, included: included, site: site))
    if let unit = unit as? PartLayout {
      layout = unit
      included = nil
    } else if unit is IncludedText {
      included = TextOutput(limit: Self.maximumBytes)
    }
  }

  func leave() throws(Fault) {
    guard let last = outer.popLast() else { return }
    let text = included !== last.included ? included?.text : nil
    (layout, included) = (last.layout, last.included)
    guard let text, !text.isEmpty, let site = last.site else { return }
    try write(.string(text), at: site, escaping: false)
  }
}

extension TextOutput {
  /// Writes a value into included text, where pictures, tables and the like have no place.
  func write(text value: Value) throws(Fault) {
    if case .custom(let custom) = value, custom is any WordValue {
      throw Fault(
        "E117",
        Message(
          kk: "қосылған мәтінде сурет, кесте сияқты мән тұра алмайды",
          ru: "во включённом тексте не может стоять рисунок, таблица и тому подобное",
          en: "a picture, a table and the like cannot stand in an included text"))
    }
    try write(.string(PartOutput.text(of: value)), at: 0, escaping: false)
  }
}
