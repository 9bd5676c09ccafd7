import { compareSupply, type SupplyFigures, type SupplyOption } from '@zhanggui/campaigns'
import type { ContentSupply, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { type ContractTerms, readTerms, sameCode } from '../partners/read-terms.ts'
import { PARTNER_READINGS } from '../partners/records/partner-readings.ts'
import { readAllRows } from '../resources/read-all-rows.ts'
import type { StoredRow } from '../resources/resource-rows.ts'
import { CONTENT_MONTHS } from './content-months.ts'

const TEAM_ID = 'team'

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const monthOf = (day: unknown): string => String(day).slice(0, 7)

/** Salaries are paid whatever is made; shooting and samples go by the piece. */
function teamOption({ data }: StoredRow): SupplyOption {
  const pieces = numberOf(data.pieces)
  const making = numberOf(data.makingCents)
  return {
    id: TEAM_ID,
    kind: 'team',
    // Without a piece there is nothing to divide by: what was spent on making is then lost either way.
    fixedCents: numberOf(data.salaryCents) + (pieces === 0 ? making : 0),
    perPieceCents: pieces === 0 ? 0 : making / pieces,
    commissionRate: 0,
    pieces,
    paidCents: numberOf(data.paidCents),
  }
}

/** What a contract's partner made in a month, by what was reported, at the contract's price. Null where nothing was reported. */
function partnerOption(contract: ContractTerms, readings: readonly StoredRow[], month: string): SupplyOption | null {
  const sum = (figure: string): number | null => {
    const found = readings.filter(
      ({ data }) => data.figure === figure && sameCode(data.contract, contract.number) && monthOf(data.day) === month,
    )
    return found.length === 0 ? null : found.reduce((total, { data }) => total + numberOf(data.value), 0)
  }
  const pieces = sum('contentPieces')
  if (pieces === null) return null
  return {
    id: contract.number,
    kind: 'partner',
    fixedCents: contract.feeCents ?? 0,
    perPieceCents: contract.pieceCents ?? 0,
    commissionRate: contract.commissionRate ?? 0,
    pieces,
    paidCents: sum('contentPaid') ?? 0,
  }
}

type Shown = NonNullable<ContentSupply['team']>
const shown = (
  { id, kind, pieces, paidCents, costCents, costPerPieceCents, costRate }: SupplyFigures,
  name: string,
): Shown => ({
  id,
  name,
  kind,
  pieces,
  paidCents,
  costCents: Math.round(costCents),
  costPerPieceCents,
  costRate,
})

/**
 * Own content team or MCN, by cost and output of the last month that the team has written down (P4.14).
 * Shape: null and no partner without such a month; a partner without reported pieces of that month is left out.
 */
export async function readContentSupply(context: Context, store: Store): Promise<ContentSupply> {
  const { currency } = store
  const [latest] = (await readAllRows(context, CONTENT_MONTHS, store.id)).toSorted((a, b) =>
    String(a.data.month) < String(b.data.month) ? 1 : -1,
  )
  if (!latest) return { currency, month: null, team: null, partners: [] }
  const month = monthOf(latest.data.month)
  const team = teamOption(latest)
  const readings = await readAllRows(context, PARTNER_READINGS, store.id)
  const agencies = (await readTerms(context, store.id)).filter(({ kind }) => kind === 'mcn' || kind === 'media')
  const partners = agencies.flatMap(({ name, contracts }) =>
    contracts.flatMap((contract) => {
      const option = partnerOption(contract, readings, month)
      if (!option) return []
      const { options, chosen, reason, breakEvenPieces } = compareSupply(team, option)
      const [, figures] = options
      return figures ? [{ figures: shown(figures, name), chosen, reason, breakEvenPieces }] : []
    }),
  )
  const own = compareSupply(team, team).options[0]
  return { currency, month, team: own ? shown(own, '') : null, partners }
}
