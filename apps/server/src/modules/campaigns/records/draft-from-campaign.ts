import { copyEntries, type PhaseWindow, scheduleOccasion, schedulePhases } from '@zhanggui/campaigns'
import { CampaignBody, type CreateCampaign, type Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { entryOf } from '../entries/entry-of.ts'
import type { CampaignRow } from '../schema.ts'
import { readCampaignRow, readEntryRows } from './campaign-rows.ts'
import type { StartedCampaign } from './create-campaign.ts'
import { occasionOf } from './draft-from-template.ts'
import { windowsOf } from './plan-of.ts'

type Asked = z.output<typeof CreateCampaign> & { copyOf: string }

const shifted = (windows: readonly PhaseWindow[], days: number): PhaseWindow[] =>
  windows.map((window) => ({ ...window, from: addDays(window.from, days), to: addDays(window.to, days) }))

/** The new days: a chosen main day moves the phases as they were; an occasion brings the waves of its own year. */
async function datesOf(
  context: Context,
  store: Store,
  { before, asked }: { before: CampaignRow['body']; asked: Asked },
) {
  const windows = windowsOf(before)
  const mainDay = parseDay(before.mainDay)
  const move = (to: BusinessDay) => ({ mainDay: to, windows: shifted(windows, daysBetween(mainDay, to)) })
  if (asked.mainDay !== undefined) return move(parseDay(asked.mainDay))
  const year = asked.year ?? Number(before.mainDay.slice(0, 4)) + 1
  const occasion = before.occasion && (await occasionOf(context, store, { occasion: before.occasion, year }))
  if (occasion)
    return { mainDay: occasion.mainDay, windows: scheduleOccasion(occasion, { overlapRule: before.overlapRule }) }
  const sameDay = `${year}${before.mainDay.slice(4)}`
  return move(parseDay(sameDay.endsWith('-02-29') && year % 4 !== 0 ? `${year}-02-28` : sameDay))
}

/**
 * Last year's campaign on this year's days, aligned by campaign day: what was due on D−7 is due on D−7. Promotions stay behind,
 * their prices were those of that year; so do goals and budget lines, which belong to that year's plan.
 * Errors: throws `not_found`.
 */
export async function draftFromCampaign(context: Context, store: Store, asked: Asked): Promise<StartedCampaign> {
  const { db } = context.records
  const key = { store: store.id, campaign: asked.copyOf }
  const { body: before } = await readCampaignRow(db, key)
  const { mainDay, windows } = await datesOf(context, store, { before, asked })
  const entries = copyEntries(
    (await readEntryRows(db, key)).map(entryOf),
    daysBetween(parseDay(before.mainDay), mainDay),
  )
  const { name, targetCents = null, budgetCents = null } = asked
  const fresh = { promotions: [], budgetLines: [], event: null, review: '', goal: { targetCents }, budgetCents }
  return {
    body: parseInput(CampaignBody, {
      ...before,
      ...fresh,
      name,
      mainDay,
      windows: windows.length > 0 ? windows : schedulePhases(mainDay),
    }),
    entries,
  }
}
