import Casework
import GRDB

/// The tables.
///
/// A shipped step is never edited; a change is a new step.
enum Schema {
  /// "cert" as a number: how a store of ours is told from any other SQLite file.
  static let applicationID = 0x6365_7274
  static var version: Int { steps.count }

  /// - Parameter last: the last step to take; an older one makes a store as older programs left it.
  static func create(in queue: DatabaseQueue, steps last: Int = version) throws {
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
    try migrate(queue, from: 0, to: last)
  }

  static func migrate(_ queue: DatabaseQueue, from first: Int, to last: Int = version) throws {
    guard first < last else { return }
    try queue.inTransaction(.immediate) { db in
      for (index, step) in steps.enumerated() where index >= first && index < last {
        try db.execute(sql: step)
        if index == 2 { try Application.rank(in: db) }
        if index == 22 { try Certificate.noteAnswers(in: db) }
        if index == 23 { try Application.noteKeys(in: db) }
        if index == 27 { try HolderIndex.keepAll(in: db) }
      }
      try db.execute(sql: "PRAGMA user_version = \(last)")
      return .commit
    }
  }

  private static let steps = [
    """
    -- Everything that ever happened, each row chained to the one before it.
    CREATE TABLE event(
      seq INTEGER PRIMARY KEY AUTOINCREMENT, -- SQLite keeps the highest seq apart, so a last event taken away is missed
      kind TEXT NOT NULL,
      subject INTEGER NOT NULL,
      subject_seq INTEGER NOT NULL,
      move TEXT NOT NULL,
      to_state TEXT NOT NULL,
      actor TEXT NOT NULL,
      second TEXT,
      at INTEGER NOT NULL,
      day TEXT NOT NULL,
      data TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      UNIQUE (kind, subject, subject_seq)
    ) STRICT;
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

    -- INSERT OR REPLACE would delete without asking the trigger above.
    CREATE TRIGGER event_is_only_appended BEFORE INSERT ON event
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
        OR EXISTS (
          SELECT 1 FROM event WHERE kind = NEW.kind AND subject = NEW.subject AND subject_seq = NEW.subject_seq)
      BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;

    -- Master data without a life of its own: office, staff, institutions, calendars.
    CREATE TABLE master(
      kind TEXT NOT NULL,
      id INTEGER NOT NULL,
      code TEXT NOT NULL,
      seq INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (kind, id),
      UNIQUE (kind, code)
    ) STRICT, WITHOUT ROWID;

    -- Password hashes; the event that set one holds its digest, never the hash.
    CREATE TABLE secret(staff TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE application(
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      service TEXT NOT NULL,
      state TEXT NOT NULL,
      seq INTEGER NOT NULL,
      since TEXT NOT NULL,
      applicant TEXT NOT NULL,
      identity TEXT NOT NULL,
      deadline TEXT,
      owner TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX application_by_state ON application(state, deadline);
    CREATE INDEX application_by_identity ON application(identity) WHERE identity <> '';

    CREATE TABLE certificate(
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL,
      state TEXT NOT NULL,
      seq INTEGER NOT NULL,
      since TEXT NOT NULL,
      identity TEXT NOT NULL,
      name TEXT NOT NULL,
      birth TEXT NOT NULL,
      phone TEXT NOT NULL,
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      serial TEXT,
      body TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX certificate_number_once ON certificate(number) WHERE state <> 'spoiled';
    CREATE INDEX certificate_by_number ON certificate(number);
    CREATE INDEX certificate_by_identity ON certificate(identity);
    CREATE INDEX certificate_by_person ON certificate(name, birth);
    CREATE INDEX certificate_by_phone ON certificate(phone) WHERE phone <> '';
    CREATE UNIQUE INDEX certificate_serial_once ON certificate(serial) WHERE serial IS NOT NULL;

    -- What a person may type to find a holder: the name from any character on, pinyin, initials.
    CREATE TABLE search_key(
      key TEXT NOT NULL,
      certificate INTEGER NOT NULL REFERENCES certificate(id),
      PRIMARY KEY (key, certificate)
    ) STRICT, WITHOUT ROWID;

    -- Files as received.
    CREATE TABLE file(
      sha256 TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE sweep(
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL,
      seq INTEGER NOT NULL,
      since TEXT NOT NULL,
      file TEXT NOT NULL UNIQUE REFERENCES file(sha256) DEFERRABLE INITIALLY DEFERRED,
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sweep_row(
      sweep INTEGER NOT NULL REFERENCES sweep(id) DEFERRABLE INITIALLY DEFERRED,
      row INTEGER NOT NULL,
      -- What was compared, which never changes; empty where there is nothing.
      class TEXT NOT NULL,
      reason TEXT NOT NULL,
      identity TEXT NOT NULL,
      certificate TEXT NOT NULL,
      candidates TEXT NOT NULL,
      duplicate_of TEXT NOT NULL,
      kind TEXT NOT NULL,
      event_date TEXT NOT NULL,
      proposal TEXT NOT NULL,
      block TEXT NOT NULL,
      register_name TEXT NOT NULL,
      source_identity TEXT NOT NULL,
      source_number_cell TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_birth TEXT NOT NULL,
      source_kind TEXT NOT NULL,
      source_address TEXT NOT NULL,
      source_note TEXT NOT NULL,
      -- What people decided, and what came of it.
      decision TEXT,
      decided_by TEXT,
      decision_reason TEXT,
      outcome TEXT,
      PRIMARY KEY (sweep, row)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- A renewed card keeps its number: one certificate at a time has it, those it replaced keep theirs.
    DROP INDEX certificate_number_once;
    CREATE UNIQUE INDEX certificate_number_once ON certificate(number) WHERE state NOT IN ('spoiled', 'replaced');

    -- The day from which time asks for something: a move's clocks, the review of a freeze, the end of a bar.
    ALTER TABLE certificate ADD COLUMN due TEXT;
    UPDATE certificate SET due = json_extract(body, '$."todo.watch_move.freeze_on"') WHERE state IN ('valid', 'lost');
    UPDATE certificate SET due = json_extract(body, '$."todo.watch_move.cancel_on"') WHERE state = 'frozen';
    CREATE INDEX certificate_by_due ON certificate(due) WHERE due IS NOT NULL;
    CREATE INDEX certificate_by_end ON certificate(valid_to) WHERE state = 'valid';
    """,
    """
    -- The day of the deadline and the id in one number: the case most in danger of being late first.
    DROP INDEX application_by_state;
    ALTER TABLE application ADD COLUMN urgency INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX application_by_urgency ON application(state, urgency);
    CREATE INDEX application_by_since ON application(since);
    CREATE INDEX application_by_owner ON application(owner, service);

    -- What a filter finds a case under; see CaseKeys.
    CREATE TABLE case_key(
      key TEXT NOT NULL,
      application INTEGER NOT NULL REFERENCES application(id),
      PRIMARY KEY (key, application)
    ) STRICT, WITHOUT ROWID;

    -- How many cases stand in a state with their deadline on a day (since 1970), so that nothing is counted to show it.
    CREATE TABLE case_day(
      state TEXT NOT NULL,
      day INTEGER NOT NULL,
      cases INTEGER NOT NULL,
      PRIMARY KEY (state, day)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO case_day SELECT state, 0, count(*) FROM application GROUP BY state;
    CREATE TRIGGER case_day_at_opening AFTER INSERT ON application BEGIN
      INSERT INTO case_day VALUES (NEW.state, NEW.urgency >> 32, 1)
        ON CONFLICT (state, day) DO UPDATE SET cases = cases + 1;
    END;
    CREATE TRIGGER case_day_at_a_move AFTER UPDATE OF state, urgency ON application BEGIN
      UPDATE case_day SET cases = cases - 1 WHERE state = OLD.state AND day = OLD.urgency >> 32;
      DELETE FROM case_day WHERE state = OLD.state AND day = OLD.urgency >> 32 AND cases = 0;
      INSERT INTO case_day VALUES (NEW.state, NEW.urgency >> 32, 1)
        ON CONFLICT (state, day) DO UPDATE SET cases = cases + 1;
    END;

    -- The same for certificates and the last day of their validity, because a day makes them expire.
    CREATE TABLE certificate_day(
      state TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      certificates INTEGER NOT NULL,
      PRIMARY KEY (state, valid_to)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO certificate_day SELECT state, valid_to, count(*) FROM certificate GROUP BY state, valid_to;
    CREATE TRIGGER certificate_day_at_issue AFTER INSERT ON certificate BEGIN
      INSERT INTO certificate_day VALUES (NEW.state, NEW.valid_to, 1)
        ON CONFLICT (state, valid_to) DO UPDATE SET certificates = certificates + 1;
    END;
    CREATE TRIGGER certificate_day_at_a_move AFTER UPDATE OF state, valid_to ON certificate BEGIN
      UPDATE certificate_day SET certificates = certificates - 1 WHERE state = OLD.state AND valid_to = OLD.valid_to;
      DELETE FROM certificate_day WHERE state = OLD.state AND valid_to = OLD.valid_to AND certificates = 0;
      INSERT INTO certificate_day VALUES (NEW.state, NEW.valid_to, 1)
        ON CONFLICT (state, valid_to) DO UPDATE SET certificates = certificates + 1;
    END;
    """,
    """
    -- A correction of the number is found under the certificate that it corrects.
    CREATE INDEX application_correction ON application(json_extract(body, '$.certificate')) WHERE service = 'renew_info';
    """,
    """
    -- What the store knew of a person reported dead that speaks against it; found at the import, never changed.
    CREATE TABLE sweep_sign(
      sweep INTEGER NOT NULL,
      row INTEGER NOT NULL,
      sign TEXT NOT NULL,
      source TEXT NOT NULL,
      day TEXT NOT NULL,
      detail TEXT NOT NULL,
      PRIMARY KEY (sweep, row, sign, source, day)
    ) STRICT, WITHOUT ROWID;

    -- What has left the house is found again by what it was about.
    CREATE INDEX event_sent ON event(json_extract(data, '$.certificate'), json_extract(data, '$.sweep'))
      WHERE kind = 'access' AND move = 'sent';
    """,
    """
    -- A long file is kept piece by piece: its rows are there before their sweep is.
    CREATE TABLE sweep_row_anew(
      sweep INTEGER NOT NULL,
      row INTEGER NOT NULL,
      -- What was compared, which never changes; empty where there is nothing.
      class TEXT NOT NULL,
      reason TEXT NOT NULL,
      identity TEXT NOT NULL,
      certificate TEXT NOT NULL,
      candidates TEXT NOT NULL,
      duplicate_of TEXT NOT NULL,
      kind TEXT NOT NULL,
      event_date TEXT NOT NULL,
      proposal TEXT NOT NULL,
      block TEXT NOT NULL,
      register_name TEXT NOT NULL,
      source_identity TEXT NOT NULL,
      source_number_cell TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_birth TEXT NOT NULL,
      source_kind TEXT NOT NULL,
      source_address TEXT NOT NULL,
      source_note TEXT NOT NULL,
      -- What people decided, and what came of it.
      decision TEXT,
      decided_by TEXT,
      decision_reason TEXT,
      outcome TEXT,
      PRIMARY KEY (sweep, row)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO sweep_row_anew SELECT * FROM sweep_row;
    DROP TABLE sweep_row;
    ALTER TABLE sweep_row_anew RENAME TO sweep_row;
    CREATE TABLE sweep_staging(
      file TEXT PRIMARY KEY,
      sweep INTEGER NOT NULL UNIQUE,
      quarter TEXT NOT NULL,
      day TEXT NOT NULL,
      -- How many rows of the file are kept.
      rows INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- All that a sweep asks of the register stands in its indexes.
    DROP INDEX certificate_by_identity;
    CREATE INDEX certificate_by_identity ON certificate(identity, name, state, valid_from, number, seq);
    DROP INDEX certificate_by_person;
    CREATE INDEX certificate_by_person ON certificate(name, birth, state, number);
    """,
    """
    -- What some lists say besides (the new number or name, where to, who declared it); empty for most rows.
    ALTER TABLE sweep_row ADD COLUMN source_details TEXT NOT NULL DEFAULT '';
    """,
    """
    -- Whom a row may be about although no exact rule says so; found once, at the import.
    CREATE TABLE sweep_near(
      sweep INTEGER NOT NULL,
      row INTEGER NOT NULL,
      rank INTEGER NOT NULL,
      certificate TEXT NOT NULL,
      reasons TEXT NOT NULL,
      PRIMARY KEY (sweep, row, rank)
    ) STRICT, WITHOUT ROWID;

    -- The newest earlier sweep that had the same row.
    CREATE TABLE sweep_seen(
      sweep INTEGER NOT NULL,
      row INTEGER NOT NULL,
      earlier INTEGER NOT NULL,
      PRIMARY KEY (sweep, row)
    ) STRICT, WITHOUT ROWID;

    -- What tells whether a later sweep has the same rows: eight bytes a row, sorted.
    CREATE TABLE sweep_marks(sweep INTEGER PRIMARY KEY, marks BLOB NOT NULL) STRICT;

    -- Who was told apart in earlier sweeps.
    CREATE INDEX sweep_row_rejected ON sweep_row(identity, source_birth) WHERE decision = 'reject';
    """,
    """
    -- The reports of years and quarters that somebody signed.
    CREATE TABLE report(
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL,
      seq INTEGER NOT NULL,
      since TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    """,
    """
    -- A file whose sweep was given up or taken back may be taken in again.
    CREATE TABLE sweep_anew(
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL,
      seq INTEGER NOT NULL,
      since TEXT NOT NULL,
      file TEXT NOT NULL REFERENCES file(sha256) DEFERRABLE INITIALLY DEFERRED,
      body TEXT NOT NULL
    ) STRICT;
    INSERT INTO sweep_anew SELECT * FROM sweep;
    DROP TABLE sweep;
    ALTER TABLE sweep_anew RENAME TO sweep;
    CREATE INDEX sweep_by_file ON sweep(file);
    """,
    """
    -- What was given with accepting a row: the real date, and which of several people it is about.
    ALTER TABLE sweep_row ADD COLUMN decision_date TEXT;
    ALTER TABLE sweep_row ADD COLUMN decision_target TEXT;

    -- What was left on hold is looked for every day.
    CREATE INDEX sweep_row_held ON sweep_row(sweep, row) WHERE decision = 'hold';
    """,
    """
    -- Who alone was told apart from the person of a row while others stay possible.
    ALTER TABLE sweep_row ADD COLUMN apart TEXT;
    CREATE INDEX sweep_row_apart ON sweep_row(identity, source_birth) WHERE apart IS NOT NULL;
    """,
    """
    -- A case is found by the phone that was given with it.
    CREATE INDEX application_by_phone
      ON application(CASE WHEN json_valid(body) THEN json_extract(body, '$.phone') END);
    """,
    "-- Panels on which all seats agree have a key; Application.noteKeys gives it to those there are.",
    """
    -- Holders are found by village and street: what was typed is looked for in the addresses alone.
    CREATE INDEX certificate_by_address
      ON certificate(CASE WHEN json_valid(body) THEN json_extract(body, '$.address') END);
    """,
    """
    -- Whoever acts in a case for another is found by the own number (later a key of the case).
    CREATE INDEX application_by_guardian
      ON application(CASE WHEN json_valid(body) THEN json_extract(body, '$."guardian.identity"') END)
      WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$."guardian.identity"') END IS NOT NULL;
    CREATE INDEX application_by_agent
      ON application(CASE WHEN json_valid(body) THEN json_extract(body, '$."agent.identity"') END)
      WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$."agent.identity"') END IS NOT NULL;
    CREATE INDEX application_by_collector
      ON application(CASE WHEN json_valid(body) THEN json_extract(body, '$."collect.identity"') END)
      WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$."collect.identity"') END IS NOT NULL;
    """,
    """
    -- Cases without a deadline stand in the order in which they came into their state; see Application.urgency.
    UPDATE application
    SET urgency = ((1 << 30) + CAST(julianday(since) - 2440587.5 AS INTEGER) << 32) | (urgency & 4294967295)
    WHERE deadline IS NULL AND state NOT IN ('not_accepted', 'archived', 'withdrawn', 'lapsed');
    """,
    """
    -- A case is found by the last four digits of the applicant's number.
    CREATE INDEX application_by_last_four ON application(substr(identity, -4)) WHERE identity <> '';
    """,
    """
    -- A holder is found by the last four digits of the number.
    CREATE INDEX certificate_by_last_four ON certificate(substr(identity, -4));

    -- Who holds how many cases of a queue is counted in this index alone.
    CREATE INDEX application_by_share ON application(state, owner);

    -- Questions and answers are looked for every day.
    CREATE INDEX event_advice ON event(subject, seq, move, subject_seq, day)
      WHERE move IN ('ask_advice', 'answer_advice');
    """,
    """
    -- Open cases of whose people a police list tells that they died, and those of a card lost too often.
    CREATE INDEX sweep_sign_applicant ON sweep_sign(source) WHERE sign = 'applicant';
    CREATE INDEX application_often_lost ON application(id)
      WHERE CASE WHEN json_valid(body) THEN json_extract(body, '$."accept.losses"') END IS NOT NULL;
    """,
    """
    -- Rows to be decided that earlier lists of the same quarter and office have as well, and where; found at the import.
    CREATE TABLE sweep_repeated(
      sweep INTEGER NOT NULL,
      row INTEGER NOT NULL,
      earlier INTEGER NOT NULL,
      earlier_row INTEGER NOT NULL,
      PRIMARY KEY (sweep, row, earlier)
    ) STRICT, WITHOUT ROWID;
    """,
    // Nothing is left of this step but its number, by which the stores made with it count: the next one does its work too.
    "-- A call by which the holder died has its day among those that are due.",
    "-- Certificates keep the latest answer of somebody reached, which Certificate.noteAnswers gives those there are.",
    """
    -- Telephones, helpers and cards lost too often are keys of their cases (see CaseKeys, Application.noteKeys): an index
    -- over the body is read and written again with each act.
    DROP INDEX application_by_phone;
    DROP INDEX application_by_guardian;
    DROP INDEX application_by_agent;
    DROP INDEX application_by_collector;
    DROP INDEX application_often_lost;
    """,
    """
    -- Whoever sees a desk knows which import is on its way: the file, who began it and when, and when it last went on.
    ALTER TABLE sweep_staging ADD COLUMN name TEXT NOT NULL DEFAULT '';
    ALTER TABLE sweep_staging ADD COLUMN staff TEXT NOT NULL DEFAULT '';
    ALTER TABLE sweep_staging ADD COLUMN began INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE sweep_staging ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
    """,
    """
    -- A row that may be about several people tells of whom a sign is: the number of a certificate.
    ALTER TABLE sweep_sign ADD COLUMN person TEXT NOT NULL DEFAULT '';
    -- The day on which whoever decided on the row saw it; empty where the import found it.
    ALTER TABLE sweep_sign ADD COLUMN since TEXT NOT NULL DEFAULT '';

    -- What lists reported and nothing follows from by itself is looked for every day.
    CREATE INDEX event_police_todo ON event(subject)
      WHERE kind = 'certificate' AND move = 'note' AND json_extract(data, '$.todo') <> 'watch_move';
    """,
    """
    -- Whoever wants to signs with a PIN apart from the password of the sign-in.
    ALTER TABLE secret ADD COLUMN pin TEXT;
    """,
    """
    -- Where people with a certificate stand in a list, sorted and in pieces: it is asked with every case of theirs, and
    -- an index of all rows would make an import a third longer.
    CREATE TABLE sweep_holder(
      sweep INTEGER NOT NULL,
      first INTEGER NOT NULL,
      entries BLOB NOT NULL,
      PRIMARY KEY (sweep, first)
    ) STRICT, WITHOUT ROWID;
    """,
  ]
}
