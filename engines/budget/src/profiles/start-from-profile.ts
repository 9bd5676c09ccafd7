import { type Cents, type Period, parsePeriod } from '@zhanggui/kernel'
import type { BudgetLine, BudgetRules } from '../budget-line.ts'
import { findChannel } from '../channels/budget-channels.ts'
import type { BudgetProfile, ProfileShare, ProfileStage } from './profile.ts'

const periodOf = (year: number, text: ProfileShare['periodText']): Period =>
  parsePeriod(text === 'year' ? String(year) : `${year}-${text}`)

const idOf = ({ channel, periodText }: ProfileShare): string =>
  periodText === 'year' ? channel : `${periodText.toLowerCase()}-${channel}`

const emptyLine = (period: Period): Omit<BudgetLine, 'id' | 'name'> => ({
  parentId: null,
  kind: 'spend',
  channel: null,
  period,
  eventId: null,
  shareBp: null,
  shareBase: null,
  amountCents: null,
  owner: null,
  note: '',
})

/** Quarter shares stand under a heading of their quarter, so that they are not taken for parts of the year. */
function lineOf(share: ProfileShare, year: number): BudgetLine {
  const channel = findChannel(share.channel)
  const parent = share.periodText === 'year' ? (share.parent ?? 'budget') : share.periodText.toLowerCase()
  return {
    ...emptyLine(periodOf(year, share.periodText)),
    id: idOf(share),
    parentId: parent,
    name: channel?.nameZh ?? share.channel,
    kind: channel?.kind ?? 'spend',
    channel: share.channel,
    shareBp: share.shareBp,
    shareBase: share.base,
  }
}

function quarterHeadings(profile: BudgetProfile, year: number): BudgetLine[] {
  const quarters = [...new Set(profile.shares.map((share) => share.periodText))].filter((text) => text !== 'year')
  return quarters.map((text) => ({
    ...emptyLine(periodOf(year, text)),
    id: text.toLowerCase(),
    parentId: 'budget',
    name: text,
  }))
}

/** The lines of a profile for a year under one line that holds the total. Nothing is filled up: what is missing stays missing. */
export function linesOfProfile(
  profile: BudgetProfile,
  given: { year: number; totalCents: Cents | null },
): BudgetLine[] {
  const { year, totalCents } = given
  const root: BudgetLine = {
    ...emptyLine(periodOf(year, 'year')),
    id: 'budget',
    name: `${year}`,
    amountCents: totalCents,
  }
  const shares = profile.shares.map((share) => lineOf(share, year))
  const [annual, quarters] = [
    shares.filter((l) => l.period === root.period),
    shares.filter((l) => l.period !== root.period),
  ]
  return [root, ...annual, ...quarterHeadings(profile, year), ...quarters]
}

const monthOf = (year: number, month: number): Period => parsePeriod(`${year}-${String(month).padStart(2, '0')}`)

/** Every paid channel: what a stage that names none speaks of. */
const stageRule = (stage: ProfileStage, year: number): BudgetRules['stages'][number] => ({
  id: stage.id,
  name: stage.nameZh,
  fromPeriod: monthOf(year, stage.fromMonth),
  toPeriod: monthOf(year, stage.toMonth),
  channels: [],
  minBp: stage.minBp,
  maxBp: stage.maxBp,
  base: stage.base,
  reason: stage.nameZh,
})

/** A profile's rules as a plan starts with them. */
export function rulesOfProfile(profile: BudgetProfile, year: number): BudgetRules {
  const { rules } = profile
  return {
    feeRatioMaxBp: rules.feeRatioMaxBp.value,
    cacMaxCents: rules.cacMaxCents.value,
    preBurstShareBp: rules.preBurstShareBp.value,
    preBurstDays: rules.preBurstDays.value,
    burstRemainderMinBp: rules.burstRemainderMinBp.value,
    roiMinMilli: rules.roiMinMilli.value,
    roiMinClicks: rules.roiMinClicks.value,
    roiMinSpendCents: rules.roiMinSpendCents.value,
    stages: profile.stages.map((stage) => stageRule(stage, year)),
  }
}
