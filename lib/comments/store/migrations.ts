/**
 * The way of the comments' database from nothing to today: one list of statements for each version, and a list that
 * has been published is never changed again. Comments can't be made anew from files, so their tables are never dropped.
 *
 * Times are milliseconds since 1970 UTC.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    // \`path\` holds the ids from the thread's first comment down to this one, joined by dots: sorting by it gives the order
    // of reading. \`writer_hash\` and \`address_hash\` stand for a browser and an address, and can't be turned back.
    `CREATE TABLE comments (
      id TEXT PRIMARY KEY,
      post_id TEXT NOT NULL,
      parent_id TEXT,
      root_id TEXT NOT NULL,
      path TEXT NOT NULL,
      depth INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('visible', 'held', 'hidden', 'spam', 'deleted')),
      name TEXT NOT NULL,
      email TEXT,
      website TEXT,
      text TEXT NOT NULL,
      text_hash TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      edited_at INTEGER,
      version INTEGER NOT NULL DEFAULT 1,
      writer_hash TEXT NOT NULL,
      address_hash TEXT,
      idempotency_key TEXT UNIQUE
    ) WITHOUT ROWID`,
    "CREATE INDEX comments_by_thread ON comments (post_id, root_id, path)",
    "CREATE INDEX comments_by_status ON comments (status, id)",
    "CREATE INDEX comments_by_post_and_status ON comments (post_id, status)",
    "CREATE INDEX comments_by_post_and_time ON comments (post_id, created_at)",
    "CREATE INDEX comments_by_text ON comments (post_id, text_hash, created_at)",
    "CREATE INDEX comments_by_address ON comments (address_hash, created_at) WHERE address_hash IS NOT NULL",
    "CREATE INDEX comments_by_writer ON comments (writer_hash, created_at)",
    "CREATE INDEX comments_by_email ON comments (email) WHERE email IS NOT NULL",

    // Threads that a moderator has closed.
    `CREATE TABLE closed_threads (
      post_id TEXT PRIMARY KEY,
      closed_at INTEGER NOT NULL
    ) WITHOUT ROWID`,

    // \`kind\` is 'address' (an address_hash) or 'word' (lower case).
    `CREATE TABLE blocks (
      kind TEXT NOT NULL CHECK (kind IN ('address', 'word')),
      value TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (kind, value)
    ) WITHOUT ROWID`,

    // Keys of hashes and signatures, shared by all servers; \`period\` numbers the stretch of time that a key is made for.
    `CREATE TABLE keys (
      purpose TEXT NOT NULL,
      period INTEGER NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (purpose, period)
    ) WITHOUT ROWID`,

    // One line for each act of a moderator, on a comment or not.
    `CREATE TABLE audit_log (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      comment_id TEXT,
      detail TEXT NOT NULL DEFAULT ''
    )`,
    "CREATE INDEX audit_log_by_comment ON audit_log (comment_id) WHERE comment_id IS NOT NULL",

    `CREATE TABLE admin_sessions (
      token_hash TEXT PRIMARY KEY,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) WITHOUT ROWID`,

    // Failed ones alone: what throttles the next.
    `CREATE TABLE login_attempts (
      id INTEGER PRIMARY KEY,
      address_hash TEXT NOT NULL,
      at INTEGER NOT NULL
    )`,
    "CREATE INDEX login_attempts_by_time ON login_attempts (at)",

    // What the outside world is still to be told.
    `CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      event TEXT NOT NULL,
      comment_id TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL
    )`,
    "CREATE INDEX outbox_by_time ON outbox (next_at)",
  ],
  [
    // What a moderator calls themselves, for the audit log.
    "ALTER TABLE admin_sessions ADD COLUMN actor TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX login_attempts_by_address ON login_attempts (address_hash, at)",
  ],
  [
    // Threads whose pages are to be refreshed: one line for each change that readers see, whoever makes it. Numbers grow
    // in the order of commits.
    `CREATE TABLE thread_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      post_id TEXT NOT NULL
    )`,
    // Hashes of addresses go with their keys, and the log is kept: it names them by their beginning.
    `UPDATE audit_log SET detail = substr(detail, instr(detail, '.') + 1, 8)
      WHERE action IN ('block-address', 'unblock-address')`,

    // Lines that come from an export are looked for by their time.
    "CREATE INDEX audit_log_by_time ON audit_log (at)",

    // For the moderators' desk.
    "CREATE INDEX comments_by_post ON comments (post_id)",
    "CREATE INDEX comments_by_parent ON comments (parent_id, status) WHERE parent_id IS NOT NULL",
    "CREATE INDEX comments_by_writer_and_status ON comments (writer_hash, status)",

    `CREATE TRIGGER comment_appears AFTER INSERT ON comments WHEN NEW.status = 'visible' BEGIN
      INSERT INTO thread_changes (post_id) VALUES (NEW.post_id);
    END`,
    `CREATE TRIGGER comment_changes AFTER UPDATE OF status, name, website, text ON comments
      WHEN OLD.status = 'visible' OR NEW.status = 'visible' BEGIN
      INSERT INTO thread_changes (post_id) VALUES (NEW.post_id);
    END`,
    `CREATE TRIGGER thread_closes AFTER INSERT ON closed_threads BEGIN
      INSERT INTO thread_changes (post_id) VALUES (NEW.post_id);
    END`,
    `CREATE TRIGGER thread_opens AFTER DELETE ON closed_threads BEGIN
      INSERT INTO thread_changes (post_id) VALUES (OLD.post_id);
    END`,
  ],
];

export const versionTable = "comment_migrations";
