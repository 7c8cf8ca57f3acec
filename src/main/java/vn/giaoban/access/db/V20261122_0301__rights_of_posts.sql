-- A right may hang on a post: it holds while the person behind the account holds that post in the unit of the grant. Who stands behind an
-- account is said once, when it is made: to say it later would be a way around the second administrator.
alter table access.account add person_register smallint, add person_member bigint,
    add constraint person_whole check (num_nonnulls(person_register, person_member) in (0, 2));
alter table access.granted drop post_id, add post_code text,
    add constraint post_of_a_unit check (post_code is null or unit_id is not null);
alter table access.proposal drop post_id, add post_code text;
