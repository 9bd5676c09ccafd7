import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import type { AddPlaybookCommand } from './index.ts'
import { withPlaybooks } from './with-playbooks.ts'

type Run = Awaited<ReturnType<typeof import('@zhanggui/server')['playbooks']['readRun']>>

const RUNS = [
  { header: '编号 id', align: 'right' },
  { header: '时间 at', align: 'left' },
  { header: '自动化 playbook', align: 'left' },
  { header: '结果 state', align: 'left' },
  { header: '改动 changes', align: 'right' },
  { header: '说明 reason', align: 'left' },
] as const

const rowOf = (shell: Shell, run: Run): string[] => [
  String(run.id),
  run.at,
  shell.say({ zh: run.nameZh, en: run.nameEn }),
  run.state,
  String(run.changes.length),
  run.reason ? shell.say(run.reason) : '',
]

const answerRun = (shell: Shell, run: Run): void => shell.answer(run, () => renderTable(RUNS, [rowOf(shell, run)]))

export const addPlaybookRuns: AddPlaybookCommand = (playbooks, run) => {
  playbooks
    .command('runs <store>')
    .description('执行记录，最新在前 / runs, newest first')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const runs = await withPlaybooks(shell, { store }, (context, api, as) => api.listRuns(context, as.store.id, {}))
        shell.answer({ runs }, () =>
          renderTable(
            RUNS,
            runs.map((one) => rowOf(shell, one)),
          ),
        )
      }),
    )
}

export const addPlaybookEvent: AddPlaybookCommand = (playbooks, run) => {
  addAsOption(playbooks.command('event <store> <event>'))
    .description('报告一个事件，触发等它的自动化 / report an event to the playbooks that wait for it')
    .option('--id <id>', '事件编号；同一编号只算一次 / the same id is the same event')
    .option('--tag <name=value...>', '对象 / what it is about', [])
    .action((store: string, event: string, given: ActOptions & { id?: string; tag: string[] }, command: Command) =>
      run(command, async (shell) => {
        const { id = randomUUID(), tag, ...options } = given
        const tags = Object.fromEntries(tag.map((one) => one.split('=', 2) as [string, string]))
        const taken = await withPlaybooks(shell, { store, options, permission: 'live:act' }, (context, api, as) =>
          api.takeEvent(context, as.store, { id, event, tags }),
        )
        shell.answer(taken, () =>
          shell.say({ zh: `触发 ${taken.runs.length} 个自动化`, en: `${taken.runs.length} playbooks set off` }),
        )
      }),
    )
}

const ANSWERS = [
  ['agree', '同意执行一个待确认的动作 / agree to a run that waits'],
  ['refuse', '不同意 / refuse it'],
  ['undo', '原样撤销一次执行 / put back exactly what a run changed'],
] as const

export const addPlaybookAnswers: AddPlaybookCommand = (playbooks, run) => {
  for (const [name, description] of ANSWERS)
    addAsOption(playbooks.command(`${name} <store> <run>`))
      .description(description)
      .action((store: string, id: string, options: ActOptions, command: Command) =>
        run(command, async (shell) => {
          const done = await withPlaybooks(
            shell,
            { store, options, permission: 'live:act' },
            async (context, api, { caller }) => {
              if (name === 'agree') await api.agreeToRun(context, caller, Number(id))
              else if (name === 'refuse') await api.refuseRun(context, caller, Number(id), '')
              else await api.undoRun(context, caller, Number(id), '')
              return api.readRun(context, caller.store, Number(id))
            },
          )
          answerRun(shell, done)
        }),
      )
}

export const addPlaybookPause: AddPlaybookCommand = (playbooks, run) => {
  for (const [name, paused, description] of [
    ['pause', true, '暂停这家店的全部自动动作 / pause everything automatic'],
    ['resume', false, '恢复 / let it go on'],
  ] as const)
    addAsOption(playbooks.command(`${name} <store>`))
      .description(description)
      .action((store: string, options: ActOptions, command: Command) =>
        run(command, async (shell) => {
          const state = await withPlaybooks(
            shell,
            { store, options, permission: 'live:act' },
            async (context, api, { caller }) => {
              await api.setPause(context, caller, { paused, reason: '' })
              return api.readPause(context, caller.store)
            },
          )
          shell.answer(state, () =>
            shell.say(
              state.paused ? { zh: '已全部暂停', en: 'Everything is paused' } : { zh: '已恢复', en: 'Resumed' },
            ),
          )
        }),
      )
}
