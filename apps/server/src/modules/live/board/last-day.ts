import type { Context } from '../../../context.ts'

/** Both tables are sorted by shop and day, so the newest day of each is looked up, not searched for. */
const LAST_DAY = `SELECT toString(max(last)) AS day
FROM (
  SELECT max(day) AS last FROM events WHERE store = {store:String}
  UNION ALL
  SELECT max(created_day) AS last FROM order_lines WHERE store = {store:String}
)`

/** The newest day on which the shop has events or orders; null without any. */
export async function readLastDay({ facts }: Context, store: string): Promise<string | null> {
  const [row] = await facts.query<{ day: string }>(LAST_DAY, { store })
  return row === undefined || row.day === '1970-01-01' ? null : row.day
}
