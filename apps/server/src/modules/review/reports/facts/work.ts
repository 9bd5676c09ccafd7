import { entriesOf, handOvers } from '@zhanggui/campaigns'
import { businessDayOf, daysBetween, parseDay } from '@zhanggui/kernel'
import { figure, type HandOverFact, type TaskFact } from '@zhanggui/report'
import { entryOf } from '../../../campaigns/entries/entry-of.ts'
import { readEntryRows } from '../../../campaigns/records/campaign-rows.ts'
import { type Gathering, mayReadPlans, recordRef, today, wordsOf } from './gathering.ts'
import { TEAM_NAMES } from './team-names.ts'

async function tasksOf(given: Gathering) {
  const { context, store, period } = given
  if (period.kind !== 'campaign' || !mayReadPlans(given)) return []
  const rows = await readEntryRows(context.records.db, { store: store.id, campaign: period.key, kinds: ['task'] })
  return entriesOf(rows.map(entryOf), 'task')
}

const teamName = (given: Gathering, team: string): string => {
  const words = TEAM_NAMES[team]
  return words ? wordsOf(given, words) : team
}

/** The tasks of the campaign: when each was due, when it was done, and how many days late that is today at the latest. */
export async function gatherTasks(given: Gathering): Promise<TaskFact[]> {
  const { store, period } = given
  return (await tasksOf(given)).map(({ id, body }) => {
    const finishedDay = body.finished ? businessDayOf(new Date(body.finished.at), store.timezone) : null
    const late = Math.max(0, daysBetween(parseDay(body.dueDay), parseDay(finishedDay ?? today(given))))
    return {
      id,
      title: body.title,
      team: teamName(given, body.team),
      owner: body.accountable,
      dueDay: body.dueDay,
      finishedDay,
      daysLate: figure(late, 'days', recordRef('campaigns', period.key)),
    }
  })
}

/** How long finished work of the campaign lay before the next team took it up. */
export async function gatherHandOvers(given: Gathering): Promise<HandOverFact[]> {
  const tasks = await tasksOf(given)
  const titles = new Map(tasks.map(({ id, body }) => [id, body.title]))
  return handOvers(tasks, given.context.clock.now().toISOString()).map(
    ({ from, to, fromTeam, toTeam, hours, open }) => ({
      from: titles.get(from) ?? from,
      to: titles.get(to) ?? to,
      fromTeam: teamName(given, fromTeam),
      toTeam: teamName(given, toTeam),
      hours: figure(Math.round(hours * 10) / 10, 'count', recordRef('campaigns', given.period.key)),
      open,
    }),
  )
}
