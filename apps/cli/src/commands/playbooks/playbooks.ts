import type { BackTestReport, RunPreview } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import type { AddPlaybookCommand } from './index.ts'
import { withPlaybooks } from './with-playbooks.ts'

const LIST = [
  { header: '编号 id', align: 'left' },
  { header: '状态 mode', align: 'left' },
  { header: '内容 what it does', align: 'left' },
] as const

const MODES = {
  off: { zh: '停用', en: 'off' },
  shadow: { zh: '试运行', en: 'shadow' },
  acting: { zh: '生效', en: 'acting' },
} as const

export const addPlaybookList: AddPlaybookCommand = (playbooks, run) => {
  playbooks
    .command('list <store>')
    .description('店铺的自动化，一句话一个 / playbooks, each in a sentence')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const found = await withPlaybooks(shell, { store }, (context, api, as) =>
          api.listPlaybooks(context, as.store.id),
        )
        shell.answer({ playbooks: found }, () =>
          renderTable(
            LIST,
            found.map(({ id, enabled, body, sentenceZh, sentenceEn }) => [
              id,
              shell.say(MODES[!enabled ? 'off' : body.shadow ? 'shadow' : 'acting']),
              shell.say({ zh: sentenceZh, en: sentenceEn }),
            ]),
          ),
        )
      }),
    )
}

export const addPlaybookLibrary: AddPlaybookCommand = (playbooks, run) => {
  addAsOption(playbooks.command('library <store>'))
    .description(
      '自带的自动化；--add 加入店铺，先试运行 / shipped playbooks; --add takes them into the shop, in shadow',
    )
    .option('--add [ids...]', '加入这些，不写编号就是全部 / these, or all')
    .action((store: string, { add, ...options }: ActOptions & { add?: string[] | true }, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: add ? ('plan:write' as const) : ('plan:read' as const) }
        const library = await withPlaybooks(shell, given, async (context, api, { caller }) => {
          if (add) await api.addShipped(context, caller, add === true ? undefined : add)
          return api.readLibrary(context, caller.store)
        })
        shell.answer({ library }, () =>
          renderTable(
            LIST,
            library.map(({ id, added, sentenceZh, sentenceEn }) => [
              id,
              added ? shell.say({ zh: '已加入', en: 'added' }) : '–',
              shell.say({ zh: sentenceZh, en: sentenceEn }),
            ]),
          ),
        )
      }),
    )
}

const changeLines = (changes: RunPreview['changes']): string[] =>
  changes.map(({ subject, field, before, after }) => `  ${subject.type}/${subject.id} ${field}: ${before} → ${after}`)

const DECISIONS = {
  run: { zh: '会立即执行', en: 'It would act at once' },
  ask: { zh: '会先请人确认', en: 'It would ask first' },
  shadow: { zh: '会记录下来（试运行）', en: 'It would write it down (shadow)' },
  hold: { zh: '现在不会执行', en: 'It would not act now' },
} as const

const previewText = (shell: Shell, { decision, reason, changes, tells }: RunPreview): string =>
  [
    shell.say(DECISIONS[decision]),
    ...(reason ? [`  ${shell.say(reason)}`] : []),
    ...changeLines(changes),
    ...tells.map((told) => `  ${shell.say(told)}`),
  ].join('\n')

export const addPlaybookCheck: AddPlaybookCommand = (playbooks, run) => {
  playbooks
    .command('check <store> <playbook>')
    .description('现在会做什么，不执行 / what it would do now, without doing it')
    .action((store: string, playbook: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const preview = await withPlaybooks(shell, { store }, (context, api, as) =>
          api.previewRun(context, as.store, playbook, {}),
        )
        shell.answer(preview, () => previewText(shell, preview))
      }),
    )
}

const backTestText = (shell: Shell, report: BackTestReport): string =>
  [
    shell.say({
      zh: `触发 ${report.occurrences} 次，会执行 ${report.acted} 次，改动 ${report.changes} 处`,
      en: `Set off ${report.occurrences} times; it would have acted ${report.acted} times, ${report.changes} changes`,
    }),
    ...report.runs.flatMap(({ at, acted, reason, changes }) => [
      `${at} ${acted ? '' : (reason && shell.say(reason)) || ''}`,
      ...changeLines(changes),
    ]),
    ...report.caveats.map((caveat) => shell.say(caveat)),
  ].join('\n')

export const addPlaybookBackTest: AddPlaybookCommand = (playbooks, run) => {
  playbooks
    .command('back-test <store> <playbook>')
    .description('在店铺自己的历史上会做什么 / what it would have done on the shop’s own history')
    .option('--days <n>', '最近天数 / last days', '30')
    .action((store: string, playbook: string, { days }: { days: string }, command: Command) =>
      run(command, async (shell) => {
        const report = await withPlaybooks(shell, { store }, (context, api, as) =>
          api.backTestPlaybook(context, as.store, playbook, Number(days)),
        )
        shell.answer(report, () => backTestText(shell, report))
      }),
    )
}
