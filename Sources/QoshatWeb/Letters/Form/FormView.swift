import Diagnostics
import JSON
import Letters

/// The inputs of a letter's case data, with what is wrong at each.
struct FormView {
  let values: FormValues
  let messages: FieldMessages
  let choices: FormChoices
  let language: LetterLanguage
  /// The data, which say what fields are asked for.
  let data: JSON
  /// What was found in the register for a field of resources, by the name of its search.
  var found: [String: FoundResources] = [:]
  /// The messages that stand at a field, with the id of its element.
  var shown: [(id: String, path: FormPath, diagnostic: Diagnostic)] = []
  /// What fields are called.
  private var labels: [FormPath: String] = [:]

  init(
    _ values: FormValues, _ messages: FieldMessages, _ choices: FormChoices,
    in language: LetterLanguage, data: JSON
  ) {
    self.values = values
    self.messages = messages
    self.choices = choices
    self.language = language
    self.data = data
  }

  /// All fields of the letter.
  mutating func html(_ fields: [FieldDefinition]) -> HTML {
    guard values[FormPath.root.rawName].isEmpty else { return rawValue(.root, label: "") }
    return self.fields(fields, .root, data)
  }

  /// A list of all that is wrong, each with a link to its field.
  var summary: HTML {
    let items = shown.map { id, path, diagnostic in
      let text = diagnostic.text(in: language)
      let name = name(of: path)
      return (
        id: id, text: name.isEmpty || text.contains(name) ? text : "\(name): \(text)",
        isError: diagnostic.severity == .error
      )
    }
    guard !items.isEmpty else { return .nothing }
    let lines = items.html { item in
      "<li\(item.isError ? .nothing : " class=\"warning\"" as HTML)><a href=\"#\(WebPath.encoded(item.id))\">\(item.text)</a></li>"
    }
    let count = items.count
    return """
      <div class="notice \(items.contains(where: \.isError) ? "error" : "warning")">
      <h2>\(Phrase.toMend(count)[language])</h2>
      <ul>\(lines)</ul>
      </div>

      """
  }

  /// What the innermost field at `path` is called, with the number of its item.
  private func name(of path: FormPath) -> String {
    for count in stride(from: path.steps.count, to: 0, by: -1) {
      guard let label = labels[path.prefix(count)] else { continue }
      guard case .item(let index)? = path.steps.dropFirst(count).first else { return label }
      return "\(label), \(index + 1)"
    }
    return ""
  }

  // MARK: Fields

  /// `isOptional` for fields of a group that may be left out: as long as it is, none of them must be given.
  mutating func fields(
    _ fields: [FieldDefinition], _ path: FormPath, _ json: JSON, isOptional: Bool = false
  ) -> HTML {
    var html = HTML.nothing
    let isLeftOut = isOptional && json.plain == .null
    for field in fields {
      let fieldPath = path.member(field.name)
      let content = self.field(
        field, fieldPath, json[field.name] ?? .null, isRequired: field.isRequired && !isLeftOut)
      guard field.condition != nil else {
        html += content
        continue
      }
      let isAsked = field.isAsked(in: json, among: fields)
      html +=
        "<div data-sync=\"hidden\" id=\"when-\(fieldPath.description)\"\(isAsked ? .nothing : " hidden" as HTML)>\(content)</div>"
    }
    html += others(path)
    return html
  }

  private mutating func field(
    _ field: FieldDefinition, _ path: FormPath, _ json: JSON, isRequired: Bool
  ) -> HTML {
    let label = field.label[language]
    labels[path] = label
    guard values[path.rawName].isEmpty else { return rawValue(path, label: label) }
    var frame = FieldFrame(
      path, label, help: field.help?[language], isRequired: isRequired, language)
    let widget = Widget(field.type)
    switch widget {
    case .flag: return flag(frame)
    case .group(let fields):
      frame.errors = errors(at: path)
      let content = self.fields(fields, path, json, isOptional: !isRequired)
      return frame.fieldset(field.type == .period ? "<div class=\"row\">\(content)</div>" : content)
    default: return control(widget, frame, json, isLong: (field.limits.maxLength ?? .max) > 120)
    }
  }

  /// An input, or several, of one value.
  mutating func control(
    _ widget: Widget, _ frame: FieldFrame, _ json: JSON, isLong: Bool = false
  ) -> HTML {
    var frame = frame
    let path = frame.path
    switch widget {
    case .text, .lines, .paragraph: return bilingual(widget, frame, isLong: isLong)
    case .string, .number, .date:
      frame.errors = errors(within: path)
      return frame.field(input(widget, frame))
    case .strings:
      frame.errors = errors(within: path)
      return frame.field(frame.textarea(values[path], rows: 3))
    case .flag: return flag(frame)
    case .choice(let choices):
      return selection(
        frame, choices.map { FormChoices.Choice(value: $0.name, text: $0.text[language]) })
    case .figure: return selection(frame, choices.figures)
    case .person: return selection(frame, choices.people)
    case .body: return selection(frame, choices.bodies)
    case .act: return act(frame)
    case .resources: return resources(frame)
    case .organisers: return organisers(frame, json)
    case .list(let item):
      frame.errors = errors(at: path)
      return frame.fieldset(items(item, path, json))
    case .group(let fields):
      frame.errors = errors(at: path)
      return frame.fieldset(self.fields(fields, path, json))
    case .record(let record): return self.record(record, frame, json)
    }
  }

  // MARK: Messages

  mutating func errors(at path: FormPath) -> [Diagnostic] {
    let found = messages.at(path)
    shown += found.map { (path.id, path, $0) }
    return found
  }

  /// With the number of the line that is meant, where an input holds several.
  mutating func errors(within path: FormPath) -> [Diagnostic] {
    let found = messages.within(path).map { $1.numbered(by: $0, in: path) }
    shown += found.map { (path.id, path, $0) }
    return found
  }

  // MARK: What no input can hold

  mutating func rawValue(_ path: FormPath, label: String) -> HTML {
    json(path, path.rawName, label: label, errors(within: path))
  }

  /// Members that the kind does not know. The name of the whole is the program's own.
  private mutating func others(_ path: FormPath) -> HTML {
    let text = values[path.othersName]
    guard !text.isEmpty else { return .nothing }
    if path == .root, let members = try? JSON(parsing: text), case .object(let all) = members,
      all.allSatisfy({ $0.name == "name" })
    {
      return "<input type=\"hidden\" name=\"\(path.othersName)\" value=\"\(text)\">"
    }
    var found: [Diagnostic] = []
    if case .object(let members)? = try? JSON(parsing: text) {
      for member in members { found += messages.within(path.member(member.name)).map(\.diagnostic) }
    }
    let id = path.member("?").id
    shown += found.map { (id, path, $0) }
    return json(path.member("?"), path.othersName, label: Phrase.unknownFields[language], found)
  }

  private func json(
    _ path: FormPath, _ name: String, label: String, _ errors: [Diagnostic]
  ) -> HTML {
    var frame = FieldFrame(
      path, label, help: Phrase.rawHelp[language], isRequired: false, language)
    frame.errors = errors
    return frame.field(frame.textarea(values[name], rows: 3, name: name))
  }
}

extension Diagnostic {
  /// The message without the path of its field, which the place of the message says.
  func text(in language: LetterLanguage) -> String {
    places.reduce(message[language.messages]) { text, place in
      place.block.map { text.replacing(" (`\($0)`)", with: "") } ?? text
    }
  }

  /// With the number of the line that is meant, where the input at `path` holds several.
  func numbered(by place: FormPath, in path: FormPath) -> Diagnostic {
    guard case .item(let index)? = place.steps.dropFirst(path.steps.count).first else {
      return self
    }
    var numbered = self
    numbered.message.kk = "\(index + 1)-жол: \(message.kk)"
    numbered.message.ru = "строка \(index + 1): \(message.ru)"
    return numbered
  }
}
