import type { ReminderEffect, ReminderGroup } from '@zhanggui/contract'
import type { GroupSums } from '@zhanggui/kernel'
import { recoveredMoney } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'

type Row = {
  arm: 'treated' | 'held'
  phase: string | null
  people: number
  payers: number
  paid: string
  squares: number
}

/**
 * What each person paid after their first reminder was due, whoever they are: money for any of their orders counts, so that somebody
 * who lets one order go and places it again is not counted as recovered.
 */
const PEOPLE_SQL = `
WITH
  people AS (
    SELECT
      person,
      min(entered_at) AS since,
      (array_agg(arm ORDER BY entered_at, order_id))[1] AS arm,
      (array_agg(phase ORDER BY entered_at, order_id))[1] AS phase
    FROM payment_reminders
    WHERE store = $1 AND plan = $2 AND entered_at >= $3 AND entered_at < $4
    GROUP BY person
  ),
  orders AS (
    SELECT people.person, people.since, shop_orders.id
    FROM people
    JOIN shop_orders ON shop_orders.store = $1 AND shop_orders.buyer = people.person
    UNION
    SELECT people.person, people.since, payment_reminders.order_id
    FROM people
    JOIN payment_reminders
      ON payment_reminders.store = $1 AND payment_reminders.plan = $2 AND payment_reminders.person = people.person
  ),
  money AS (
    SELECT orders.person, sum((told.event ->> 'cents')::bigint) AS paid
    FROM orders
    JOIN shop_order_events AS told ON told.store = $1 AND told.order_id = orders.id
    WHERE told.event ->> 'kind' = 'money_came'
      AND told.at >= orders.since
      AND told.at < orders.since + make_interval(hours => $5)
    GROUP BY orders.person
  )
SELECT
  people.arm,
  people.phase,
  count(*)::int AS people,
  count(money.paid)::int AS payers,
  coalesce(sum(money.paid), 0)::text AS paid,
  coalesce(sum(money.paid::float8 * money.paid::float8), 0) AS squares
FROM people
LEFT JOIN money ON money.person = people.person
GROUP BY people.arm, people.phase
ORDER BY people.phase NULLS LAST, people.arm`

type Sums = ReminderGroup & { squares: number }
const NOBODY: Sums = { people: 0, payers: 0, paidCents: 0, squares: 0 }

const sumsOf = (rows: readonly Row[], arm: Row['arm']): Sums =>
  rows
    .filter((row) => row.arm === arm)
    .reduce(
      (sum, { people, payers, paid, squares }) => ({
        people: sum.people + people,
        payers: sum.payers + payers,
        paidCents: sum.paidCents + Number(paid),
        squares: sum.squares + Number(squares),
      }),
      NOBODY,
    )

const groupSums = ({ people, paidCents, squares }: Sums): GroupSums => ({ people, sum: paidCents, squares })
const shown = ({ people, payers, paidCents }: Sums): ReminderGroup => ({ people, payers, paidCents })

function effectOf(rows: readonly Row[]): ReminderEffect {
  const [treated, held] = [sumsOf(rows, 'treated'), sumsOf(rows, 'held')]
  const { cents, lowCents, highCents } = recoveredMoney(groupSums(treated), groupSums(held))
  return { treated: shown(treated), held: shown(held), recoveredCents: cents, lowCents, highCents }
}

export type EffectAsked = { store: string; plan: string; from: Date; to: Date; measureHours: number }
export type MeasuredReminder = { effect: ReminderEffect; byPhase: (ReminderEffect & { phase: string | null })[] }

/** What a plan recovered among people first due within a span, against those left alone, whole and by campaign phase (P7.10). */
export async function readEffect(context: Context, asked: EffectAsked): Promise<MeasuredReminder> {
  const { store, plan, from, to, measureHours } = asked
  const rows = await context.records.query<Row>(PEOPLE_SQL, [store, plan, from, to, measureHours])
  const phases = [...new Set(rows.map(({ phase }) => phase))]
  return {
    effect: effectOf(rows),
    byPhase: phases.map((phase) => ({ phase, ...effectOf(rows.filter((row) => row.phase === phase)) })),
  }
}
