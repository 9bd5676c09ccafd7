import { addDays, type BusinessDay, err, ok } from '@zhanggui/kernel'
import { type Fields, text } from '../programme/field.ts'
import { transfer } from '../programme/ledger.ts'
import {
  happened,
  type ProgrammeAnswer,
  type ProgrammeOutcome,
  type ProgrammeStep,
  type Table,
} from '../programme/programme.ts'
import { outsideWindow } from '../programme/window.ts'
import { contentFault } from './check-content.ts'
import { chooseTesters } from './choose-testers.ts'
import type { TrialApplication, TrialDesk, TrialTerms } from './terms.ts'

type Answer = ProgrammeAnswer<TrialDesk, TrialApplication>
type Outcome = ProgrammeOutcome<TrialDesk, TrialApplication>
type Step<F extends Fields = Fields> = ProgrammeStep<TrialTerms, TrialDesk, TrialApplication, F>
type At = Table<TrialTerms, TrialDesk, TrialApplication>

export const REPORT = { text: text('报告', 'Report', '用了两周，……', { max: 10_000 }) }

/** The published rule: open days, level, new customers, one application a buyer. Who meets it has the same chance. */
export function apply({ terms, desk, buyer, moment }: Step): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (desk.chosen !== null) return err({ code: 'over' })
  if (!buyer) return err({ code: 'buyer_needed' })
  if (buyer.cases > 0) return err({ code: 'buyer_limit' })
  if (buyer.tier < terms.tierMin) return err({ code: 'tier_too_low' })
  if (terms.newOnly && !buyer.isNew) return err({ code: 'not_new' })
  const state: TrialApplication = {
    appliedDay: moment.day,
    status: 'applied',
    dueDay: null,
    reportedDay: null,
    remindedDays: [],
  }
  return ok(happened({ desk: { ...desk, applications: desk.applications + 1 }, state }))
}

/** Once everybody has applied: the seed decides, and nobody can decide again. */
export function select({ terms, desk, others, moment }: Step): Answer {
  if (moment.day <= terms.throughDay) return err({ code: 'too_soon' })
  if (desk.chosen !== null) return err({ code: 'wrong_state' })
  const chosen = chooseTesters(
    others.map(({ caseId }) => caseId),
    terms.places,
    moment.seed,
  )
  return ok(happened<TrialDesk, TrialApplication>({ desk: { ...desk, chosen }, state: null }, { wakes: true }))
}

/** A report in time is rewarded; one that is late is taken all the same. */
export function report({ terms, desk, state, caseId, command, moment }: Step<typeof REPORT>): Answer {
  if (state?.status !== 'chosen' && state?.status !== 'overdue') return err({ code: 'wrong_state' })
  const fault = contentFault(command.text, terms.charsMin)
  if (fault) return err(fault)
  const isInTime = state.dueDay !== null && moment.day <= state.dueDay
  const { rewardPoints: points } = terms
  return ok(
    happened(
      {
        desk: { ...desk, reports: desk.reports + 1 },
        state: { ...state, status: 'reported', reportedDay: moment.day },
      },
      { effects: isInTime && points > 0 ? [{ key: `${caseId}/points`, kind: 'points', points }] : [] },
    ),
  )
}

export function tick(at: At): Outcome {
  const { desk, state } = at
  if (state.status === 'applied') return desk.chosen === null ? happened({ desk, state }) : decided(at)
  return state.status === 'chosen' || state.status === 'overdue' ? reminded(at) : happened({ desk, state })
}

function decided({ terms, desk, state, caseId, moment }: At): Outcome {
  if (!desk.chosen?.includes(caseId)) return happened({ desk, state: { ...state, status: 'notChosen' } })
  const dueDay = addDays(moment.day, terms.reportDays)
  const note = `${dueDay} 前交报告`
  const cost = { from: 'goods', to: 'samples', cents: terms.costCents }
  return happened(
    { desk, state: { ...state, status: 'chosen', dueDay }, dueDay: addDays(dueDay, -terms.remindDaysBefore) },
    {
      effects: [{ key: `${caseId}/ship`, kind: 'ship', skuIds: [terms.skuId], units: 1, note }],
      entries: [transfer(`${caseId}/sample`, '试用品', cost)],
    },
  )
}

/** Once a day from the first reminder to the last; after the due day the report is overdue. */
function reminded({ terms, desk, state, caseId, moment }: At): Outcome {
  const { dueDay, remindedDays } = state
  if (dueDay === null) return happened({ desk, state })
  const { day } = moment
  const status = day > dueDay ? 'overdue' : 'chosen'
  const last = addDays(dueDay, terms.remindDaysAfter)
  const next: BusinessDay | null = day < last || day <= dueDay ? addDays(day, 1) : null
  const isDue = day >= addDays(dueDay, -terms.remindDaysBefore) && day <= last && !remindedDays.includes(day)
  if (!isDue) return happened({ desk, state: { ...state, status }, dueDay: next })
  return happened(
    { desk, state: { ...state, status, remindedDays: [...remindedDays, day] }, dueDay: next },
    { effects: [{ key: `${caseId}/remind/${day}`, kind: 'remind', note: `${dueDay} 前交报告` }] },
  )
}
