-- After how many months of probation a cell has to decide on the recognition of a member: its secretary is told in that month.
insert into membership.limit_rule (code, value, source) values
('months-of-probation', 12, 'Điều lệ Đảng, điều 5; 294-QĐ/TW điều 4.2');
