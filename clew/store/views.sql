-- What the rooms query. all_NAME is every row ever kept; NAME is what holds now, less what is switched off (off_leaves).

create or replace view sources as
    select s.*, coalesce(e.record_type, '') as record_type, coalesce(e.language, '') as language
    from all_sources s left join all_extractions e on e.source = s.id
    where s.id not in (select id from off_leaves where kind = 'source');

create or replace view channels as
    select * from all_channels qualify row_number() over (partition by name order by seq desc) = 1;

create or replace view pages as
    select p.* exclude (reading) from all_pages p join sources s on s.id = p.source and s.reading = p.reading;

create or replace view words as
    select w.* exclude (reading) from all_words w join sources s on s.id = w.source and s.reading = w.reading;

create or replace view cells as
    select c.* exclude (reading) from all_cells c join sources s on s.id = c.source and s.reading = c.reading;

create or replace view mentions as
    select m.* exclude (extraction)
    from all_mentions m join sources s on s.id = m.source
    join all_extractions e on e.source = m.source and m.extraction in (e.extraction, 'person')
    qualify row_number() over (partition by m.id order by m.extraction) = 1;

create or replace view gaps as
    select g.* exclude (extraction)
    from all_gaps g join sources s on s.id = g.source
    left join all_extractions e on e.source = g.source
    where e.extraction = g.extraction or g.extraction = 'model';

create or replace view requests as select * from all_requests;
create or replace view reviews as select * from all_reviews where withdrawn_at is null;

-- A rejection holds whoever reads the claim again. An acceptance holds while it is still read so, or is a person's own claim.
create or replace view claims as
    select c.* exclude (extraction),
        case when r.decision = 'rejected' then 'rejected'
             when c.extraction = 'person' then coalesce(r.decision, 'superseded')
             when c.extraction = 'model' then coalesce(r.decision, 'proposed')
             when e.extraction = c.extraction then coalesce(r.decision, 'proposed')
             else 'superseded' end as status,
        coalesce(r.reviewed_by, '') as reviewed_by, coalesce(r.reviewed_at, '') as reviewed_at, coalesce(r.why, '') as review
    from all_claims c join sources s on s.id = c.source left join all_extractions e on e.source = c.source
    left join reviews r on r.claim = c.id
    where c.id not in (select id from off_leaves where kind = 'claim')
    qualify row_number() over (partition by c.id order by (e.extraction = c.extraction) desc, c.extraction) = 1;

create or replace view judgements as
    select * from all_judgements
    where withdrawn_at is null and id not in (select id from off_leaves where kind = 'judgement');

create or replace view snapshots as
    select * from all_snapshots where id not in (select id from off_leaves where kind = 'list');

create or replace view listings as
    select l.* from all_listings l join snapshots s on s.id = l.snapshot
    where l.id not in (select id from off_leaves where kind = 'list');

create or replace view entities as select * from all_entities;
create or replace view anchors as select * from all_anchors;
create or replace view members as select * from all_members;
create or replace view links as select * from all_links;
create or replace view candidates as select * from all_candidates;
create or replace view pairings as select * from all_pairings;
create or replace view hits as select * from all_hits;
create or replace view screenings as select * from all_screenings;
create or replace view findings as select * from all_findings;
create or replace view ties as select * from all_ties;
create or replace view origins as select * from all_origins;
create or replace view retellings as select * from all_retellings;
create or replace view standings as select * from all_standings;

create or replace view facts as
    select c.*, a.anchor as subject_anchor, a.entity as subject_entity, b.anchor as object_anchor, b.entity as object_entity
    from claims c
    left join members a on a.mention = c.subject_mention
    left join members b on b.mention = c.object_mention
    -- What a model proposed is no fact of the case until a person has accepted it.
    where c.status = 'accepted' or (c.status = 'proposed' and not starts_with(c.method, 'model:'));
