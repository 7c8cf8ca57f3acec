-- The Vietnamese order of names as a text that plain byte order sorts: given name first, then the whole name; letters first (a ă â b … d đ e ê
-- … y), then tones (none, huyền, hỏi, ngã, sắc, nặng). The same order as collation "vi-x-icu" (tested), at a fraction of its cost: a list of
-- a province sorts 37,000 of them.
create function membership.letters_and_tones(folded text) returns text
    language sql immutable strict parallel safe
    return translate(folded,
                     'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
                     'AAAAAABBBBBBCCCCCCDEFGHHHHHHIIIIIIJKLMMMMMMNOPQRSSSSSSTTTTTTUUUUUUVWXYZ[[[[[[\\\\\\]^_``````a')
           || chr(1)
           || translate(folded,
                        'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz ',
                        '0123450123450123450000012345012345000012345000000123450123450123450000001234501234500001234500');

create function membership.name_key(name text) returns text
    language sql immutable strict parallel safe
    return membership.letters_and_tones(split_part(lower(normalize(name, NFC) collate "und-x-icu"), ' ', -1))
           || chr(2) || membership.letters_and_tones(lower(normalize(name, NFC) collate "und-x-icu"));

alter table membership.profile add column name_key text collate "C" generated always as (membership.name_key(name)) stored;
