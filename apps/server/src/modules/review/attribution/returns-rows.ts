import { PROPOSAL_RULES, type Proposal, proposeBudget } from '@zhanggui/attribution'
import { findChannel } from '@zhanggui/budget'
import type { ChannelCredit, ReturnsRow } from '@zhanggui/contract'
import { ratio } from '@zhanggui/kernel'
import type { ToolResult } from '../../budget/measured-spend.ts'
import { costTypeOf } from './cost-types.ts'
import type { LedgerCost } from './read-ledger-costs.ts'

export type ReturnsGiven = {
  ledger: readonly LedgerCost[]
  tools: readonly ToolResult[]
  /** Traffic channels, each with the channel of the budget that pays for it and what the model gives it. */
  credits: readonly { channel: string; paidBy: string | null; conversions: number; paidCents: number }[]
  incremental: ReadonlyMap<string, NonNullable<ReturnsRow['incremental']>>
}

/** Below this many orders a return says more of chance than of the channel. Project default. */
const ORDERS_MIN = 30

const NO_CHANNEL = { nameZh: '未指明渠道', nameEn: 'No channel named' }

type Row = Omit<ReturnsRow, 'proposedCents' | 'reason'> & { conversions: number }

const sum = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, item) => total + pick(item), 0)

function rowOf(id: string, { ledger, tools, credits, incremental }: ReturnsGiven): Row {
  const mine = tools.filter((tool) => (tool.channel ?? '') === id)
  const led = credits.filter((credit) => credit.paidBy === id)
  const postedCents = sum(
    ledger.filter((cost) => (cost.channel ?? '') === id),
    (cost) => cost.cents,
  )
  const measuredCents = sum(mine, (tool) => tool.spendCents)
  const costCents = Math.max(postedCents, measuredCents)
  const claims = mine.flatMap((tool) => tool.attributedCents ?? [])
  const attributedCents = led.length === 0 ? null : sum(led, (credit) => credit.paidCents)
  const { nameZh, nameEn } = findChannel(id) ?? NO_CHANNEL
  return {
    id,
    nameZh,
    nameEn,
    costType: costTypeOf(id),
    channels: led.map((credit) => credit.channel),
    postedCents,
    measuredCents,
    costCents,
    claimedCents: claims.length === 0 ? null : sum(claims, (c) => c),
    attributedCents,
    attributedRoi: ratio(attributedCents, costCents),
    incremental: incremental.get(id) ?? null,
    conversions: sum(led, (credit) => credit.conversions),
  }
}

const isFixed = (row: Row): boolean => row.attributedCents === null || row.conversions < ORDERS_MIN

function reasonOf(row: Row, { changeCents }: Proposal): ReturnsRow['reason'] {
  if (row.attributedCents === null) return 'no_return'
  if (row.conversions < ORDERS_MIN) return 'thin_data'
  if (changeCents === 0) return 'keep'
  return changeCents > 0 ? 'raise' : 'lower'
}

/**
 * Every channel that money went to, or that a budget pays for, with its return and the next budget, dearest first.
 * What a test with a control measured is believed before any model: the proposal reckons with it where there is one.
 */
export function returnsRows(given: ReturnsGiven): ReturnsRow[] {
  const ids = new Set([
    ...given.ledger.map((cost) => cost.channel ?? ''),
    ...given.tools.filter((tool) => tool.spendCents > 0).map((tool) => tool.channel ?? ''),
  ])
  const rows = [...ids].map((id) => rowOf(id, given)).filter((row) => row.costCents !== 0)
  const spending = rows.map((row) => ({
    id: row.id,
    costCents: row.costCents,
    returnCents: row.incremental ? (row.incremental.roi ?? 0) * row.costCents : (row.attributedCents ?? 0),
    isFixed: isFixed(row),
  }))
  const proposals = proposeBudget(spending, PROPOSAL_RULES)
  return rows
    .flatMap((row, i) => {
      const proposal = proposals[i]
      const { conversions: _, ...shown } = row
      return proposal ? [{ ...shown, proposedCents: proposal.proposedCents, reason: reasonOf(row, proposal) }] : []
    })
    .sort((a, b) => b.costCents - a.costCents || (a.id < b.id ? -1 : 1))
}

/** Credits of a model, with who pays for each channel. */
export const creditsOf = (
  channels: readonly ChannelCredit[],
  model: keyof ChannelCredit['models'],
  paidBy: (channel: string) => string | null,
): ReturnsGiven['credits'] =>
  channels.map(({ channel, models }) => ({
    channel,
    paidBy: channel === '' ? null : paidBy(channel),
    conversions: models[model]?.conversions ?? 0,
    paidCents: models[model]?.paidCents ?? 0,
  }))
