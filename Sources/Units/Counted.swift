extension FixedWidthInteger where Self: SignedInteger {
  /// With its English noun: `1 row`, `1,200 rows`, `2 entries`.
  package func counted(_ one: String, _ many: String? = nil) -> String {
    grouped + " " + (self == 1 ? one : many ?? one + "s")
  }
}
