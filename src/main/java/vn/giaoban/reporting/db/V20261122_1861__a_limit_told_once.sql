-- The months without admission are told once, by membership, whose list of cells goes by them too.
delete from reporting.rule where rule_code = 'months-without-admission';
