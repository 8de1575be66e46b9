import Foundation

@testable import QoshatWeb

/// What a browser sends of the inputs of a page, if nobody touches them.
enum SentForm {
  static func values(of html: HTML) throws -> FormValues {
    var fields = FormFields()
    let text = html.text
    let control =
      /<input(?<input>[^>]*)>|<textarea(?<area>[^>]*)>(?<text>[^<]*)<\/textarea>|<select(?<select>[^>]*)>(?<options>.*?)<\/select>/
      .dotMatchesNewlines()
    for match in text.matches(of: control) {
      if let input = match.input {
        let type = attribute("type", input) ?? "text"
        guard let name = attribute("name", input) else { continue }
        if type == "checkbox", !input.contains(" checked") { continue }
        fields.add(name, shown(attribute("value", input) ?? "", type))
      } else if let area = match.area, let content = match.text,
        let name = attribute("name", area)
      {
        // The first end of a line is not part of the text.
        let written = content.first == "\n" ? content.dropFirst() : content
        fields.add(name, unescaped(written))
      } else if let select = match.select, let options = match.options,
        let name = attribute("name", select)
      {
        let all = options.matches(of: /<option(?<attributes>[^>]*)>/).map(\.attributes)
        let chosen = all.first { $0.contains(" selected") } ?? all.first
        fields.add(name, chosen.flatMap { attribute("value", $0) } ?? "")
      }
    }
    return FormValues(fields)
  }

  /// What a browser takes of a value: one line, and a date only in a picker of dates.
  private static func shown(_ value: String, _ type: String) -> String {
    let line = value.filter { !$0.isNewline }
    guard type == "date" else { return line }
    return line.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil ? "" : line
  }

  private static func attribute(_ name: String, _ tag: Substring) -> String? {
    guard let start = tag.range(of: " \(name)=\"") else { return nil }
    return unescaped(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = String(text)
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#10;", "\n"), ("&#9;", "\t"),
      ("&#xA;", "\n"), ("&#x9;", "\t"), ("&#13;", "\r"), ("&#xD;", "\r"), ("&amp;", "&"),
    ] {
      result = result.replacingOccurrences(of: entity, with: character)
    }
    return result
  }
}
