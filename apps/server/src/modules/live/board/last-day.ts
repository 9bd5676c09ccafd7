import { campaignDaysBetween } from '@zhanggui/calendar'
import type { LiveBoard } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { Subject } from './subject.ts'

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

const YEAR_DAYS = 365

/** The main day of the largest campaign in the year of data: the replay that teaches most. */
export function lastCampaign(lastDay: string | null, { occasions }: Subject): LiveBoard['lastCampaign'] {
  if (lastDay === null) return null
  const end = addDays(parseDay(lastDay), 1)
  const mains = campaignDaysBetween(addDays(end, -YEAR_DAYS), end, occasions).filter(({ offset }) => offset === 0)
  const [largest] = mains.sort((a, b) => b.occasion.weight - a.occasion.weight || (a.day < b.day ? 1 : -1))
  return largest ? { day: largest.day, nameZh: largest.occasion.nameZh, nameEn: largest.occasion.nameEn } : null
}
