import Synchronization

/// Values that are dear to make, kept for whoever asks again: those of the last keys, no more than twice ``limit``, and of keys of no more than twice ``maximumBytes``.
///
/// Shared by all threads. Of what is asked for again before so many others were, nothing is made twice.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Kept: Sendable {
    var young: [Key: Value] = [:]
    var old: [Key: Value] = [:]
    /// Of the keys of the young.
    var bytes = 0
  }

  /// Documents of anybody may have paragraphs of any length, which are not to stay in memory.
  private static var maximumBytes: Int { 2 << 20 }

  private let limit: Int
  private let bytes: @Sendable (Key) -> Int
  private let kept = Mutex(Kept())

  /// Nothing yet; `bytes` tells how long a key is.
  init(limit: Int, bytes: @escaping @Sendable (Key) -> Int = { _ in 0 }) {
    self.limit = limit
    self.bytes = bytes
  }

  /// The value of a key, made where it is not kept.
  func value(of key: Key, _ make: () -> Value) -> Value {
    if let value = known(key) { return value }
    let value = make()
    keep(value, of: key)
    return value
  }

  /// The value of a key that is kept.
  func known(_ key: Key) -> Value? {
    let (value, isOld) = kept.withLock { kept -> (Value?, Bool) in
      if let value = kept.young[key] { return (value, false) }
      return (kept.old[key], true)
    }
    if let value, isOld { keep(value, of: key) }
    return value
  }

  /// Keeps a value for its key.
  func keep(_ value: Value, of key: Key) {
    let size = bytes(key)
    guard size <= Self.maximumBytes / 64 else { return }
    kept.withLock { kept in
      if kept.young.count >= limit || kept.bytes + size > Self.maximumBytes {
        // Both keep their room, so that neither has to grow again.
        swap(&kept.old, &kept.young)
        kept.young.removeAll(keepingCapacity: true)
        kept.bytes = 0
      }
      kept.bytes += size
      kept.young[key] = value
    }
  }
}

/// A text as a key, by its bytes.
struct TextKey: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  var bytes: Int { text.utf8.count }

  static func == (left: TextKey, right: TextKey) -> Bool {
    guard left.bytes == right.bytes else { return false }
    let areSame = left.text.utf8.withContiguousStorageIfAvailable { left in
      right.text.utf8.withContiguousStorageIfAvailable { Bytes.common(left, $0) == left.count }
    }
    return (areSame ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed =
      text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      } != nil
    if !isHashed { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
