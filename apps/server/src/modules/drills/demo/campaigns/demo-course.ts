import { signaturesNeeded, windowIndexAt } from '@zhanggui/campaigns'
import type { CampaignTeam, Store } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { instantOfShop, shopMoment } from '../../../campaigns/index.ts'
import { planOf, windowsOf } from '../../../campaigns/records/plan-of.ts'
import type { CampaignRow } from '../../../campaigns/schema.ts'

/** Who leads each team of the demo shop. */
export const DEMO_TEAM: Readonly<Record<CampaignTeam, string>> = {
  operations: '陈晨',
  design: '周舟',
  content: '李想',
  technology: '郑工',
  service: '孙倩',
  product: '吴桐',
  logistics: '何川',
  finance: '冯宁',
  media: '许诺',
  members: '唐果',
  merchant: '店主',
}

const HOUR_MS = 3_600_000
const APPROVED_DAYS_BEFORE = 5

type Given = { row: CampaignRow; store: Store; now: Date; actor: string }

/** Where the clock stands among the windows: −1 before the first, their number after the last. */
const reached = ({ row, store, now }: Given): number =>
  windowIndexAt(windowsOf(row.body), shopMoment(now, store.timezone))

/** The state of a campaign that entered every phase in time; one that is over waits in its review. */
export function demoPlace(given: Given): Pick<CampaignRow, 'state' | 'wave'> {
  const { windows } = given.row.body
  const window = windows[Math.min(reached(given), windows.length - 1)]
  return window ? { state: window.phase, wave: window.wave } : { state: 'approved', wave: 1 }
}

/** Its approval, and each phase that began by now as the clock entered it. */
export function demoMoves(given: Given) {
  const { row, store, now, actor } = given
  const instantOf = instantOfShop(store.timezone)
  const begun = row.body.windows.slice(0, reached(given) + 1)
  const first = parseDay(row.body.windows[0]?.from ?? row.body.mainDay)
  const approvedAt = new Date(instantOf(addDays(first, -APPROVED_DAYS_BEFORE), 600))
  const approved = { fromState: 'draft' as const, toState: 'approved' as const, wave: 1, actor }
  const phases = begun.map(({ phase, wave, from, startMinute }, i) => ({
    fromState: begun[i - 1]?.phase ?? ('approved' as const),
    toState: phase,
    wave,
    actor: 'system',
    at: new Date(instantOf(from, startMinute)),
  }))
  return [{ ...approved, at: approvedAt < now ? approvedAt : now }, ...phases]
}

/** The words of the teams an hour before each phase that asked for them. */
export function demoSignatures(given: Given) {
  const { row, store, actor } = given
  const instantOf = instantOfShop(store.timezone)
  const plan = planOf(row.body)
  return row.body.windows.slice(0, reached(given) + 1).flatMap(({ phase, wave, from, startMinute }) =>
    signaturesNeeded({ plan }, { state: phase, wave }).map((team) => ({
      phase,
      wave,
      team,
      name: DEMO_TEAM[team],
      decision: 'go' as const,
      note: '',
      actor,
      at: new Date(Date.parse(instantOf(from, startMinute)) - HOUR_MS),
    })),
  )
}
