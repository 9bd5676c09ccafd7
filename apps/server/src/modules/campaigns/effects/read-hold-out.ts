import { type GroupResult, holdOutLift } from '@zhanggui/campaigns'
import type { HoldOut, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { readCampaignRow } from '../records/campaign-rows.ts'

type Row = { held: number; people: string; buyers: string; paid: string; squares: number }

/**
 * Who bought in the year before the long tail, split by a hash of the buyer and the campaign: the same person is in the same group
 * whoever asks, and groups of two campaigns have nothing to do with each other.
 */
const HOLD_OUT_SQL = `
WITH known AS (
  SELECT DISTINCT buyer
  FROM order_lines FINAL
  WHERE store = {store:String}
    AND buyer != 0
    AND paid_day >= subtractDays({from:Date}, 365)
    AND paid_day < {from:Date}
),
spent AS (
  SELECT
    buyer,
    sum(paid_cents) AS paid
  FROM order_lines FINAL
  WHERE store = {store:String}
    AND buyer != 0
    AND paid_day >= {from:Date}
    AND paid_day < {to:Date}
    AND kind = 'sale'
  GROUP BY buyer
)
SELECT
  toUInt8(sipHash64(known.buyer, {campaign:String}) % 10000 < {heldBp:UInt16}) AS held,
  count() AS people,
  countIf(spent.paid > 0) AS buyers,
  sum(ifNull(spent.paid, 0)) AS paid,
  sum(pow(toFloat64(ifNull(spent.paid, 0)), 2)) AS squares
FROM known
GLOBAL LEFT JOIN spent ON spent.buyer = known.buyer
GROUP BY held
ORDER BY held`

const EMPTY: GroupResult = { people: 0, buyers: 0, paidCents: 0, paidSquares: 0 }

const groupOf = (rows: readonly Row[], held: number): GroupResult => {
  const row = rows.find((one) => Number(one.held) === held)
  if (!row) return EMPTY
  return {
    people: Number(row.people),
    buyers: Number(row.buyers),
    paidCents: Number(row.paid),
    paidSquares: Number(row.squares),
  }
}

/** What the long tail added, against buyers left alone (P3.20). Errors: throws `not_found`, also for a campaign without a long tail. */
export async function readHoldOut(
  context: Context,
  store: Store,
  { campaign, heldBp }: { campaign: string; heldBp: number },
): Promise<HoldOut> {
  const { body } = await readCampaignRow(context.records.db, { store: store.id, campaign })
  const tail = body.windows.find(({ phase }) => phase === 'longTail')
  if (!tail) throw new ApiFailure('not_found', { what: `campaigns/${campaign}/longTail` })
  const params = { store: store.id, campaign, heldBp, from: tail.from, to: tail.to }
  const rows = await context.facts.query<Row>(HOLD_OUT_SQL, params)
  const [treated, held] = [groupOf(rows, 0), groupOf(rows, 1)]
  const { incrementalCents, lowCents, highCents } = holdOutLift(treated, held)
  const shown = ({ people, buyers, paidCents }: GroupResult) => ({ people, buyers, paidCents })
  return { treated: shown(treated), held: shown(held), incrementalCents, lowCents, highCents }
}
