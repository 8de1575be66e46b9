import Foundation
import Letters

/// All pages that a visitor can come to by links, one of each sort: of a hundred documents the first is enough.
struct Crawl {
  struct Found {
    let path: String
    let answer: TestClient.Answer
    var isPage: Bool { answer.header("Content-Type")?.hasPrefix("text/html") == true }
  }

  private(set) var found: [Found] = []

  /// Begins at `starts`; more sorts of pages than `most` are a crawl without end.
  init(_ client: TestClient, from starts: [String] = ["/letters"], most: Int = 400) throws {
    var waiting = starts
    var seen = Set(starts.map { Self.sort(of: $0) })
    while !waiting.isEmpty, found.count < most {
      let path = waiting.removeFirst()
      let answer = try client.following(try client.get(path))
      found.append(Found(path: path, answer: answer))
      guard found.last?.isPage == true else { continue }
      for link in Self.links(in: answer.text)
      where !link.hasPrefix("/language/") && seen.insert(Self.sort(of: link)).inserted {
        waiting.append(link)
      }
    }
  }

  var pages: [Found] { found.filter(\.isPage) }

  /// The paths that are linked or shown in frames.
  static func links(in page: String) -> [String] {
    page.matches(of: /(?:href|src)="(\/[^"#]*)/).map { match in
      String(match.1).replacingOccurrences(of: "&amp;", with: "&")
    }
  }

  /// The path without what tells one record from another.
  private static func sort(of path: String) -> String {
    let parts = path.split(separator: "?", maxSplits: 1)
    let place = parts.first.map(String.init) ?? "/"
    let names =
      parts.count > 1 ? parts[1].split(separator: "&").map { $0.prefix { $0 != "=" } } : []
    return place.replacing(/[0-9a-f]{64}/, with: "H").replacing(/[0-9]+/, with: "N")
      .replacing(/%[^\/]*/, with: "E") + "?" + names.sorted().joined(separator: "&")
  }
}

/// A form of a page, as a browser would send it.
struct PageForm {
  let action: String
  let isPost: Bool
  let isUpload: Bool
  /// The fields with what stands in them; those of one choice once.
  var fields: [(name: String, value: String, isText: Bool)]

  static func all(in page: String) -> [PageForm] {
    page.matches(of: /<form\b([^>]*)>([\s\S]*?)<\/form>/).map { match in
      let head = String(match.1)
      var fields: [(name: String, value: String, isText: Bool)] = []
      for input in match.2.matches(
        of:
          /<(input|textarea|select)\b([^>]*)>([\s\S]*?)(?=<\/(?:textarea|select)>|<input|<div|<p|<button|<label|$)/
      ) {
        let attributes = String(input.2)
        guard let name = attribute("name", attributes) else { continue }
        let type = attribute("type", attributes) ?? "text"
        if ["checkbox", "radio"].contains(type), !attributes.contains("checked") { continue }
        if type == "file" || type == "submit" { continue }
        let isText =
          input.1 == "textarea" || (input.1 == "input" && ["text", "search"].contains(type))
        var value = attribute("value", attributes) ?? ""
        if input.1 == "textarea" { value = unescaped(String(input.3)) }
        if input.1 == "select" {
          let options = input.3.matches(of: /<option value="([^"]*)"( selected)?/)
          value = unescaped(
            String((options.first { $0.2 != nil } ?? options.first)?.1 ?? ""))
        }
        fields.append((name, value, isText))
      }
      return PageForm(
        action: attribute("action", head) ?? "", isPost: head.contains("method=\"post\""),
        isUpload: head.contains("multipart"), fields: fields)
    }
  }

  private static func attribute(_ name: String, _ attributes: String) -> String? {
    guard let range = attributes.range(of: " \(name)=\"") else { return nil }
    return unescaped(String(attributes[range.upperBound...].prefix { $0 != "\"" }))
  }

  private static func unescaped(_ text: String) -> String {
    [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#10;", "\n"), ("&#9;", "\t"),
      ("&#13;", "\r"), ("&amp;", "&"),
    ]
    .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  /// Sends the form with what `change` makes of each field of text.
  func send(_ client: TestClient, changing change: (String, String) -> String) throws
    -> TestClient.Answer
  {
    let pairs = fields.map { ($0.name, $0.isText ? change($0.name, $0.value) : $0.value) }
    let encoded = pairs.map { "\(TestClient.encoded($0.0))=\(TestClient.encoded($0.1))" }
      .joined(separator: "&")
    guard isPost else {
      return try client.following(try client.get(action + "?" + encoded))
    }
    return try client.request(
      "POST", action, headers: ["Content-Type": "application/x-www-form-urlencoded"],
      body: Array(encoded.utf8))
  }
}
