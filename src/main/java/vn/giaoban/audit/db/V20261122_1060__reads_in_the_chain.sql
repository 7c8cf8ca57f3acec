-- A link holds either one entry or a stretch of reads: those numbered after reads_after up to reads_until. Numbers are given under a shared
-- lock that sealing takes exclusively for a moment, so a stretch that was sealed never grows.
alter table audit.link alter column entry_id drop not null;
alter table audit.link add column reads_after bigint;
alter table audit.link add column reads_until bigint constraint reads_sealed_once unique;
alter table audit.link add constraint entry_or_reads
    check (num_nonnulls(entry_id, reads_until) = 1 and num_nonnulls(reads_after, reads_until) in (0, 2) and reads_after < reads_until);
