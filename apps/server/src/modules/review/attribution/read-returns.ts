import { AttributionQuery, type MarketingReturns, type ReturnsRow, type Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readTools } from '../../budget/measured-spend.ts'
import { readChannels } from '../../insight/read-channels.ts'
import type { Asker } from '../../insight/run-query.ts'
import { budgetChannelOf } from './paid-channels.ts'
import { readAttribution } from './read-attribution.ts'
import { readIncremental } from './read-incremental.ts'
import { readLedgerCosts } from './read-ledger-costs.ts'
import { creditsOf, returnsRows } from './returns-rows.ts'

const EMPTY = { postedCents: 0, measuredCents: 0, costCents: 0, claimedCents: 0, attributedCents: 0 }

function totalsOf(rows: readonly ReturnsRow[]): MarketingReturns['totals'] {
  return rows.reduce(
    (totals, row) => ({
      postedCents: totals.postedCents + row.postedCents,
      measuredCents: totals.measuredCents + row.measuredCents,
      costCents: totals.costCents + row.costCents,
      claimedCents: totals.claimedCents + (row.claimedCents ?? 0),
      attributedCents: totals.attributedCents + (row.attributedCents ?? 0),
    }),
    EMPTY,
  )
}

/**
 * What marketing cost and brought by channel and cost type, what the tools claim beside what a model gives and what tests measured,
 * and where the same money would bring more (P14.02). Shape: contract `MarketingReturns`. Errors: as `runQuery`.
 */
export async function readReturns(
  context: Context,
  store: Store,
  query: AttributionQuery,
  asker?: Asker,
): Promise<MarketingReturns> {
  const { model, ...asked } = parseInput(AttributionQuery, query)
  const attribution = await readAttribution(context, store, { ...asked, model, by: 'channel' }, asker)
  const { range, total } = attribution
  const known = { range, currency: store.currency, model, paidCents: total.paidCents }
  if (!range) return { ...known, rows: [], totals: EMPTY, ledgerCents: 0, unposted: [] }
  const days = { from: parseDay(range.from), to: parseDay(range.to) }
  const [ledger, tools, channels, incremental] = await Promise.all([
    readLedgerCosts(context, store, range),
    readTools(context, store, days),
    readChannels(context, store.id),
    readIncremental(context, store, asker),
  ])
  const credits = creditsOf(attribution.channels, model, budgetChannelOf(channels))
  const rows = returnsRows({ ledger, tools, credits, incremental })
  const posted = new Set(ledger.map((cost) => cost.channel))
  return {
    ...known,
    rows,
    totals: totalsOf(rows),
    ledgerCents: ledger.reduce((sum, cost) => sum + cost.cents, 0),
    unposted: tools
      .filter((tool) => tool.spendCents > 0 && !posted.has(tool.channel))
      .map(({ tool, spendCents }) => ({ tool, spendCents })),
  }
}
