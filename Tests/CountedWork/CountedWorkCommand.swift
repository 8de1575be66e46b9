import Foundation

/// Does work of some kinds in some sizes, so that another program can count what it takes.
///
///     CountedWork NAME SIZE... [NAME SIZE...]...
///
/// What the work is done on is made outside the function `counted_work`, by whose name callgrind tells what to count.
@main
enum CountedWorkCommand {
  static func main() {
    do {
      for (workload, sizes) in try order() {
        for size in sizes {
          Counted.work = try workload.prepare(size)
          countedWork()
          if let error = Counted.error { throw error }
        }
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func order() throws -> [(Workload, [Int])] {
    var order: [(workload: Workload, sizes: [Int])] = []
    for argument in CommandLine.arguments.dropFirst() {
      if let size = Int(argument), !order.isEmpty {
        order[order.count - 1].sizes.append(size)
      } else if let workload = Workload.all.first(where: { $0.name == argument }) {
        order.append((workload, []))
      } else {
        throw Unexpected("there is no work `\(argument)`")
      }
    }
    return order
  }
}

/// What `counted_work` does, and how it ended.
private enum Counted {
  nonisolated(unsafe) static var work: () throws -> Void = {}
  nonisolated(unsafe) static var error: (any Error)?
}

@_silgen_name("counted_work")
@inline(never)
func countedWork() {
  do { try Counted.work() } catch { Counted.error = error }
}
