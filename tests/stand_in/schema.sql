-- What the stand-in remembers. Points in time are seconds since 1970. Secrets are here as hashes only.

CREATE TABLE IF NOT EXISTS accounts (
    user_id              TEXT PRIMARY KEY,
    id                   TEXT NOT NULL UNIQUE, -- names the account in URLs, and says nothing about the person
    display_name         TEXT NOT NULL,
    global_admin         INTEGER NOT NULL,
    must_change_password INTEGER NOT NULL,
    password_expires_at  INTEGER -- for a temporary password that an admin set
) STRICT;

-- The newest row of an account is its password; the ones before must not be used again too soon.
CREATE TABLE IF NOT EXISTS passwords (
    number  INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES accounts,
    hash    TEXT NOT NULL -- Argon2id, as a PHC string
) STRICT;

CREATE TABLE IF NOT EXISTS sessions (
    token_hash BLOB PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES accounts,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS recoveries (
    id         INTEGER PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL,
    user_id    TEXT,         -- as the person gave it, known or not
    stage      TEXT NOT NULL -- JSON of `Stage`
) STRICT;

-- One open challenge per recovery; those outside of a recovery have none. The answer is in clear, because the sound is made from it.
CREATE TABLE IF NOT EXISTS captchas (
    id            TEXT PRIMARY KEY,
    recovery_id   INTEGER UNIQUE REFERENCES recoveries ON DELETE CASCADE,
    answer        TEXT NOT NULL,
    picture       BLOB NOT NULL, -- PNG
    proof_of_work TEXT NOT NULL, -- JSON of the ALTCHA challenge
    expires_at    INTEGER NOT NULL
) STRICT;

-- What the limits count. The subject is a keyed hash, so that no user ID is kept here.
CREATE TABLE IF NOT EXISTS attempts (
    limit_name TEXT NOT NULL,
    subject    BLOB NOT NULL,
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_subject ON attempts (limit_name, subject, at);

-- What people asked support for. The number finds a request, the access code opens it.
CREATE TABLE IF NOT EXISTS service_requests (
    id               INTEGER PRIMARY KEY, -- in the order in which they came
    number           TEXT NOT NULL UNIQUE,
    access_code_hash TEXT NOT NULL, -- Argon2id, as a PHC string
    content          TEXT NOT NULL  -- JSON of `ServiceRequest`
) STRICT;

CREATE TABLE IF NOT EXISTS companies (
    domain TEXT PRIMARY KEY,
    checks TEXT NOT NULL -- JSON of `Check`, one of each kind
) STRICT;
