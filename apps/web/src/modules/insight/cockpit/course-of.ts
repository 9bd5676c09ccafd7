import type { QueryResult } from '@zhanggui/contract'

/** The values of one column, row by row; anything that is no number is unknown. */
export const courseOf = (rows: QueryResult['rows'], column: string): (number | null)[] =>
  rows.map((row) => {
    const value = row[column]
    return typeof value === 'number' ? value : null
  })
