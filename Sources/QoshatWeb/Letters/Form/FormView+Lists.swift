import CivilDates
import Diagnostics
import JSON
import Letters
import Register

/// What was found in the register for a list of resources.
struct FoundResources {
  let words: String
  let resources: [ResourceRecord]
  /// Whether there are more than these.
  let isCut: Bool
}

/// Inputs of lists, and of records that are chosen or described.
extension FormView {
  /// The items of a list, each with a button that takes it out, and one for another.
  mutating func items(_ item: Widget, _ path: FormPath, _ json: JSON) -> HTML {
    let count = Int(values[path.countName]) ?? 0
    var html: HTML =
      "<input type=\"hidden\" name=\"\(path.countName)\" value=\"\(String(count))\">"
    for index in 0..<count {
      let itemPath = path.item(index)
      var element = JSON.null
      if case .array(let elements) = json, index < elements.count { element = elements[index] }
      let number = String(index + 1)
      let content =
        values[itemPath.rawName].isEmpty
        ? control(item, FieldFrame(itemPath, number, language), element)
        : rawValue(itemPath, label: number)
      let raise =
        index == 0
        ? HTML.nothing
        : button(FormEdit(.raise, itemPath), "↑", Phrase.raiseItem(index + 1)[language])
      let remove = button(FormEdit(.remove, itemPath), "✕", Phrase.removeItem(index + 1)[language])
      html +=
        "<div class=\"item\"><div>\(content)</div><div class=\"tools\">\(raise)\(remove)</div></div>\n"
    }
    return html
      + "<p class=\"actions\"><button name=\"do\" value=\"\(FormEdit(.add, path).name)\">\(Phrase.addItem[language])</button></p>"
  }

  private func button(_ edit: FormEdit, _ sign: String, _ label: String) -> HTML {
    "<button name=\"do\" value=\"\(edit.name)\" aria-label=\"\(label)\" title=\"\(label)\">\(sign)</button>"
  }

  // MARK: Records

  mutating func record(_ record: Widget.Record, _ frame: FieldFrame, _ json: JSON) -> HTML {
    var frame = frame
    let path = frame.path
    frame.errors = errors(at: path)
    let known =
      switch record {
      case .organisation: choices.organisations
      case .inquiry: choices.inquiries
      case .organiser: choices.organisers
      }
    let isDescribed = values[path] == Widget.described
    let description = fields(record.fields, path, json)
    return frame.field(select(frame, known, isRecord: true))
      + details("\(path.id)-*", Phrase.describeRecord[language], isOpen: isDescribed, description)
  }

  private func details(
    _ id: String, _ summary: String, isOpen: Bool, _ content: HTML
  ) -> HTML {
    """
    <details id="\(id)" class="description"\(isOpen ? " open" as HTML : .nothing)><summary>\(summary)</summary>
    <fieldset class="plain">\(content)</fieldset></details>

    """
  }

  // MARK: Resources

  mutating func resources(_ frame: FieldFrame) -> HTML {
    let path = frame.path
    let source = ListSource(rawValue: values[path])
    var whole = frame
    whole.errors = errors(at: path)
    let choice = sources([.document, .list], path)
    var document = frame.part(path.member("document"), Phrase.registerDocument[language])
    document.errors = errors(within: document.path)
    let list = "\(document.id)-known"
    let options = choices.documents.html { "<option value=\"\($0.value)\">\($0.text)</option>" }
    let input = document.input(values[document.path], more: " list=\"\(list)\"")
    var rows = frame.part(
      path.member("list"), Phrase.resourceList[language], help: Phrase.resourceListHelp[language])
    rows.errors = rowErrors(path)
    let textarea = rows.textarea(
      values[rows.path], rows: 8, more: " wrap=\"off\" spellcheck=\"false\"")
    return whole.fieldset(
      choice
        + details(
          "\(path.id)-\(ListSource.document.rawValue)", Phrase.listSource(.document)[language],
          isOpen: source == .document,
          document.field("\(input)<datalist id=\"\(list)\">\(options)</datalist>"))
        + details(
          "\(path.id)-\(ListSource.list.rawValue)", Phrase.listSource(.list)[language],
          isOpen: source == .list || found[path.searchName] != nil,
          rows.field(textarea) + search(path)))
  }

  /// What is wrong with the rows of a list, of which each is a line of one input.
  private mutating func rowErrors(_ path: FormPath) -> [Diagnostic] {
    let id = path.member("list").id
    let rows = messages.within(path).filter { place, _ in
      if case .item? = place.steps.dropFirst(path.steps.count).first { true } else { false }
    }
    let numbered = rows.map { place, diagnostic in
      diagnostic.numbered(by: place, in: path)
    }
    shown += numbered.map { (id, path, $0) }
    return numbered
  }

  private func sources(_ sources: [ListSource], _ path: FormPath) -> HTML {
    let part = FieldFrame(path.member("source"), Phrase.listSourceLabel[language], language)
    let selected = values[path]
    let options = sources.html { source in
      let mark: HTML = source.rawValue == selected ? " selected" : .nothing
      return
        "<option value=\"\(source.rawValue)\"\(mark)>\(Phrase.listSource(source)[language])</option>"
    }
    return part.field(
      "<select name=\"\(path.description)\"\(part.attributes) data-opens=\"\(path.id)\"><option value=\"\">–</option>\(options)</select>"
    )
  }

  /// A search in the register, and what it found, to be ticked.
  private func search(_ path: FormPath) -> HTML {
    let found = found[path.searchName]
    let id = "\(path.id)-search"
    var html: HTML = """
      <div class="row search"><div class="field"><label for="\(id)">\(Phrase.searchResources[language])</label>
      <input type="search" id="\(id)" name="\(path.searchName)" value="\(found?.words ?? "")"></div>
      <button name="do" value="\(path.searchName)">\(Phrase.search[language])</button></div>

      """
    guard let found else { return html }
    guard !found.resources.isEmpty else {
      return html + "<p role=\"status\">\(Phrase.nothingFound[language])</p>"
    }
    for (index, resource) in found.resources.enumerated() {
      let box = "\(id)-\(index)"
      let title: HTML? =
        resource.card.title.isEmpty ? nil : "<br><span class=\"soft\">\(resource.card.title)</span>"
      html += """
        <div class="check"><input type="checkbox" id="\(box)" name="\(path.pickName)" value="\(resource.canonicalURL.text)">
        <label for="\(box)">\(resource.card.url) <span class="soft">\(resource.enteredAt.inFigures)</span>\(title)</label></div>

        """
    }
    if found.isCut { html += "<p class=\"soft\">\(Phrase.searchIsCut[language])</p>" }
    return html
      + "<p class=\"actions\"><button name=\"do\" value=\"\(path.pickName)\">\(Phrase.takeTicked[language])</button></p>"
  }

  // MARK: Organisers

  mutating func organisers(_ frame: FieldFrame, _ json: JSON) -> HTML {
    let path = frame.path
    var whole = frame
    whole.errors = errors(at: path)
    let items = items(.record(.organiser), path, json)
    return whole.fieldset(
      sources([.register, .list], path)
        + details(
          "\(path.id)-\(ListSource.list.rawValue)", Phrase.listSource(.list)[language],
          isOpen: values[path] == ListSource.list.rawValue, items))
  }
}
