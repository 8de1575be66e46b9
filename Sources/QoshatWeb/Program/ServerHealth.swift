import Files
import HTTPTypes
import JSON
import Register

/// How the server is: for what watches over it.
struct ServerHealth: Sendable {
  let workplace: Workplace
  let log: RequestLog
  let workers: WorkerPool

  private static func text(_ about: String) -> ProgramOperation.Answer {
    ProgramOperation.Answer(
      status: .ok, about: about,
      content: ProgramOperation.Content(type: "text/plain", schema: ProgramDescription.text))
  }

  var operations: [ProgramOperation] {
    [
      ProgramOperation(
        method: .get, path: "/health", about: "Whether the server and its register can be used.",
        access: .everyone, answers: [Self.text("They can.")]
      ) { _ in
        do {
          try workplace.register.checkFile()
          _ = try workplace.register.revision()
        } catch {
          throw WebFailure.busy
        }
        return .text("ok\n")
      },
      ProgramOperation(
        method: .get, path: "/metrics",
        about:
          "Requests, their durations, and memory, in the text format of Prometheus; for administrators and from this machine.",
        access: .everyone, answers: [Self.text("The numbers.")]
      ) { request in
        let isLocal = ["127.0.0.1", "::1", "unix"].contains(request.address)
        guard isLocal || request.visitor.access >= .administrator else {
          throw request.visitor.access == .everyone ? WebFailure.signInNeeded : .forbidden
        }
        return .text(metrics)
      },
    ]
  }

  // MARK: Metrics

  /// - Source: Prometheus, exposition formats, text format 0.0.4.
  private var metrics: String {
    let counted = log.counted.sorted { $0.key < $1.key }
    var lines = Self.head("qoshat_requests_total", "counter", "Answers by route and status.")
    for (route, series) in counted {
      for (status, count) in series.statuses.sorted(by: { $0.key < $1.key }) {
        let labels = Self.labels(route) + ",status=\"\(status)\""
        lines.append("qoshat_requests_total{\(labels)} \(count)")
      }
    }
    let name = "qoshat_request_duration_seconds"
    lines += Self.head(name, "histogram", "How long answers took.")
    for (route, series) in counted {
      let labels = Self.labels(route)
      var sum = 0
      for (index, count) in series.counts.enumerated() {
        sum += count
        let bound =
          index < RequestLog.bounds.count
          ? Self.seconds(Double(RequestLog.bounds[index])) : "+Inf"
        lines.append("\(name)_bucket{\(labels),le=\"\(bound)\"} \(sum)")
      }
      lines.append("\(name)_sum{\(labels)} \(Self.seconds(series.milliseconds))")
      lines.append("\(name)_count{\(labels)} \(sum)")
    }
    lines += Self.head(
      "qoshat_workers_load", "gauge", "Requests that are worked on, or wait for a thread.")
    lines.append("qoshat_workers_load \(workers.load)")
    if let memory = Self.residentMemory {
      lines += Self.head("process_resident_memory_bytes", "gauge", "Memory of the process.")
      lines.append("process_resident_memory_bytes \(memory)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(_ name: String, _ type: String, _ help: String) -> [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
  }

  /// `GET /letters/{id}`: nothing of it comes from a visitor.
  private static func labels(_ route: String) -> String {
    let halves = route.split(separator: " ", maxSplits: 1)
    return "method=\"\(halves[0])\",route=\"\(halves.last ?? "")\""
  }

  private static func seconds(_ milliseconds: Double) -> String { "\(milliseconds / 1_000)" }

  /// - Source: proc(5), `/proc/pid/status`: `VmRSS`, in kilobytes.
  private static var residentMemory: Int? {
    guard let bytes = try? FileSystem.read("/proc/self/status") else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmRSS:") }
    let kilobytes = line.flatMap { Int($0.filter(\.isNumber)) }
    return kilobytes.map { $0 * 1_024 }
  }
}
