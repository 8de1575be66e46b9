import Diagnostics
import Files
import Hummingbird
import Register

extension WebFailure {
  /// What an error of any part of the program means to who asked for a page.
  init(_ error: any Error) {
    switch error {
    case let failure as WebFailure: self = failure
    case let error as HTTPError where error.status == .notFound: self = .notFound
    case let error as HTTPError where error.status == .methodNotAllowed: self = .methodNotAllowed
    case let error as HTTPError where error.status == .contentTooLarge: self = .tooLarge
    case let error as RegisterError: self.init(error)
    case let error as FileError: self = .broken("\(error.path): \(error)")
    case is CancellationError: self = .timeout
    default: self = .broken(String(describing: error))
    }
  }
  private init(_ error: RegisterError) {
    switch error.code {
    case .notInRegister, .unknownLetter, .unknownAccount: self = .notFound
    case .roleNeeded: self = .forbidden
    case .letterChanged, .wrongState, .correctionOpen: self = .conflict
    case .locked: self = .busy
    default: self = .broken("\(error.code): \(error.message.en)")
    }
  }
}
