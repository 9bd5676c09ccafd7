import { err, ok } from '@zhanggui/kernel'
import type { Fields } from '../programme/field.ts'
import { happened, type ProgrammeAnswer, type ProgrammeEffect, type ProgrammeStep } from '../programme/programme.ts'
import { outsideWindow } from '../programme/window.ts'
import type { COUNT, PLAY, PreheatDesk, PreheatPerson, PreheatTerms } from './terms.ts'

type Answer = ProgrammeAnswer<PreheatDesk, PreheatPerson>
type Step<F extends Fields = Fields> = ProgrammeStep<PreheatTerms, PreheatDesk, PreheatPerson, F>

/** What so many points cost the shop, fen, rounded up: a budget is not passed by a fen. */
export const costOfPoints = ({ centsPer100Points }: PreheatTerms, points: number): number =>
  Math.ceil((points * centsPer100Points) / 100)

const isWithinBudget = (terms: PreheatTerms, points: number): boolean =>
  costOfPoints(terms, points) <= terms.budgetCents

const pointsEffect = (key: string, points: number): ProgrammeEffect[] =>
  points === 0 ? [] : [{ key, kind: 'points', points }]

function first({ buyer, moment }: Step): PreheatPerson {
  const isNew = buyer?.isNew === true
  return { isNew, plays: 0, points: 0, lastDay: moment.day, isFollowing: false, paidCents: 0 }
}

/** A vote, a sticker, a level: once a day, so many times, while the budget pays for it. */
export function play(step: Step<typeof PLAY>): Answer {
  const { terms, desk, caseId, buyer, command, moment } = step
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (!buyer) return err({ code: 'buyer_needed' })
  if (!step.state && buyer.cases > 0) return err({ code: 'buyer_limit' })
  if (!terms.options.some(({ option }) => option === command.option)) return err({ code: 'unknown_choice' })
  const before = step.state ?? first(step)
  if (before.plays >= terms.playsMax) return err({ code: 'buyer_limit' })
  if (before.plays > 0 && before.lastDay === moment.day) return err({ code: 'once_a_day' })
  const points = terms.pointsPerPlay
  if (!isWithinBudget(terms, desk.points + points)) return err({ code: 'budget_used_up' })
  const state = { ...before, plays: before.plays + 1, points: before.points + points, lastDay: moment.day }
  const isFirst = step.state === null
  return ok(
    happened(
      {
        desk: {
          ...desk,
          reached: desk.reached + Number(isFirst),
          newReached: desk.newReached + Number(isFirst && state.isNew),
          plays: desk.plays + 1,
          points: desk.points + points,
          votes: { ...desk.votes, [command.option]: (desk.votes[command.option] ?? 0) + 1 },
        },
        state,
      },
      { effects: pointsEffect(`${caseId}/play/${state.plays}`, points) },
    ),
  )
}

/** Whoever took part follows the shop or joins: once a person, and only new people count as acquired. */
export function follow({ terms, desk, state, caseId, moment }: Step): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (!state || state.isFollowing) return err({ code: 'wrong_state' })
  const points = terms.followPoints
  if (!isWithinBudget(terms, desk.points + points)) return err({ code: 'budget_used_up' })
  return ok(
    happened(
      {
        desk: {
          ...desk,
          points: desk.points + points,
          followed: desk.followed + 1,
          acquired: desk.acquired + Number(state.isNew),
        },
        state: { ...state, isFollowing: true, points: state.points + points },
      },
      { effects: pointsEffect(`${caseId}/follow`, points) },
    ),
  )
}

/** What one of them paid in the burst, told in all: the same figure again changes nothing. */
export function countPurchases({ desk, state, command }: Step<typeof COUNT>): Answer {
  if (!state) return err({ code: 'not_there' })
  const { paidCents } = command
  return ok(
    happened({
      desk: {
        ...desk,
        bought: desk.bought + Number(paidCents > 0) - Number(state.paidCents > 0),
        paidCents: desk.paidCents + paidCents - state.paidCents,
      },
      state: { ...state, paidCents },
    }),
  )
}
