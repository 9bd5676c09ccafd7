/**
 * Last year's visitors to the year's end. While that year is open, its sales are known with the days that are forecast, its
 * visitors only to date; side by side the two would say that every visitor pays more. `atSameRates`: what its sales need at its rates.
 */
export const visitorsToYearEnd = (toDate: number | null, atSameRates: number | null): number | null =>
  toDate === null || atSameRates === null ? toDate : Math.max(toDate, atSameRates)
