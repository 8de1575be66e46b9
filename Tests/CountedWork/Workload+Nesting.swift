extension Workload {
  /// Templates in which one thing stands in another, up to nine tenths of what is allowed, and those in which all stands in one place.
  static let nesting = [
    compiling("blocks inside one another", 22) { count in
      let pairs = count / 2
      return repeated(p("{%p if a %}") + p("{%p for x in list %}"), pairs) + p("{{ a }}")
        + repeated(p("{%p endfor %}") + p("{%p endif %}"), pairs)
    },
    compiling("brackets inside one another", 11) {
      p("{{ " + repeated("(", $0) + "a" + repeated(")", $0) + " }}")
    },
    compiling("tables inside one another", 20) { count in
      let start = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
      return repeated(start, count) + p("{{ a }}") + repeated("</w:tc></w:tr></w:tbl><w:p/>", count)
    },
    compiling("controls inside one another", 40) { count in
      repeated("<w:sdt><w:sdtContent>", count) + p("{{ a }}")
        + repeated("</w:sdtContent></w:sdt>", count)
    },
    compiling("tags of one paragraph", 40) { p(repeated("{{ a }} және ", $0)) },
    compiling("blocks of one paragraph", 20) { p(repeated("{% if a %}а{% endif %}, ", $0)) },
    compiling("runs of one paragraph", 10) { count in
      "<w:p>"
        + repeated(
          "<w:r><w:t>{{</w:t></w:r><w:r><w:t xml:space='preserve'> a </w:t></w:r><w:r><w:t>}}</w:t></w:r>",
          count) + "</w:p>"
    },
    compiling("cells of a row", 10) { count in
      table([row(Array(repeating: "{{ a }}", count: count))], columns: count)
    },
    compiling("variables of a template", 10) { count in
      (0..<count).map { p("{% set f\($0) = a %}{{ f\($0) }}") }.joined()
    },
  ]
}
