import {
  backPlan,
  earlierDay,
  type HolidayOverrides,
  LEAD_TIMES,
  laterDay,
  type Occasion,
  workdaysBefore,
} from '@zhanggui/calendar'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase, PhaseWindow } from '../phases/phase.ts'
import type { CampaignSize } from '../readiness/campaign-facts.ts'
import type { CampaignTask, CampaignTeam, WithId } from '../tasks/campaign-task.ts'
import type { PhaseAction } from './phase-action.ts'
import { actionsFor } from './phase-actions.ts'

/** Who is accountable for the work of a team, by the names of the campaign's team. */
export type TeamLeads = Readonly<Partial<Record<CampaignTeam, string>>>

export type PlaceOptions = {
  windows: readonly PhaseWindow[]
  mainDay: BusinessDay
  size: CampaignSize
  leads: TeamLeads
  language: 'zh' | 'en'
  overrides?: HolidayOverrides
}

/** Weights that stand for the sizes of the calendar's lead times. */
const WEIGHTS: Readonly<Record<CampaignSize, number>> = { large: 10, medium: 4, small: 1 }

const taskOf = (
  given: Pick<
    CampaignTask,
    'title' | 'team' | 'phase' | 'startDay' | 'dueDay' | 'workdays' | 'dependsOn' | 'deliverable' | 'action'
  >,
  leads: TeamLeads,
): CampaignTask => ({
  accountable: leads[given.team] ?? leads.operations ?? '',
  responsible: [],
  consulted: [],
  informed: [],
  started: null,
  finished: null,
  ...given,
})

/** The preparation that every campaign has, counted back from pre-heat and main day: selection, stock, enrolment, pages … */
function preparation({ windows, mainDay, size, leads, language, overrides }: PlaceOptions): WithId<CampaignTask>[] {
  const phases = windows.flatMap(({ phase, from, to }) =>
    phase === 'preheat' || phase === 'burst' || phase === 'closing' ? [{ phase, from, to }] : [],
  )
  const [from, to] = [phases[0]?.from ?? mainDay, phases.at(-1)?.to ?? addDays(mainDay, 1)]
  const occasion: Occasion = {
    id: 'prepare',
    year: Number(mainDay.slice(0, 4)),
    nameZh: '',
    nameEn: '',
    kind: 'shop',
    mainDay,
    weight: WEIGHTS[size],
    from,
    to,
    phases,
  }
  const idOf = (id: string): string => id.split('/').at(-1) ?? id
  return backPlan(occasion, overrides ? { overrides } : {}).map(
    ({ leadId, titleZh, titleEn, team, startDay, dueDay, dependsOn, evidenceZh }) => ({
      id: leadId,
      body: taskOf(
        {
          title: language === 'zh' ? titleZh : titleEn,
          team,
          phase: LEAD_TIMES.find(({ id }) => id === leadId)?.before === 'preheat' ? 'preheat' : 'burst',
          startDay,
          dueDay,
          workdays: 1,
          dependsOn: dependsOn.map(idOf),
          deliverable: evidenceZh,
          action: leadId,
        },
        leads,
      ),
    }),
  )
}

/**
 * The day an action is due: counted from the first window of its phase, or from the last day of its last one; null without one. A
 * short phase is not left: what is due within it falls on its last or first day at the latest.
 */
function dueDayOf({ phase, edge, day }: PhaseAction, windows: readonly PhaseWindow[]): BusinessDay | null {
  const own = windows.filter((window) => window.phase === phase)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return null
  const lastDay = addDays(last.to, -1)
  if (edge === 'start') return earlierDay(addDays(first.from, day), lastDay)
  return laterDay(addDays(lastDay, day), first.from)
}

function phaseTask(
  action: PhaseAction,
  known: ReadonlySet<string>,
  options: PlaceOptions,
): WithId<CampaignTask> | null {
  const { windows, leads, language, overrides } = options
  const dueDay = dueDayOf(action, windows)
  if (!dueDay) return null
  const { id, phase, team, workdays, dependsOn = [] } = action
  return {
    id,
    body: taskOf(
      {
        title: language === 'zh' ? action.titleZh : action.titleEn,
        team,
        phase,
        // A campaign runs on weekends too: the day it is due stays, the work before it is counted on worked days.
        startDay: workdays <= 1 ? dueDay : workdaysBefore(dueDay, workdays - 1, overrides),
        dueDay,
        workdays,
        dependsOn: dependsOn.filter((other) => known.has(other)),
        deliverable: language === 'zh' ? action.deliverableZh : action.deliverableEn,
        action: id,
      },
      leads,
    ),
  }
}

/** The work of a campaign on its days: the usual preparation, then the actions of each phase that it has. */
export function placeActions(options: PlaceOptions): WithId<CampaignTask>[] {
  const phases = new Set<CampaignPhase>(options.windows.map(({ phase }) => phase))
  const actions = actionsFor(options.size).filter(({ phase }) => phases.has(phase))
  const known = new Set(actions.map(({ id }) => id))
  return [
    ...preparation(options),
    ...actions.map((action) => phaseTask(action, known, options)).filter((task) => task !== null),
  ]
}
