import type { ContractState, LevelGrain } from '@zhanggui/campaigns'
import type { PartnerFace, PartnerKind, Unit } from '@zhanggui/contract'
import { type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../resources/read-all-rows.ts'
import type { StoredRow } from '../resources/resource-rows.ts'
import { splitList } from '../resources/split-list.ts'
import { NOTICE_DAYS, PARTNER_CONTRACTS } from './records/partner-contracts.ts'
import { LEVEL_FIGURES, PARTNER_LEVELS } from './records/partner-levels.ts'
import { PARTNERS } from './records/partners.ts'

/** A service level as the contract has it. */
export type LevelTerms = {
  id: string
  figure: string
  nameZh: string
  nameEn: string
  unit: Unit
  op: 'atLeast' | 'atMost'
  target: number
  grain: LevelGrain
  weight: number
  sampleMin: number
}

export type ContractTerms = {
  number: string
  partner: string
  state: ContractState
  work: string
  fromDay: BusinessDay
  lastDay: BusinessDay
  noticeDays: number
  renewsItself: boolean
  feeCents: number | null
  pieceCents: number | null
  commissionRate: number | null
  priceTerms: string
  /** The share of the shop that it is about; null for the whole shop. */
  scope: { dimension: string; values: string[] } | null
  shownMetrics: string[]
  levels: LevelTerms[]
}

export type PartnerTerms = PartnerFace & { contracts: ContractTerms[] }

/** Two spellings of one number are one contract, as the key of the record has it. */
export const sameCode = (one: unknown, other: unknown): boolean =>
  String(one).normalize('NFKC').trim().toLowerCase() === String(other).normalize('NFKC').trim().toLowerCase()

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function levelOf({ id, data }: StoredRow): LevelTerms[] {
  const figure = LEVEL_FIGURES.find((one) => one.id === data.figure)
  const target = numberOf(data.target)
  if (!figure || target === null) return []
  return [
    {
      id,
      figure: figure.id,
      nameZh: figure.nameZh,
      nameEn: figure.nameEn,
      unit: figure.unit,
      op: data.op === 'atMost' ? 'atMost' : 'atLeast',
      target,
      grain: data.grain === 'month' ? 'month' : 'week',
      weight: numberOf(data.weight) ?? 1,
      sampleMin: numberOf(data.sampleMin) ?? 0,
    },
  ]
}

function contractOf({ state, data }: StoredRow, levels: readonly StoredRow[]): ContractTerms {
  const dimension = textOf(data.scopeDimension)
  return {
    number: textOf(data.number),
    partner: textOf(data.partner),
    state: state === 'signed' || state === 'ended' ? state : 'draft',
    work: textOf(data.work),
    fromDay: parseDay(textOf(data.fromDay)),
    lastDay: parseDay(textOf(data.lastDay)),
    noticeDays: numberOf(data.noticeDays) ?? NOTICE_DAYS,
    renewsItself: data.renewsItself === true,
    feeCents: numberOf(data.feeCents),
    pieceCents: numberOf(data.pieceCents),
    commissionRate: numberOf(data.commissionRate),
    priceTerms: textOf(data.priceTerms),
    scope: dimension === '' ? null : { dimension, values: splitList(textOf(data.scopeValues)) },
    shownMetrics: splitList(textOf(data.shownMetrics)),
    levels: levels.filter(({ data: level }) => sameCode(level.contract, data.number)).flatMap(levelOf),
  }
}

/** Every partner of a shop with contracts and levels, by number. */
export async function readTerms(context: Context, store: string): Promise<PartnerTerms[]> {
  const rowsOf = (resource: typeof PARTNERS) => readAllRows(context, resource, store)
  const partners = await rowsOf(PARTNERS)
  if (partners.length === 0) return []
  const [contracts, levels] = [await rowsOf(PARTNER_CONTRACTS), await rowsOf(PARTNER_LEVELS)]
  return partners
    .map(({ data }) => ({
      code: textOf(data.code),
      name: textOf(data.name),
      kind: textOf(data.kind) as PartnerKind,
      contracts: contracts
        .filter((contract) => sameCode(contract.data.partner, data.code))
        .map((contract) => contractOf(contract, levels)),
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
