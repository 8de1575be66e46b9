import Letters

/// The parts of the register's section of the application.
enum RegisterTab: CaseIterable {
  case resources, documents, importing

  var path: WebPath {
    switch self {
    case .resources: WebPath("register", "resources")
    case .documents: WebPath("register", "documents")
    case .importing: WebPath("register", "import")
    }
  }

  var phrase: Phrase {
    switch self {
    case .resources: .resources
    case .documents: .documents
    case .importing: .importCSV
    }
  }

  var access: Access { self == .importing ? .approver : .author }

  /// Links to all of them.
  static func html(_ current: RegisterTab?, for visitor: Visitor) -> HTML {
    let items = allCases.filter { $0.access <= visitor.access }.html { tab in
      let mark: HTML = tab == current ? " aria-current=\"page\"" : ""
      return
        "<li><a href=\"\(tab.path.description)\"\(mark)>\(tab.phrase[visitor.language])</a></li>"
    }
    return
      "<nav class=\"tabs\" aria-label=\"\(Phrase.registerParts[visitor.language])\"><ul>\(items)</ul></nav>"
  }
}
