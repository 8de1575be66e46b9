import HTTPTypes
import JSON

/// How programs are told that something failed.
enum ProgramAnswers {
  static func failure(_ failure: WebFailure) -> WebResponse {
    let json: JSON = [
      "error": [
        "status": .integer(failure.status.code),
        "message": ["kk": .string(failure.phrase.kk), "ru": .string(failure.phrase.ru)],
      ]
    ]
    var response = WebResponse.json(
      json.serialized(indented: true) + "\n", status: failure.status)
    if case .tooManyRequests(let seconds) = failure {
      response.headers[.retryAfter] = String(seconds)
    }
    return response
  }
}
