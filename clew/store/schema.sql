-- case.sqlite: what is decided and small. Behind each table stands the room that writes it.

create table meta (           -- written by: store
    key text primary key,
    value text not null
) strict;

create table segments (       -- written by: store
    seq integer primary key,
    table_name text not null,
    path text not null unique,        -- relative to the case folder
    sha256 text not null,
    row_count integer not null,
    live integer not null default 1,  -- 0: replaced by a later one; the file goes at the next run
    added_at text not null
) strict;

create table versions (       -- written by: store
    table_name text primary key,
    n integer not null                -- counts the commits that wrote the table
) strict;

create table log (            -- written by: store
    seq integer primary key,
    at text not null,
    actor text not null,
    action text not null,
    object text not null,
    detail text not null,
    previous text not null,           -- hash of the entry before
    hash text not null                -- SHA-256 over all other columns
) strict;

create table stages (         -- written by: store
    stage text primary key,
    fingerprint text not null,        -- of all the stage reads, when it last ran to its end
    at text not null
) strict;

create table settings (       -- written by: store
    name text primary key,
    value text not null
) strict;

create table sources (        -- written by: read
    id text primary key,
    path text not null,
    sha256 text not null,
    size integer not null,
    media_type text not null,
    status text not null check (status in ('waiting', 'read', 'partly', 'failed', 'skipped')),
    reason text not null,
    pages integer not null,
    parent text references sources (id),
    depth integer not null default 0, -- how many files it lies in; 0: handed in itself
    copy_of text not null default '', -- path of the source with the same bytes that is read in its stead
    reading text not null,            -- reader and version: pdf@1; empty while waiting
    limits text not null default '',  -- within which it was read: a wider one is tried again where it failed
    warnings text not null default '[]',  -- JSON list
    tried text not null default '[]', -- JSON list
    seconds real not null default 0,  -- of CPU that reading it took
    channel text not null default 'unknown',  -- by which custody it came; see channels
    origin text not null default '',  -- where it was handed in from: absolute path, or the label given
    acquisition text not null default '',  -- by what method it was come by, as given
    legal_basis text not null default '',
    added_at text not null,
    added_by text not null
) strict;
create index sources_sha256 on sources (sha256);

create table channels (       -- written by: read
    seq integer primary key,          -- the last one of a name holds
    name text not null,
    reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
    why text not null,
    set_by text not null,
    set_at text not null
) strict;

create table extractions (    -- written by: extract
    source text primary key references sources (id),
    extraction text not null,         -- fingerprint of the extractors that ran
    record_type text not null,
    language text not null
) strict;

create table mappings (       -- written by: extract
    name text primary key,
    content text not null,            -- the TOML as given
    added_at text not null
) strict;

create table proposals (      -- written by: extract
    source text not null references sources (id),
    page integer not null,
    method text not null,             -- model:NAME@HASH
    asked_at text not null,
    kept integer not null,            -- proposals that stand on the page, word for word
    dropped integer not null,
    primary key (source, page, method)
) strict;

create table judgements (     -- written by: resolve
    seq integer primary key,
    id text not null unique,
    left_anchor text not null,
    right_anchor text not null,
    left_name text not null,          -- as they stood when it was judged; never rewritten
    right_name text not null,
    decision text not null check (decision in ('same', 'different', 'unsure')),
    level text not null,
    why text not null,
    judged_by text not null,
    judged_at text not null,
    reasons text not null default '{}',  -- JSON: what spoke for and against when it was judged; never rewritten
    withdrawn_at text,
    withdrawn_by text
) strict;

create table linkings (       -- written by: resolve
    seq integer primary key,
    id text not null unique,
    kind text not null,               -- person, organization
    records integer not null,         -- that were compared
    pairs integer not null,           -- of names that were not one party already
    taught integer not null,          -- 1: the weights were learned from these records
    notes text not null,              -- JSON list: what was left out
    model text not null,              -- JSON: Splink's settings with the weights
    made_by text not null,
    made_at text not null
) strict;

create table snapshots (      -- written by: screen
    id text primary key,
    list text not null,
    authority text not null,
    as_of text not null,              -- ISO day the list stood so
    as_of_basis text not null,        -- who says so: user, list, file time
    sha256 text not null,             -- over the files in order
    files text not null,              -- names and hashes, JSON
    missed text not null,             -- what could not be read, JSON list
    added_at text not null
) strict;

create table reviews (        -- written by: weigh
    seq integer primary key,
    id text not null unique,
    claim text not null,              -- id of a claim, which is its content, or of a gap
    decision text not null check (decision in ('accepted', 'rejected')),
    why text not null,
    reviewed_by text not null,
    reviewed_at text not null,
    withdrawn_at text,
    withdrawn_by text
) strict;

create table requests (       -- written by: weigh
    seq integer primary key,
    id text not null unique,
    anchor text not null,             -- a name of the party in a document; its entity is looked up when it is shown
    party text not null,              -- the name as it stood when it was asked
    finding text not null,
    channel text not null,            -- by which it was asked: e-mail, letter, telephone
    asked_on text not null,           -- ISO day
    deadline text not null,           -- ISO day
    asked_by text not null,
    answer text not null,             -- id of the source that answers; empty while none does
    answered_at text,
    closed_at text,                   -- no answer is waited for any more
    closed_by text
) strict;
