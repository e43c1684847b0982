import Glibc

/// Plain threads of the operating system.
package enum Threads {
  private final class Body {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  /// Runs `body` on `count` threads, this one among them, and waits for all.
  package static func run(_ count: Int, _ body: @escaping (Int) -> Void) {
    var handles: [pthread_t] = []
    for index in 1..<max(1, count) {
      var handle = pthread_t()
      let box = unsafe Unmanaged.passRetained(Body { body(index) })
      let failed = unsafe pthread_create(
        &handle, nil,
        { argument in
          guard let argument = unsafe argument else { return nil }
          unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, box.toOpaque())
      if failed == 0 {
        handles.append(handle)
      } else {
        unsafe box.release()  // the machine has no thread left: the others do its work
      }
    }
    body(0)
    for handle in handles { pthread_join(handle, nil) }
  }
}
