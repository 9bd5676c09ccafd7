import { type Block, figure, type Sentence } from '../document.ts'
import type { TaskFact } from '../library/facts.ts'
import type { Section } from '../library/report-kind.ts'
import { say, type Telling } from '../library/telling.ts'
import { headed, paragraphOf } from './write.ts'

const LISTED_MAX = 30
const late = ({ daysLate }: TaskFact): number => daysLate.value ?? 0

function lateSentence(telling: Telling, tasks: readonly TaskFact[]): Sentence[] {
  const delayed = tasks.filter((task) => late(task) > 0)
  const open = tasks.filter(({ finishedDay }) => finishedDay === null)
  const ref = tasks[0]?.daysLate.ref
  if (!ref) return []
  const count = (value: number) => figure(value, 'count', ref)
  return [
    {
      pieces: [
        say(telling, '共 ', 'Of '),
        count(tasks.length),
        say(telling, ' 项任务，按时完成 ', ' tasks '),
        count(tasks.filter((t) => t.finishedDay !== null && late(t) === 0).length),
        say(telling, ' 项，延期 ', ' were done in time, '),
        count(delayed.length),
        say(telling, ' 项，仍未完成 ', ' were late, '),
        count(open.length),
        say(telling, ' 项。', ' are open.'),
      ],
    },
  ]
}

function teamTable(telling: Telling, tasks: readonly TaskFact[]): Block[] {
  const ref = tasks[0]?.daysLate.ref
  if (!ref) return []
  const teams = [...Map.groupBy(tasks, ({ team }) => team)]
  return [
    {
      kind: 'table',
      title: say(telling, '各部门的任务与延期', 'Tasks and delays by team'),
      columns: [
        { title: say(telling, '部门', 'Team'), align: 'left', width: 4 },
        { title: say(telling, '任务', 'Tasks'), align: 'right', width: 2 },
        { title: say(telling, '延期', 'Late'), align: 'right', width: 2 },
        { title: say(telling, '未完成', 'Open'), align: 'right', width: 2 },
        { title: say(telling, '延期天数合计', 'Days late'), align: 'right', width: 3 },
      ],
      rows: teams.map(([team, own]) => ({
        cells: [
          team,
          figure(own.length, 'count', ref),
          figure(own.filter((t) => late(t) > 0).length, 'count', ref),
          figure(own.filter((t) => t.finishedDay === null).length, 'count', ref),
          figure(
            own.reduce((sum, t) => sum + late(t), 0),
            'days',
            ref,
          ),
        ],
      })),
    },
  ]
}

function delayTable(telling: Telling, tasks: readonly TaskFact[]): Block[] {
  const delayed = tasks.filter((task) => late(task) > 0).toSorted((a, b) => late(b) - late(a))
  if (delayed.length === 0) return []
  return [
    {
      kind: 'table',
      title: say(telling, '延期的任务', 'What was late'),
      columns: [
        { title: say(telling, '任务', 'Task'), align: 'left', width: 5 },
        { title: say(telling, '部门', 'Team'), align: 'left', width: 2 },
        { title: say(telling, '负责人', 'Owner'), align: 'left', width: 2 },
        { title: say(telling, '应完成', 'Due'), align: 'left', width: 2 },
        { title: say(telling, '实际完成', 'Done'), align: 'left', width: 2 },
        { title: say(telling, '延期', 'Late'), align: 'right', width: 2 },
      ],
      rows: delayed.slice(0, LISTED_MAX).map(({ title, team, owner, dueDay, finishedDay, daysLate }) => ({
        cells: [title, team, owner || '–', dueDay, finishedDay ?? say(telling, '未完成', 'open'), daysLate],
      })),
    },
  ]
}

/** What was done in time and what was not, team by team, from the task log (P14.12). */
export const TASKS: Section = {
  needs: ['tasks'],
  write(telling): Block[] {
    const tasks = telling.facts.tasks ?? []
    if (tasks.length === 0) return []
    return headed(
      telling,
      ['任务完成', 'Work done'],
      [...paragraphOf(...lateSentence(telling, tasks)), ...teamTable(telling, tasks), ...delayTable(telling, tasks)],
    )
  },
}

/** How long finished work lay between two teams (P14.12). */
export const HAND_OVERS: Section = {
  needs: ['handOvers'],
  write(telling): Block[] {
    const waits = (telling.facts.handOvers ?? []).toSorted((a, b) => (b.hours.value ?? 0) - (a.hours.value ?? 0))
    if (waits.length === 0) return []
    return headed(
      telling,
      ['部门之间的交接', 'Hand-overs between teams'],
      [
        {
          kind: 'table',
          title: say(telling, '交接等待', 'Waiting at hand-over'),
          columns: [
            { title: say(telling, '交出', 'From'), align: 'left', width: 4 },
            { title: say(telling, '接手', 'To'), align: 'left', width: 4 },
            { title: say(telling, '等待（小时）', 'Hours'), align: 'right', width: 2 },
            { title: say(telling, '状态', 'State'), align: 'left', width: 2 },
          ],
          rows: waits.slice(0, LISTED_MAX).map(({ from, to, fromTeam, toTeam, hours, open }) => ({
            cells: [
              `${fromTeam} · ${from}`,
              `${toTeam} · ${to}`,
              hours,
              open ? say(telling, '无人接手', 'nobody yet') : say(telling, '已接手', 'taken up'),
            ],
          })),
        },
      ],
    )
  },
}

/** What earlier reviews decided, with owner and state; a meeting begins with it. */
export const DECISIONS: Section = {
  needs: ['decisions'],
  write(telling): Block[] {
    const decisions = telling.facts.decisions ?? []
    if (decisions.length === 0) return []
    return headed(
      telling,
      ['决议', 'Decisions'],
      [
        {
          kind: 'table',
          title: say(telling, '决议与负责人', 'Decisions and owners'),
          columns: [
            { title: say(telling, '决议', 'Decision'), align: 'left', width: 6 },
            { title: say(telling, '负责人', 'Owner'), align: 'left', width: 2 },
            { title: say(telling, '期限', 'Due'), align: 'left', width: 2 },
            { title: say(telling, '来自', 'From'), align: 'left', width: 3 },
            { title: say(telling, '状态', 'State'), align: 'left', width: 2 },
          ],
          rows: decisions.slice(0, LISTED_MAX).map(({ text, owner, dueDay, done, report }) => ({
            cells: [
              text,
              owner,
              dueDay ?? '–',
              report,
              done ? say(telling, '完成', 'done') : say(telling, '进行中', 'open'),
            ],
          })),
        },
      ],
    )
  },
}
