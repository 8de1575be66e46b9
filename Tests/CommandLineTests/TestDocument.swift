import Foundation
import TestSupport

extension TestDocument {
  static func archive(body: String) -> Data { Data(bytes(body: body)) }
}
