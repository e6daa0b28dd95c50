/// The same sweep as whoever knows the program well would write it for the sqlite3 shell and for DuckDB.
///
/// Both read the same GB18030 file, clean numbers and names, check and upgrade numbers, find repeated rows and compare as
/// cli.md says, and keep every row with its class, certificate and candidates durably. The bench compares their classes
/// with ours, row by row.
enum SweepPeers {
  private static let active = "('valid', 'expired', 'lost', 'frozen')"
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// The shell knows no NFKC: names with look-alikes of characters stay as they are.
  static func shellScript(reading police: String) -> String {
    let narrow = zip("０１２３４５６７８９Ｘ", "0123456789X").reduce("upper(identity)") {
      "replace(\($0), '\($1.0)', '\($1.1)')"
    }
    let bare = [" ", "\u{3000}", "\t", "-"].reduce(narrow) { "replace(\($0), '\($1)', '')" }
    let slashed = ["年", "月", "/", "."].reduce("replace(date, '日', '')") { "replace(\($0), '\($1)', '-')" }
    func sum(_ text: String) -> String {
      weights.enumerated().map { "\($1) * substr(\(text), \($0 + 1), 1)" }.joined(separator: " + ")
    }
    return """
      PRAGMA synchronous = FULL; PRAGMA cache_size = -200000; PRAGMA temp_store = MEMORY;
      CREATE TABLE police(n, name, sex, identity, birth, address, kind, date, note);
      BEGIN IMMEDIATE;
      .import --csv --skip 1 '|iconv -f GB18030 -t UTF-8 \(police)' police
      CREATE TABLE compared AS
      WITH cleaned AS MATERIALIZED (
        SELECT rowid AS row, \(bare) AS id, replace(replace(name, ' ', ''), '\u{3000}', '') AS clean, \(slashed) AS day
        FROM police),
      upgraded AS MATERIALIZED (
        SELECT row, clean, CASE WHEN length(id) = 15 AND id NOT GLOB '*[^0-9]*'
            THEN substr(id, 1, 6) || '19' || substr(id, 7) || '?' ELSE id END AS id,
          CASE WHEN day GLOB '????????' THEN substr(day, 1, 4) || '-' || substr(day, 5, 2) || '-' || substr(day, 7)
            WHEN day GLOB '????-??-??' THEN day
            ELSE substr(day, 1, 5) || substr('0' || substr(day, 6, instr(substr(day, 6), '-') - 1), -2) || '-'
              || substr('0' || substr(day, 5 + instr(substr(day, 6), '-') + 1), -2) END AS day
        FROM cleaned),
      weighed AS MATERIALIZED (
        SELECT row, clean, day, id,
          substr('10X98765432', (\(sum("id"))) % 11 + 1, 1) AS digit,
          substr(id, 7, 4) || '-' || substr(id, 11, 2) || '-' || substr(id, 13, 2) AS born
        FROM upgraded),
      checked AS MATERIALIZED (
        SELECT row, clean, day, born, CASE WHEN substr(id, 18) = '?' THEN substr(id, 1, 17) || digit ELSE id END AS id,
          length(id) = 18 AND substr(id, 1, 17) NOT GLOB '*[^0-9]*' AND substr(id, 18) IN (digit, '?')
            AND date(born) = born AS valid
        FROM weighed),
      held AS MATERIALIZED (
        SELECT c.*, CASE WHEN valid THEN (SELECT r.rowid FROM register r WHERE r.identity = c.id
          ORDER BY r.state IN \(active) DESC, r.valid_from DESC, r.rowid DESC LIMIT 1) END AS holder,
          CASE WHEN valid THEN first_value(row) OVER (PARTITION BY c.id, p.kind, day ORDER BY row) END AS first
        FROM checked c JOIN police p ON p.rowid = row),
      found AS MATERIALIZED (
        SELECT h.*, r.number, r.name AS register_name, r.state, CASE WHEN holder IS NULL THEN
          (SELECT group_concat(s.number, '|') FROM register s WHERE s.name = clean
            AND s.birth = coalesce(nullif(p.birth, ''), born) AND s.state IN \(active)) END AS candidates
        FROM held h JOIN police p ON p.rowid = row LEFT JOIN register r ON r.rowid = holder)
      SELECT row, id, clean, day, number, register_name, candidates, first,
        CASE WHEN valid IS NOT TRUE THEN 'malformed' WHEN first < row THEN 'duplicate'
          WHEN number IS NULL THEN CASE WHEN candidates IS NULL THEN 'none' ELSE 'candidate' END
          WHEN state NOT IN \(active) THEN 'inactive'
          WHEN register_name = clean THEN 'exact' ELSE 'name_mismatch' END AS class
      FROM found;
      COMMIT;
      """
  }

  /// DuckDB's register: a table in its own file.
  static let duckRegister = """
    import duckdb, sys
    c = duckdb.connect(sys.argv[1])
    c.execute("CREATE TABLE register AS SELECT * FROM read_csv(?, all_varchar = true)", [sys.argv[2]])
    c.execute("CHECKPOINT")
    open(sys.argv[3], "w").write("0 0")
    """

  /// Python only writes out the look-alikes; everything else is one statement, which changes only texts that need it.
  static let duckSweep = """
    import duckdb, os, subprocess, sys, time, unicodedata
    c = duckdb.connect(sys.argv[1])
    c.execute("DROP TABLE IF EXISTS compared")
    c.execute("CHECKPOINT")
    began = time.perf_counter()
    text = sys.argv[2] + ".utf8"
    with open(text, "wb") as out: subprocess.run(["iconv", "-f", "GB18030", "-t", "UTF-8", sys.argv[2]], stdout=out)
    def alike(text, codes):
        for one in map(chr, codes):
            plain = unicodedata.normalize("NFKC", one)
            if len(plain) == 1 and plain != one: text = f"replace({text}, '{one}', '{plain}')"
        return text
    def clean(text, usual, codes):
        odd = f"regexp_replace({alike(text, codes)}, '[\\\\s\\u3000-]', '', 'g')"
        return f"CASE WHEN regexp_matches({text}, '[^{usual}]') THEN {odd} ELSE {text} END"
    identity = clean("coalesce(公民身份号码, '')", "0-9Xx", [*range(0xFF10, 0xFF1A), 0xFF38, 0xFF58])
    name = clean("replace(姓名, '\\u2ee2', '\\u9a6c')", "\\u3400-\\u9fff", range(0x2F00, 0x2FD6))
    weights = \(weights)
    weight = " + ".join(f"{w} * try_cast(id[{i + 1}] AS INTEGER)" for i, w in enumerate(weights))
    active = "('valid', 'expired', 'lost', 'frozen')"
    formats = "['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d', '%Y年%m月%d日', '%Y.%m.%d']"
    c.execute(f\"\"\"CREATE TABLE compared AS
      WITH police AS (SELECT row_number() OVER () AS row, *,
          upper({identity}) AS cell,
          {name} AS clean,
          try_strptime(变动日期, {formats})::DATE AS day
        FROM read_csv('{text}', all_varchar = true)),
      upgraded AS (SELECT *, CASE WHEN regexp_full_match(cell, '[0-9]{{15}}')
          THEN cell[1:6] || '19' || cell[7:] || '?' ELSE cell END AS id FROM police),
      weighed AS (SELECT *, '10X98765432'[({weight}) % 11 + 1] AS digit,
          try_strptime(id[7:14], '%Y%m%d')::DATE AS born FROM upgraded),
      checked AS (SELECT * EXCLUDE (id), CASE WHEN id[18:] = '?' THEN id[1:17] || digit ELSE id END AS id,
          length(id) = 18 AND born IS NOT NULL AND id[18:] IN (digit, '?') IS TRUE AS valid FROM weighed),
      repeated AS (SELECT *, CASE WHEN valid THEN
          min(row) OVER (PARTITION BY CASE WHEN valid THEN id ELSE row::VARCHAR END, 变动类型, day) END AS first
        FROM checked),
      best AS (SELECT r.identity, arg_max(struct_pack(number, name, state),
          (r.state IN {active}, r.valid_from, r.rowid)) AS held
        FROM register r WHERE r.identity IN (SELECT id FROM checked WHERE valid) GROUP BY r.identity),
      alike AS (SELECT p.row, string_agg(s.number, '|') AS candidates
        FROM checked p JOIN register s ON s.name = p.clean AND s.birth = coalesce(p.出生日期, p.born::VARCHAR)
        WHERE s.state IN {active} GROUP BY p.row)
      SELECT p.*, held.number, held.name AS register_name,
        CASE WHEN held IS NULL THEN candidates END AS candidates,
        CASE WHEN p.valid IS NOT TRUE THEN 'malformed' WHEN p.first < p.row THEN 'duplicate'
          WHEN held IS NOT NULL THEN CASE WHEN held.state NOT IN {active} THEN 'inactive'
            WHEN held.name = p.clean THEN 'exact' ELSE 'name_mismatch' END
          WHEN candidates IS NOT NULL THEN 'candidate' ELSE 'none' END AS class
      FROM repeated p LEFT JOIN best ON p.valid AND best.identity = p.id LEFT JOIN alike ON alike.row = p.row\"\"\")
    c.execute("CHECKPOINT")
    taken = (time.perf_counter() - began) * 1000
    os.remove(text)
    memory = next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM'))
    open(sys.argv[3], "w").write(f"{taken} {memory}")
    """

  /// The classes that DuckDB found, a line each.
  static let duckClasses = """
    import duckdb, sys
    rows = duckdb.connect(sys.argv[1]).execute("SELECT class FROM compared ORDER BY row").fetchall()
    open(sys.argv[3], "w").write("0 0")
    open(sys.argv[2], "w").write("\\n".join(row[0] for row in rows))
    """
}
