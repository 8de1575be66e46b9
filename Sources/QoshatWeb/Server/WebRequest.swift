import HTTPTypes
import JSON
import Letters

/// A request whose body has come in whole; what a page is made from.
struct WebRequest: Sendable {
  let method: HTTPRequest.Method
  /// The path as sent, with its query.
  let target: String
  let headers: HTTPFields
  /// What stands in the braces of the route's pattern, decoded.
  let parameters: [String: String]
  let query: FormFields
  let body: [UInt8]
  /// Where the request is from, as the server or the proxy before it knows: an address of the network.
  let address: String
  let visitor: Visitor
  /// The address of the application as the browser has it, `https://letters.example`.
  let origin: String

  /// The language of the page, of its dates and its messages.
  var language: LetterLanguage { visitor.language }

  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  /// The number in the path, such as that of a letter; a page that is not there, where it is none.
  func number(_ name: String) throws(WebFailure) -> Int {
    guard let number = Int(parameter(name)), number > 0 else { throw .notFound }
    return number
  }

  /// What a form sends: fields, and files where it has some.
  ///
  /// - Throws: ``WebFailure`` for a body of another kind, or one that breaks off.
  func form() throws(WebFailure) -> FormFields {
    let type = headers[.contentType] ?? ""
    switch MediaKind(type).name {
    case "application/x-www-form-urlencoded":
      guard let fields = FormFields(urlEncoded: String(decoding: body, as: UTF8.self)) else {
        throw .badRequest
      }
      return fields
    case "multipart/form-data":
      guard let boundary = MediaKind(type).parameters["boundary"],
        let fields = MultipartReader.fields(of: body, boundary: boundary)
      else { throw .badRequest }
      return fields
    default: throw .unsupportedMedia
    }
  }

  /// The value that a program sent.
  func json() throws(WebFailure) -> JSON {
    guard MediaKind(headers[.contentType] ?? "").name == "application/json" else {
      throw .unsupportedMedia
    }
    do {
      return try JSON(parsing: body)
    } catch {
      throw .badRequest
    }
  }
}
