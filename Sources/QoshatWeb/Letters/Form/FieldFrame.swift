import Diagnostics
import Letters

/// What stands around the input of a field: its label, its help, and what is wrong with it.
struct FieldFrame {
  let path: FormPath
  let label: String
  let help: String?
  let isRequired: Bool
  private let language: LetterLanguage
  var errors: [Diagnostic] = []

  init(
    _ path: FormPath, _ label: String, help: String? = nil, isRequired: Bool = false,
    _ language: LetterLanguage
  ) {
    self.path = path
    self.label = label
    self.help = help
    self.isRequired = isRequired
    self.language = language
  }

  var id: String { path.id }

  /// The frame of a part of the field, which shares its language.
  func part(_ path: FormPath, _ label: String, help: String? = nil) -> FieldFrame {
    FieldFrame(path, label, help: help, language)
  }

  /// One input with its label.
  func field(_ control: HTML) -> HTML {
    """
    <div class="field"><label for="\(id)"\(requiredClass)>\(label)</label>
    \(helpText)\(control)
    \(errorText)</div>

    """
  }

  /// Several inputs with one label.
  func fieldset(_ content: HTML, isPlain: Bool = false) -> HTML {
    """
    <fieldset id="\(id)" tabindex="-1"\(isPlain ? " class=\"plain\"" as HTML : .nothing)\(described)><legend\(requiredClass)>\(label)</legend>
    \(helpText)\(content)
    \(errorText)</fieldset>

    """
  }

  private var requiredClass: HTML { isRequired ? " class=\"required\"" : .nothing }

  private var helpText: HTML {
    help.map { "<p class=\"help\" id=\"\(id)-help\">\($0)</p>\n" } ?? .nothing
  }

  /// There also where nothing is wrong yet, since that may come while the user types.
  var errorText: HTML {
    let items = errors.html { diagnostic -> HTML in
      let words: HTML = diagnostic.severity == .error ? "error" : "warning"
      let hint: HTML? = diagnostic.hint.map {
        " <span class=\"hint\">\($0[language.messages])</span>"
      }
      return "<p class=\"\(words)\">\(diagnostic.text(in: language))\(hint)</p>"
    }
    return "<div class=\"errors\" data-sync=\"content\" id=\"\(id)-error\">\(items)</div>"
  }

  private var described: HTML {
    let ids = (help == nil ? [] : ["\(id)-help"]) + ["\(id)-error"]
    return " aria-describedby=\"\(ids.joined(separator: " "))\""
  }

  /// What every input of the field has.
  var attributes: HTML {
    let invalid: HTML = errors.hasErrors ? " aria-invalid=\"true\"" : .nothing
    let required: HTML = isRequired ? " aria-required=\"true\"" : .nothing
    return " id=\"\(id)\" data-sync=\"state\"\(described)\(required)\(invalid)"
  }

  // MARK: Inputs

  func input(_ value: String, type: String = "text", more: HTML = .nothing) -> HTML {
    "<input type=\"\(type)\" name=\"\(path.description)\" value=\"\(value)\"\(attributes)\(more)>"
  }

  func textarea(_ text: String, rows: Int, name: String? = nil, more: HTML = .nothing) -> HTML {
    // A browser drops the first end of a line behind the tag.
    "<textarea name=\"\(name ?? path.description)\" rows=\"\(rows)\"\(attributes)\(more)>\n\(text)</textarea>"
  }
}
