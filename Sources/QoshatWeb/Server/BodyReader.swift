import Hummingbird
import NIOCore
import Synchronization

/// Takes in the bodies of requests: each up to a limit, in a limited time, and all at once within a limited memory.
final class BodyReader: Sendable {
  private let held = Atomic<Int>(0)
  private let most: Int
  private let patience: Duration

  init(most: Int = 512 << 20, patience: Duration = .seconds(60)) {
    self.most = most
    self.patience = patience
  }

  /// - Throws: ``WebFailure/tooLarge``, ``WebFailure/timeout``, ``WebFailure/busy``.
  func body(of request: Request, atMost limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw WebFailure.tooLarge
    }
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      let patience = patience
      group.addTask { try await self.collected(request.body, atMost: limit) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw WebFailure.timeout
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  private func collected(_ body: RequestBody, atMost limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    defer { held.subtract(bytes.count, ordering: .relaxed) }
    for try await piece in body {
      guard bytes.count + piece.readableBytes <= limit else { throw WebFailure.tooLarge }
      let count = held.add(piece.readableBytes, ordering: .relaxed).newValue
      bytes.append(contentsOf: piece.readableBytesView)
      guard count <= most else { throw WebFailure.busy }
    }
    return bytes
  }
}
