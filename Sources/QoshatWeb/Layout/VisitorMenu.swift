/// Who is signed in, and how to leave.
enum VisitorMenu {
  static func html(for visitor: Visitor) -> HTML {
    visitor.access > .everyone ? "<span class=\"name\">\(visitor.name)</span>" : .nothing
  }
}
