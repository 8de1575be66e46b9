import HTTPTypes

/// Who may ask for a page. Each has what those before have.
enum Access: Int, Comparable, Sendable {
  case everyone, author, approver, administrator

  static func < (one: Access, other: Access) -> Bool { one.rawValue < other.rawValue }
}

/// One page, or one thing that a form does.
struct Route: Sendable {
  /// Makes the answer; runs in the pool of workers, where it may wait for the disk and calculate.
  typealias Handler = @Sendable (WebRequest) throws -> WebResponse

  let method: HTTPRequest.Method
  /// `/letters/{id}`
  let pattern: String
  let access: Access
  /// The most bytes of a body.
  let largestBody: Int
  /// For programs: asked without a session's form token, and answered with JSON when it fails.
  let isForPrograms: Bool
  let handler: Handler
}

/// All pages, in the order in which the areas of the application give them.
struct Routes: Sendable {
  private(set) var all: [Route] = []

  /// A form of text fields.
  static let form = 2 << 20
  /// Documents of Word, and tables.
  static let upload = 64 << 20

  /// A page to look at.
  mutating func get(
    _ pattern: String, _ access: Access = .author, isForPrograms: Bool = false,
    _ handler: @escaping Route.Handler
  ) {
    all.append(
      Route(
        method: .get, pattern: pattern, access: access, largestBody: 0,
        isForPrograms: isForPrograms, handler: handler))
  }

  /// Something that changes what is kept; the form must carry the visitor's token.
  mutating func post(
    _ pattern: String, _ access: Access = .author, largestBody: Int = Self.form,
    isForPrograms: Bool = false, _ handler: @escaping Route.Handler
  ) {
    all.append(
      Route(
        method: .post, pattern: pattern, access: access, largestBody: largestBody,
        isForPrograms: isForPrograms, handler: handler))
  }
}
