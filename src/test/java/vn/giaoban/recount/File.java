package vn.giaoban.recount;

import java.util.List;

/** The five files of the import contract with their columns, in the order of the contract. */
enum File {
    UNITS("units", "ref,code,name,kind,sector,parent,from,village,order"),
    UNIT_EVENTS(
            "unit-events",
            "ref,kind,day,unit,parent,into,new_code,new_name,new_kind,principal,receiving_cell,decision_no,decision_day,issuer,cancels"),
    UNIT_EVENT_PEOPLE("unit-event-people", "event_ref,member_ref,cell"),
    MEMBERS(
            "members",
            "ref,family_and_given_name,birth,sex,ethnicity,religion,education,theory,occupation,citizen_number,card,cv_number,cell,belongs_from,degree,opening,cancels"),
    MOVEMENTS(
            "movements",
            "ref,member_ref,kind,day,decision_day,ceremony_day,issued_day,received_day,from_cell,from_outside,to_cell,to_outside,decision_no,cancels");

    private final String code;
    private final List<String> columns;

    File(String code, String columns) {
        this.code = code;
        this.columns = List.of(columns.split(","));
    }

    /** As in the address of the import. */
    String code() {
        return code;
    }

    List<String> columns() {
        return columns;
    }
}
