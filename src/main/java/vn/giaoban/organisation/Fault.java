package vn.giaoban.organisation;

import vn.giaoban.shared.Refusal;

/** What is wrong with one event of a plan. @param event its place in the plan, from 0; -1: the plan as a whole */
public record Fault(int event, Refusal refusal) {}
