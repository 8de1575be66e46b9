import HTTPTypes

/// Why a request has no page of its own as an answer.
enum WebFailure: Error, Hashable {
  case badRequest
  case signInNeeded
  case forbidden
  /// The form was not made by this application for this visitor, or long ago.
  case forged
  case notFound
  case methodNotAllowed
  /// Somebody else was here first.
  case conflict
  case tooLarge
  case unsupportedMedia
  case tooManyRequests(seconds: Int)
  /// The name under which the request came is not this application's.
  case wrongHost
  case timeout
  case busy
  /// A mistake of ours, or something that broke: the message says what, for the log.
  case broken(String)

  var status: HTTPResponse.Status {
    switch self {
    case .badRequest: .badRequest
    case .signInNeeded: .unauthorized
    case .forbidden, .forged: .forbidden
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .conflict: .conflict
    case .tooLarge: .contentTooLarge
    case .unsupportedMedia: .unsupportedMediaType
    case .tooManyRequests: .tooManyRequests
    case .wrongHost: .misdirectedRequest
    case .timeout: .requestTimeout
    case .busy: .serviceUnavailable
    case .broken: .internalServerError
    }
  }

  var phrase: Phrase {
    switch self {
    case .badRequest, .unsupportedMedia: .badRequest
    case .signInNeeded: .signInNeeded
    case .forbidden: .forbidden
    case .forged: .forgedForm
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .conflict: .conflict
    case .tooLarge: .tooLarge
    case .tooManyRequests(let seconds): .tooManyRequests(seconds: seconds)
    case .wrongHost: .wrongHost
    case .timeout: .timeout
    case .busy: .busy
    case .broken: .broken
    }
  }
}
