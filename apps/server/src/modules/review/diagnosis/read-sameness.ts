import { likenessOf, NOVELTY_THRESHOLD } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { faceOf } from '../../campaigns/conflicts/read-campaign-conflicts.ts'
import { readCampaignRows, readEntryRows } from '../../campaigns/records/campaign-rows.ts'
import type { SamenessFigures } from './weakness-checks.ts'

/** Campaigns of some days, each against those before it: which of them are one of before in new clothes. */
export async function readSameness(
  context: Context,
  store: Store,
  { from, to }: { from: string; to: string },
): Promise<SamenessFigures> {
  const { db } = context.records
  const rows = (await readCampaignRows(db, store.id)).toReversed().filter(({ body }) => body.mainDay < to)
  const pages = await readEntryRows(db, { store: store.id, kinds: ['page'] })
  const faces = rows.map((row) => ({ day: row.body.mainDay, face: faceOf(row, pages) }))
  const cloned = faces.flatMap(({ day, face }, i) => {
    if (day < from) return []
    const alike = faces.slice(0, i).map((other) => likenessOf(face, other.face))
    const [most] = alike.toSorted((a, b) => b.score - a.score)
    return most && most.score >= NOVELTY_THRESHOLD ? [{ name: face.name, like: most.name, score: most.score }] : []
  })
  return { campaigns: faces.filter(({ day }) => day >= from).length, cloned }
}
