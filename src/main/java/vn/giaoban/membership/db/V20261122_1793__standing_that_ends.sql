-- Who stands somewhere only until a day: few, and asked for by every figure of a month that is not over.
create index standing_until on membership.standing (until_day) where until_day < 'infinity';
