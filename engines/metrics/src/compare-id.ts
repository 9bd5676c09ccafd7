/** The name of a metric's value in the range compared with. */
export const compareId = (metric: string): string => `${metric}Compare`
