import Synchronization

/// Values that are dear to make, kept for whoever asks again: those of the last keys, and no more than twice ``limit``.
///
/// Shared by all threads. Of what is asked for again before so many others were, nothing is made twice.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Kept: Sendable {
    var young: [Key: Value] = [:]
    var old: [Key: Value] = [:]
  }

  private let limit: Int
  private let kept = Mutex(Kept())

  init(limit: Int) { self.limit = limit }

  /// The value of a key, made where it is not kept.
  func value(of key: Key, _ make: () -> Value) -> Value {
    if let value = known(key) { return value }
    let value = make()
    keep(value, of: key)
    return value
  }

  private func known(_ key: Key) -> Value? {
    let (value, isOld) = kept.withLock { kept -> (Value?, Bool) in
      if let value = kept.young[key] { return (value, false) }
      return (kept.old[key], true)
    }
    if let value, isOld { keep(value, of: key) }
    return value
  }

  private func keep(_ value: Value, of key: Key) {
    kept.withLock { kept in
      if kept.young.count >= limit {
        kept.old = kept.young
        kept.young = [:]
      }
      kept.young[key] = value
    }
  }
}

/// A text as a key, by its bytes.
struct TextKey: Hashable, Sendable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: TextKey, right: TextKey) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed =
      text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      } != nil
    if !isHashed { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
