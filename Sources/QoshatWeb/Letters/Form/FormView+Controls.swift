import CivilDates
import Diagnostics
import Letters

/// Inputs of single values.
extension FormView {
  func input(_ widget: Widget, _ frame: FieldFrame, more: HTML = .nothing) -> HTML {
    let value = values[frame.path]
    switch widget {
    case .number: return frame.input(value, more: " inputmode=\"numeric\" class=\"number\"")
    case .date where value.isEmpty || CivilDate(iso: value) != nil:
      return frame.input(value, type: "date")
    // A browser would not show what is no date.
    case .date: return frame.input(value, more: " class=\"number\"")
    default:
      return value.utf8.contains(0x0A)
        ? frame.textarea(value, rows: 3, more: more) : frame.input(value, more: more)
    }
  }

  mutating func flag(_ frame: FieldFrame) -> HTML {
    var frame = frame
    frame.errors = errors(within: frame.path)
    let mark: HTML = values[frame.path] == "true" ? " checked" : .nothing
    let box: HTML =
      "<input type=\"checkbox\" name=\"\(frame.path.description)\" value=\"true\"\(frame.attributes)\(mark)>"
    let help: HTML? = frame.help.map { "<p class=\"help\" id=\"\(frame.id)-help\">\($0)</p>" }
    return """
      <div class="field check">\(box)<label for="\(frame.id)">\(frame.label)</label>\(help)
      \(frame.errorText)</div>

      """
  }

  mutating func selection(_ frame: FieldFrame, _ choices: [FormChoices.Choice]) -> HTML {
    var frame = frame
    frame.errors = errors(within: frame.path)
    return frame.field(select(frame, choices))
  }

  /// A choice of one, those that hold on the letter's day first; what is chosen stays, though it is unknown.
  func select(
    _ frame: FieldFrame, _ choices: [FormChoices.Choice], of path: FormPath? = nil,
    isRecord: Bool = false
  ) -> HTML {
    let path = path ?? frame.path
    let selected = values[path]
    func option(_ choice: FormChoices.Choice) -> HTML {
      let mark: HTML = choice.value == selected ? " selected" : .nothing
      return "<option value=\"\(choice.value)\"\(mark)>\(choice.text)</option>"
    }
    let current = choices.filter(\.isCurrent).html(option)
    let others = choices.filter { !$0.isCurrent }
    let rest: HTML =
      others.isEmpty
      ? .nothing
      : "<optgroup label=\"\(Phrase.notInForce[language])\">\(others.html(option))</optgroup>"
    var first: HTML = "<option value=\"\">–</option>"
    if isRecord {
      first += option(
        FormChoices.Choice(value: Widget.described, text: Phrase.describeRecord[language]))
    }
    let isKnown =
      selected.isEmpty || isRecord && selected == Widget.described
      || choices.contains { $0.value == selected }
    if !isKnown { first += option(FormChoices.Choice(value: selected, text: selected)) }
    let switches: HTML = isRecord ? " data-opens=\"\(path.id)\"" : .nothing
    return
      "<select name=\"\(path.description)\"\(frame.attributes)\(switches)>\(first)\(current)\(rest)</select>"
  }

  /// A text, or lines, in both languages beside each other.
  mutating func bilingual(_ widget: Widget, _ frame: FieldFrame, isLong: Bool) -> HTML {
    var frame = frame
    frame.errors = errors(at: frame.path)
    var columns = HTML.nothing
    for version in LetterLanguage.allCases {
      let name = Phrase.name(of: version)
      let path = frame.path.member(version.rawValue)
      var part = frame.part(path, name[language])
      part.errors = errors(within: path)
      let mark: HTML = " lang=\"\(version.rawValue)\""
      let text = values[path]
      let isTall = isLong || text.count > 60 || text.utf8.contains(0x0A)
      let control: HTML =
        switch widget {
        case .text:
          isTall
            ? part.textarea(text, rows: Self.rows(for: text), more: mark)
            : part.input(text, more: mark)
        default: part.textarea(text, rows: Self.rows(for: text), more: mark)
        }
      columns += part.field(control)
    }
    var list = HTML.nothing
    if case .paragraph = widget {
      let path = frame.path.member("list")
      list = flag(frame.part(path, Phrase.paragraphIsList[language]))
    }
    return frame.fieldset("<div class=\"columns\">\(columns)</div>\(list)", isPlain: true)
  }

  private static func rows(for text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return min(12, max(3, lines.reduce(0) { $0 + 1 + $1.count / 45 }))
  }

  /// An act and the place in it.
  mutating func act(_ frame: FieldFrame) -> HTML {
    var frame = frame
    frame.errors = errors(at: frame.path)
    var choice = frame.part(frame.path.member("act"), Phrase.act[language])
    choice.errors = errors(within: choice.path)
    // An act without a place is given by its id alone.
    var parts = choice.field(select(choice, choices.acts, of: frame.path))
    for (level, label) in zip(FormReader.actLevels, Phrase.actLevels) {
      var part = frame.part(frame.path.member(level), label[language])
      part.errors = errors(within: part.path)
      parts += part.field(part.input(values[part.path]))
    }
    return frame.fieldset("<div class=\"row\">\(parts)</div>", isPlain: true)
  }
}
