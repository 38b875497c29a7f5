-- segments/*.parquet: what is read and large. The types are the engine's; behind each table stands the room that writes it.

create table shape.pages (         -- written by: read
    source varchar, number integer, text varchar, label varchar, width double, height double,
    engine varchar, rotation integer, reading varchar);  -- engine: empty for a text of its own, else the OCR engine

create table shape.words (         -- written by: read
    source varchar, page integer, start integer, stop integer,
    x0 double, y0 double, x1 double, y1 double, edges float[],
    confidence float, corners float[], reading varchar);

create table shape.cells (         -- written by: read
    source varchar, page integer, table_number integer, row_number integer, column_number integer,
    text varchar, runs integer[],    -- runs: start, stop, start, stop, …
    row_span integer, column_span integer, reading varchar);

create table shape.mentions (      -- written by: extract
    id varchar, source varchar, page integer, start integer, stop integer, text varchar, kind varchar,
    identifiers struct(type varchar, value varchar)[], method varchar, record_type varchar, extraction varchar,
    because varchar[]);  -- why it is of this kind, or what else it may name

create table shape.claims (        -- written by: extract
    id varchar, subject varchar, predicate varchar, object varchar, qualifiers map(varchar, varchar),
    holders varchar[], stance varchar, modality varchar, polarity varchar, hedges varchar[],
    said_at varchar, valid_from varchar, valid_to varchar, record_type varchar, method varchar, reading double,
    subject_mention varchar, object_mention varchar, source varchar,
    quotes struct(role varchar, page integer, start integer, stop integer, text varchar)[], extraction varchar);

create table shape.gaps (          -- written by: extract
    id varchar, source varchar, page integer, kind varchar, detail varchar, extraction varchar);

create table shape.entities (      -- written by: resolve
    id varchar, kind varchar, name varchar, names varchar[], level varchar);

create table shape.anchors (       -- written by: resolve
    id varchar, kind varchar, key varchar, text varchar, source varchar, entity varchar,
    identifiers struct(type varchar, value varchar)[]);

create table shape.members (       -- written by: resolve
    mention varchar, anchor varchar, entity varchar);

create table shape.links (         -- written by: resolve
    id varchar, anchor varchar, key varchar, level varchar, why varchar, judged_by varchar, entity varchar);

create table shape.candidates (    -- written by: resolve
    id varchar, left_entity varchar, right_entity varchar, left_name varchar, right_name varchar, kind varchar,
    score double, level varchar, because varchar[], against varchar[],
    telling double,     -- what is known beside the names, added up: above 0 for one party, below against
    expected double, chance varchar);  -- namesakes by chance, as a number and in words

create table shape.pairings (      -- written by: resolve
    id varchar, left_anchor varchar, right_anchor varchar, left_name varchar, right_name varchar,
    weight double,      -- binary logarithm of the odds that the records are one party's, by the model of `linkings`
    steps struct(field varchar, weight double)[]);  -- what each field adds; the first is where it starts

create table shape.listings (      -- written by: screen
    id varchar, list varchar, snapshot varchar, entry varchar, name varchar, name_kind varchar, kind varchar,
    programme varchar, listed_on varchar, delisted_on varchar, identifiers struct(type varchar, value varchar)[], remarks varchar,
    measure varchar);

create table shape.hits (          -- written by: screen
    id varchar, entity varchar, listing varchar, list varchar, entry varchar, snapshot varchar, anchors varchar[],
    name varchar, listed_name varchar, score double, level varchar, because varchar[], against varchar[],
    leaves struct(kind varchar, id varchar)[]);

create table shape.screenings (    -- written by: screen
    id varchar, snapshot varchar, entity varchar, hits integer);  -- every party against every list; no hit is a record too

create table shape.findings (      -- written by: detect
    id varchar, type varchar, key varchar[], sentence varchar,
    slots struct(name varchar, value varchar, leaves struct(kind varchar, id varchar)[])[],
    supports struct(kind varchar, id varchar)[][], strength integer, supports_complete boolean,
    against struct(kind varchar, id varchar)[], replies struct(kind varchar, id varchar)[],
    level varchar, band varchar, limits varchar[]);

create table shape.ties (          -- written by: detect
    id varchar, left_source varchar, right_source varchar, kind varchar, basis varchar, score double);

create table shape.origins (       -- written by: detect
    source varchar, origin varchar);  -- origin: the smallest id of the sources that ties join

create table shape.retellings (    -- written by: detect
    id varchar, finding varchar, claim varchar, place integer, source varchar, origin varchar, day varchar, claims varchar[],
    holders varchar[], stances varchar[], modalities varchar[], times varchar[], numbers varchar[], hedges varchar[],
    quotations varchar[], differences varchar[]);  -- place: 0 is nearest to the origin

create table shape.standings (     -- written by: weigh
    finding varchar, confidence varchar, checks struct(name varchar, met boolean, why varchar)[],
    sources varchar[], origins integer, survives_any_one boolean, weakest struct(kind varchar, id varchar)[]);
