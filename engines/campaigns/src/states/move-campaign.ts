import { err, ok, type Result } from '@zhanggui/kernel'
import type { PhaseWindow, ShopMoment } from '../phases/phase.ts'
import { minutesBetween, startOf } from '../phases/phase-at.ts'
import type { EntryCheck } from '../readiness/entry-check.ts'
import { type CampaignPlace, nextPlace, samePlace, windowOf } from './campaign-state.ts'

export type MoveRefusal =
  | { code: 'illegal_move'; from: CampaignPlace; asked: CampaignPlace; possible: CampaignPlace | null }
  | { code: 'too_early'; begins: ShopMoment }
  | { code: 'checks_failed'; failed: EntryCheck[] }

/** When a place may be entered by the clock; null for one that a person enters. */
export function beginsAt(windows: readonly PhaseWindow[], place: CampaignPlace): ShopMoment | null {
  const window = windows[windowOf(windows, place)]
  return window ? startOf(window) : null
}

/**
 * Whether a campaign may go from where it stands to where somebody asks: only to the next place, not before its time, and with
 * every check green (P3.15). Errors: the first of the three that does not hold, with what failed.
 */
export function moveCampaign(given: {
  windows: readonly PhaseWindow[]
  from: CampaignPlace
  to: CampaignPlace
  moment: ShopMoment
  checks: readonly EntryCheck[]
}): Result<CampaignPlace, MoveRefusal> {
  const { windows, from, to, moment, checks } = given
  const possible = nextPlace(windows, from)
  if (!possible || !samePlace(possible, to)) return err({ code: 'illegal_move', from, asked: to, possible })
  const begins = beginsAt(windows, to)
  if (begins && minutesBetween(begins, moment) < 0) return err({ code: 'too_early', begins })
  const failed = checks.filter(({ state }) => state === 'red')
  return failed.length > 0 ? err({ code: 'checks_failed', failed }) : ok(to)
}
