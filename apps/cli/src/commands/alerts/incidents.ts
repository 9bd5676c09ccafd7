import { type IncidentDetail, type IncidentInfo, IncidentState } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import type { AddAlertCommand } from './index.ts'
import { severityText, withAlerts } from './with-alerts.ts'

const COLUMNS = [
  { header: '编号 id', align: 'right' },
  { header: '级别 severity', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '告警 alert', align: 'left' },
  { header: '负责 owner', align: 'left' },
  { header: '次数 count', align: 'right' },
  { header: '开始 opened', align: 'left' },
] as const

const STATES = {
  open: { zh: '待认领', en: 'open' },
  acknowledged: { zh: '处理中', en: 'acknowledged' },
  resolved: { zh: '已结束', en: 'resolved' },
} as const

const rowOf = (shell: Shell, one: IncidentInfo): string[] => [
  String(one.id),
  severityText(shell, one.severity),
  shell.say(STATES[one.state]),
  shell.say({ zh: one.titleZh, en: one.titleEn }),
  one.owner,
  String(one.count),
  one.openedAt,
]

function describe(shell: Shell, one: IncidentDetail): string {
  const { action } = one
  return [
    renderTable(COLUMNS, [rowOf(shell, one)]),
    shell.say({ zh: `处理：${action.zh || '–'}`, en: `To do: ${action.en || '–'}` }),
    ...one.firings.map(
      (firing) =>
        `  ${shell.say({ zh: firing.nameZh, en: firing.nameEn })}: ${shell.say({ zh: firing.reasonZh, en: firing.reasonEn })}`,
    ),
    ...one.events.map(
      (event) => `  ${event.at} ${event.actorName ?? event.actor} ${shell.say({ zh: event.textZh, en: event.textEn })}`,
    ),
  ].join('\n')
}

export const addAlertList: AddAlertCommand = (alerts, run) => {
  alerts
    .command('list <store>')
    .description('告警事件，最新在前 / incidents, newest first')
    .addOption(new Option('--state <state>', '只看某种状态 / of one state').choices(IncidentState.options))
    .option('--loops', '只看还没写结果的 / those nobody wrote a result for', false)
    .action((store: string, { state, loops }: { state?: IncidentState; loops: boolean }, command: Command) =>
      run(command, async (shell) => {
        const asked = { ...(state ? { state } : {}), ...(loops ? { loop: 'open' as const } : {}), limit: 100 }
        const given = { store, options: {}, permission: 'plan:read' as const }
        const incidents = await withAlerts(shell, given, (context, api, as) =>
          api.listIncidents(context, as.store.id, asked),
        )
        shell.answer({ incidents }, () =>
          renderTable(
            COLUMNS,
            incidents.map((one) => rowOf(shell, one)),
          ),
        )
      }),
    )
}

export const addAlertShow: AddAlertCommand = (alerts, run) => {
  alerts
    .command('show <store> <incident>')
    .description('一个告警：看到了什么、做过什么 / one incident with what it saw and what was done')
    .action((store: string, incident: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const found = await withAlerts(shell, given, (context, api, as) =>
          api.readIncident(context, { store: as.store.id, incident: Number(incident) }),
        )
        shell.answer(found, () => describe(shell, found))
      }),
    )
}

export const addAlertAck: AddAlertCommand = (alerts, run) => {
  addAsOption(alerts.command('ack <store> <incident>'))
    .description('认领 / take an incident on')
    .action((store: string, incident: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'live:act' as const }
        const found = await withAlerts(shell, given, async (context, api, { caller }) => {
          await api.acknowledge(context, caller, Number(incident))
          return api.readIncident(context, { store: caller.store, incident: Number(incident) })
        })
        shell.answer(found, () => describe(shell, found))
      }),
    )
}

export const addAlertClose: AddAlertCommand = (alerts, run) => {
  addAsOption(alerts.command('close <store> <incident>'))
    .description('写下处理结果并结束 / write what came of it and close')
    .requiredOption('--result <text>', '处理结果 / result')
    .action(
      (store: string, incident: string, { result, ...options }: ActOptions & { result: string }, command: Command) =>
        run(command, async (shell) => {
          const given = { store, options, permission: 'live:act' as const }
          const found = await withAlerts(shell, given, async (context, api, { caller }) => {
            const key = { store: caller.store, incident: Number(incident) }
            const before = await api.readIncident(context, key)
            const close = before.state === 'resolved' ? api.writeResult : api.resolve
            await close(context, caller, key.incident, result)
            return api.readIncident(context, key)
          })
          shell.answer(found, () => describe(shell, found))
        }),
    )
}
