import Letters

/// Parts of forms that many pages have.
enum Forms {
  /// What shows that a form is of this visitor; stands in every form that changes something.
  static func token(_ visitor: Visitor) -> HTML {
    "<input type=\"hidden\" name=\"formToken\" value=\"\(visitor.formToken)\">"
  }

  /// A form that sends `content` by POST.
  static func post(
    to path: WebPath, _ visitor: Visitor, isUpload: Bool = false, attributes: HTML = "",
    _ content: HTML
  ) -> HTML {
    let encoding: HTML = isUpload ? " enctype=\"multipart/form-data\"" : ""
    return """
      <form method="post" action="\(path.description)"\(encoding)\(attributes)>
      \(token(visitor))
      \(content)
      </form>

      """
  }

  /// A labelled field of one line. `error` stands beside it, where it is wrong.
  static func field(
    _ name: String, _ label: String, value: String = "", type: String = "text",
    help: String? = nil, error: String? = nil, isRequired: Bool = false, attributes: HTML = ""
  ) -> HTML {
    framed(name, label, help: help, error: error, isRequired: isRequired) { shared in
      "<input type=\"\(type)\" value=\"\(value)\"\(shared)\(attributes)>"
    }
  }

  /// A control with its label, its help and its mistake; the control takes the attributes that bind them together.
  static func framed(
    _ name: String, _ label: String, help: String?, error: String?, isRequired: Bool,
    _ control: (HTML) -> HTML
  ) -> HTML {
    let id = "field-" + name
    let described = [help.map { _ in "\(id)-help" }, error.map { _ in "\(id)-error" }]
      .compactMap { $0 }.joined(separator: " ")
    let describedBy: HTML = described.isEmpty ? "" : " aria-describedby=\"\(described)\""
    let invalid: HTML = error == nil ? "" : " aria-invalid=\"true\""
    let required: HTML = isRequired ? " required" : ""
    return """
      <div class="field"><label for="\(id)">\(label)</label>
      \(help.map { "<p class=\"help\" id=\"\(id)-help\">\($0)</p>" as HTML })
      \(control(" id=\"\(id)\" name=\"\(name)\"\(required)\(describedBy)\(invalid)"))
      \(error.map { "<p class=\"error\" id=\"\(id)-error\">\($0)</p>" as HTML })</div>

      """
  }

  /// A labelled choice of one; each option has a value and a text.
  static func choice(
    _ name: String, _ label: String, options: [(value: String, text: String)], selected: String,
    attributes: HTML = ""
  ) -> HTML {
    let items = options.html { value, text in
      let mark: HTML = value == selected ? " selected" : ""
      return "<option value=\"\(value)\"\(mark)>\(text)</option>"
    }
    return """
      <div class="field"><label for="field-\(name)">\(label)</label>
      <select id="field-\(name)" name="\(name)"\(attributes)>\(items)</select></div>

      """
  }

  static func button(_ text: String, isMain: Bool = true, attributes: HTML = "") -> HTML {
    "<button\(isMain ? " class=\"main\"" as HTML : "")\(attributes)>\(text)</button>"
  }
}
