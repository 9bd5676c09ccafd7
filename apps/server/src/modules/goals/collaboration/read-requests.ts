import type { MerchantRequestState, Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf, daysBetween, isBusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import type { StoredRow } from '../../admin/resources/resource-rows.ts'
import { MERCHANT_REQUESTS } from './merchant-requests.ts'

const dayOf = (value: unknown): BusinessDay | null => (typeof value === 'string' && isBusinessDay(value) ? value : null)
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * Days that an answer came, or is now, after its day; 0 while it is in time or no day was set.
 * @example lateDays({ dueDay: '2027-03-01', answeredDay: null, today: '2027-03-04' }) // 3
 */
export function lateDays(given: {
  dueDay: BusinessDay | null
  answeredDay: BusinessDay | null
  today: BusinessDay
}): number {
  if (given.dueDay === null) return 0
  return Math.max(0, daysBetween(given.dueDay, given.answeredDay ?? given.today))
}

function toState({ id, version, state, data, updatedAt }: StoredRow, today: BusinessDay): MerchantRequestState {
  const [dueDay, answeredDay] = [dayOf(data.dueDay), dayOf(data.answeredDay)]
  return {
    id,
    version,
    state: state as MerchantRequestState['state'],
    code: String(data.code),
    kind: String(data.kind),
    text: String(data.text),
    plan: textOf(data.plan),
    period: textOf(data.period),
    amountCents: typeof data.amountCents === 'number' ? data.amountCents : null,
    askedDay: dayOf(data.askedDay),
    dueDay,
    owner: textOf(data.owner),
    answer: textOf(data.answer),
    answeredDay,
    evidence: textOf(data.evidence),
    lateDays: lateDays({ dueDay, answeredDay, today }),
    updatedAt: updatedAt.toISOString(),
  }
}

/** Requests to the merchant as both sides see them: the latest first, then by their day (P16.03). */
export async function readRequests(context: Context, store: Store): Promise<MerchantRequestState[]> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const rows = await readAllRows(context, MERCHANT_REQUESTS, store.id)
  return rows
    .map((row) => toState(row, today))
    .toSorted((a, b) => b.lateDays - a.lateDays || (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999'))
}
