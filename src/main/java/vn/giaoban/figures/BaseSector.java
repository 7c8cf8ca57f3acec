package vn.giaoban.figures;

/** Dividing by the sector of the base organisation, alike for people and for units. */
public final class BaseSector {

    /** To each row {@code r} with a unit: of that, or of the base organisation it stands under, the nearest that has one. */
    public static final String JOIN = """
            left join lateral (select u.sector
                                 from organisation_api.stands_under s
                                 join organisation_api.unit_on({day}, :known) u on u.unit_id = s.ancestor_id
                                where s.unit_id = r.unit_id and s.hierarchy_id = 1 and u.sector is not null
                                  and s.from_day <= {day} and {day} < s.until_day
                                  and s.recorded_at <= :known and :known < s.superseded_at
                                order by s.distance
                                limit 1) base_sector on true""";

    public static final String KEY = "base_sector.sector";

    /** Labels of sectors, in their order. */
    public static final String LABELS =
            "select sector_code, name, name_en from organisation_api.sector order by rank, sector_code";

    private BaseSector() {}
}
