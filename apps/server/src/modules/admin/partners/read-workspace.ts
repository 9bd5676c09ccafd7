import { contractStanding, type LevelVerdict, type PartnerScore, scorePartner } from '@zhanggui/campaigns'
import type { PartnerContract, PartnerLevel, PartnerWorkspace, Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { ContractTerms, LevelTerms, PartnerTerms } from './read-terms.ts'
import { SCOPE_DIMENSIONS } from './records/scope-dimensions.ts'
import { partnerVerdicts, type VerdictRow } from './schema.ts'
import { readScopeFigures } from './scope-figures.ts'

/** What was judged of some levels, the oldest period first. */
async function readVerdicts(context: Context, store: string, levels: readonly LevelTerms[]): Promise<VerdictRow[]> {
  if (levels.length === 0) return []
  const ids = levels.map(({ id }) => id)
  return context.records.db
    .select()
    .from(partnerVerdicts)
    .where(and(eq(partnerVerdicts.store, store), inArray(partnerVerdicts.level, ids)))
    .orderBy(asc(partnerVerdicts.periodFrom))
}

const answerOf = ({ cause, remedy, remedyDay, answeredAt }: VerdictRow): PartnerLevel['periods'][number]['answer'] =>
  cause === null || remedy === null || remedyDay === null || answeredAt === null
    ? null
    : { cause, remedy, remedyDay, at: answeredAt.toISOString() }

function levelView(level: LevelTerms, rows: readonly VerdictRow[]): PartnerLevel {
  const { id, nameZh, nameEn, unit, op, target, grain, weight } = level
  const periods = rows
    .filter((row) => row.level === id)
    .map((row) => ({
      from: row.periodFrom,
      to: row.periodTo,
      outcome: row.outcome,
      value: row.value,
      sample: row.sample,
      target: row.target,
      answer: answerOf(row),
    }))
  return { id, nameZh, nameEn, unit, op, target, grain, weight, periods }
}

const scoreOf = (levels: readonly PartnerLevel[]): PartnerScore =>
  scorePartner(
    levels.flatMap(({ id, weight, periods }) =>
      periods.map(({ from, outcome }): LevelVerdict => ({ level: id, weight, period: from, outcome })),
    ),
  )

function scopeView(scope: ContractTerms['scope']): PartnerContract['scope'] {
  const dimension = SCOPE_DIMENSIONS.find(({ value }) => value === scope?.dimension)
  return scope && dimension ? { nameZh: dimension.nameZh, nameEn: dimension.nameEn, values: scope.values } : null
}

export type View = {
  today: BusinessDay
  /** Whether fees and terms are told. */
  showsPrice: boolean
}

async function contractView(
  context: Context,
  store: Store,
  contract: ContractTerms,
  { today, showsPrice }: View,
): Promise<PartnerContract> {
  const { number, work, fromDay, lastDay, renewsItself, scope, feeCents, priceTerms } = contract
  const verdicts = await readVerdicts(context, store.id, contract.levels)
  const levels = contract.levels.map((level) => levelView(level, verdicts))
  return {
    number,
    work,
    fromDay,
    lastDay,
    renewsItself,
    ...contractStanding(contract, today),
    scope: scopeView(scope),
    price: showsPrice ? { feeCents, terms: priceTerms } : null,
    score: scoreOf(levels),
    levels,
    figures: await readScopeFigures(context, store, contract, today),
  }
}

/** A partner's contracts with score, levels and the figures of their scope. Drafts are the shop's own. */
export async function readWorkspace(
  context: Context,
  store: Store,
  { code, name, kind, contracts }: PartnerTerms,
  { showsPrice, drafts }: { showsPrice: boolean; drafts: boolean },
): Promise<PartnerWorkspace> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const shown = contracts.filter(({ state }) => drafts || state !== 'draft')
  const views: PartnerContract[] = []
  for (const contract of shown) views.push(await contractView(context, store, contract, { today, showsPrice }))
  const score = scoreOf(views.flatMap(({ levels }) => levels))
  return { partner: { code, name, kind }, currency: store.currency, score, contracts: views }
}
