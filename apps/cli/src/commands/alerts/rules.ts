import { type AlertReplay, CreateAlertRule, ReplayAlert } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import { readJsonFile } from '../../read-json-file.ts'
import type { Shell } from '../../shell.ts'
import type { AddAlertCommand } from './index.ts'
import { severityText, withAlerts } from './with-alerts.ts'

const RULES = [
  { header: '编号 id', align: 'left' },
  { header: '级别 severity', align: 'left' },
  { header: '负责 owner', align: 'left' },
  { header: '开关 on', align: 'left' },
  { header: '触发 firing', align: 'right' },
  { header: '条件 condition', align: 'left' },
] as const

const FIRINGS = [
  { header: '开始 from', align: 'left' },
  { header: '结束 until', align: 'left' },
  { header: '对象 slice', align: 'left' },
  { header: '数值 value', align: 'right' },
] as const

const onOff = (shell: Shell, enabled: boolean): string =>
  shell.say(enabled ? { zh: '开', en: 'on' } : { zh: '关', en: 'off' })

export const addAlertRules: AddAlertCommand = (alerts, run) => {
  alerts
    .command('rules <store>')
    .description('告警规则 / rules with their condition in a sentence')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const rules = await withAlerts(shell, given, (context, api, as) => api.listRules(context, as.store.id))
        shell.answer({ rules }, () =>
          renderTable(
            RULES,
            rules.map(({ id, body, enabled, firing, sentenceZh, sentenceEn }) => [
              id,
              severityText(shell, body.severity),
              body.owner,
              onOff(shell, enabled),
              String(firing),
              shell.say({ zh: sentenceZh, en: sentenceEn }),
            ]),
          ),
        )
      }),
    )
}

export const addAlertRule: AddAlertCommand = (alerts, run) => {
  addAsOption(alerts.command('add <store> <file>'))
    .description('由 JSON 文件新建一条规则；没有负责人或行动会被拒绝 / a rule from a JSON file')
    .action((store: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, CreateAlertRule)
        const given = { store, options, permission: 'plan:write' as const }
        const made = await withAlerts(shell, given, async (context, api, { caller }) => {
          await api.createRule(context, caller, input)
          return api.readRule(context, caller.store, input.id)
        })
        shell.answer(made, () => shell.say({ zh: made.sentenceZh, en: made.sentenceEn }))
      }),
    )
}

export const addAlertLibrary: AddAlertCommand = (alerts, run) => {
  addAsOption(alerts.command('library <store>'))
    .description('自带的规则；--add 加入店铺 / shipped rules; --add takes them into the shop')
    .option('--add [ids...]', '加入这些，不写编号就是全部 / these, or all')
    .action((store: string, { add, ...options }: ActOptions & { add?: string[] | true }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: add ? ('plan:write' as const) : ('plan:read' as const) }
        const library = await withAlerts(shell, given, async (context, api, { caller }) => {
          if (add) await api.addFromLibrary(context, caller, add === true ? undefined : add)
          return api.readLibrary(context, caller.store)
        })
        shell.answer({ library }, () =>
          renderTable(
            RULES.filter(({ header }) => !header.startsWith('触发')),
            library.map(({ id, body, added, sentenceZh, sentenceEn }) => [
              id,
              severityText(shell, body.severity),
              body.owner,
              onOff(shell, added),
              shell.say({ zh: sentenceZh, en: sentenceEn }),
            ]),
          ),
        )
      }),
    )
}

const sliceText = (tags: Readonly<Record<string, string>>): string =>
  Object.entries(tags)
    .map(([dimension, value]) => `${dimension}=${value}`)
    .join(' ')

const replayText = (shell: Shell, { firings, sentenceZh, sentenceEn, judged, withoutData }: AlertReplay): string =>
  [
    shell.say({ zh: sentenceZh, en: sentenceEn }),
    shell.say({
      zh: `判断 ${judged} 次，其中 ${withoutData} 次没有数据，会告警 ${firings.length} 次`,
      en: `judged ${judged} times, ${withoutData} of them without data; it would have fired ${firings.length} times`,
    }),
    renderTable(
      FIRINGS,
      firings.map(({ from, until, tags, value }) => [
        from,
        until ?? '',
        sliceText(tags),
        value === null ? '–' : String(value),
      ]),
    ),
  ].join('\n')

export const addAlertReplay: AddAlertCommand = (alerts, run) => {
  alerts
    .command('replay <store> <file>')
    .description('这个条件过去会告警几次 / how often a condition would have fired')
    .option('--days <n>', '回看天数 / days back')
    .action((store: string, file: string, { days }: { days?: string }, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, ReplayAlert)
        const given = { store, options: {}, permission: 'plan:read' as const }
        const replay = await withAlerts(shell, given, (context, api, as) =>
          api.replayAlert(context, as.store, { ...input, ...(days === undefined ? {} : { days: Number(days) }) }),
        )
        shell.answer(replay, () => replayText(shell, replay))
      }),
    )
}

export const addAlertCheck: AddAlertCommand = (alerts, run) => {
  alerts
    .command('check <store>')
    .description('现在就检查一遍所有到期的规则 / judge every rule that is due, now')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'live:act' as const }
        const open = await withAlerts(shell, given, async (context, api, as) => {
          await api.runRound(context, as.store, context.clock.now())
          const all = await api.listIncidents(context, as.store.id, { limit: 100 })
          return all.filter(({ state }) => state !== 'resolved')
        })
        shell.answer({ incidents: open }, () =>
          shell.say({
            zh: `检查完成，未结束的告警 ${open.length} 件`,
            en: `done; ${open.length} incidents are not over`,
          }),
        )
      }),
    )
}
