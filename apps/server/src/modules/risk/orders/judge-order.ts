import type { Answer, CommandOf } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { desksFor } from '../../../storage/asked-together.ts'
import { type CheckSettings, checkSettingsOf } from '../checks/check-settings.ts'
import { withHistory } from './risk-profiles.ts'

const MINUTE_MS = 60_000

/** How an order goes to the core, and by what way its buyer is checked where that is needed. */
export type RiskRequest = { command: CommandOf<'reserve'>; check: CheckSettings | undefined }

/** Settings of the shops that check; orders of one moment ask together. */
const checksOf = desksFor((context: Context) => async (stores) => {
  const settings = stores.map(async (store) => [store, await checkSettingsOf(context, store)] as const)
  return new Map((await Promise.all(settings)).flatMap(([store, check]) => (check ? [[store, check] as const] : [])))
})

/**
 * Adds to an order what the shop knows of who orders. Where the shop checks buyers itself, the order may wait for the check, and what
 * a shop front says of a check of its own does not count.
 */
export async function askRisk(context: Context, store: string, plain: CommandOf<'reserve'>): Promise<RiskRequest> {
  const [command, checks] = await Promise.all([withHistory(context, store, plain), checksOf(context).of([store])])
  const check = checks.get(store)
  if (!check) return { command, check }
  return { command: { ...command, signals: { ...command.signals, verified: false, holdForCheck: true } }, check }
}

/** The shop switched its check off while the order was under way: nobody can be reached, and the order ends by its time. */
const UNREACHABLE: CheckSettings = { adapter: 'gateway', gateway: '', minutes: 10, tries: 5 }

export type BuyerToCheck = { settings: CheckSettings; until: Date }

/** The check that an answer of the core asks for; undefined: the order can be paid at once. */
export function checkAskedFor(
  { check }: RiskRequest,
  answer: Answer | undefined,
  placedAt: Date,
): BuyerToCheck | undefined {
  if (answer?.checkNeeded !== true) return undefined
  const settings = check ?? UNREACHABLE
  return { settings, until: new Date(placedAt.getTime() + settings.minutes * MINUTE_MS) }
}
