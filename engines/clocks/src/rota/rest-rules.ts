/** What a person's shifts must leave. A shop with its own agreement states its own figures. */
export type RestRules = {
  /** Working time of one day: 8 hours and at most 3 of overtime. Source: 中华人民共和国劳动法, art. 36 and 41. */
  dayHoursMax: number
  /** Working time of a month beyond 8 hours for each of its workdays. Source: the same, art. 41. */
  monthOvertimeHoursMax: number
  /** Whole days without a shift in each week, Monday to Sunday. Source: the same, art. 38. */
  weekRestDaysMin: number
  /** Between two shifts. The law names none; this one lets a person sleep. */
  betweenShiftsHoursMin: number
}

export const REST_RULES: RestRules = {
  dayHoursMax: 11,
  monthOvertimeHoursMax: 36,
  weekRestDaysMin: 1,
  betweenShiftsHoursMin: 11,
}
