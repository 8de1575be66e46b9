import CivilDates

extension Forms {
  /// A labelled field of several lines.
  static func area(
    _ name: String, _ label: String, value: String = "", rows: Int = 4, help: String? = nil,
    error: String? = nil, isRequired: Bool = false
  ) -> HTML {
    // The first line break behind the tag is none of the value's (HTML, §13.1.2.5).
    framed(name, label, help: help, error: error, isRequired: isRequired) { shared in
      "<textarea rows=\"\(rows)\"\(shared)>\n\(value)</textarea>"
    }
  }

  /// A box to be ticked; sends `value`.
  static func check(_ name: String, _ label: String, value: String = "yes", isOn: Bool) -> HTML {
    let id = "field-\(name)-\(value)"
    let mark: HTML = isOn ? " checked" : ""
    return """
      <div class="check"><input type="checkbox" id="\(id)" name="\(name)" value="\(value)"\(mark)> <label for="\(id)">\(label)</label></div>

      """
  }

  /// A field of which the visitor cannot see or change the value.
  static func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\n"
  }
}

extension FormFields {
  /// What was written into a field of a date.
  enum DateField: Equatable {
    case empty, wrong
    case date(CivilDate)

    var date: CivilDate? { if case .date(let date) = self { date } else { nil } }
  }

  func date(_ name: String) -> DateField {
    guard let text = text(name) else { return .empty }
    return CivilDate(iso: text).map { .date($0) } ?? .wrong
  }
}
