import type { ProgrammeCase, ProgrammeEffect, ProgrammeFact, ProgrammeInfo } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../../output/render-table.ts'
import type { Shell } from '../../../shell.ts'
import { moneyText } from '../figures.ts'
import { withPromotions } from '../with-promotions.ts'
import type { AddProgrammeCommand } from './index.ts'

const LIST = [
  { header: '编号 id', align: 'left' },
  { header: '名称 name', align: 'left' },
  { header: '类型 kind', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '笔数 cases', align: 'right' },
  { header: '待办 to do', align: 'right' },
] as const
const FACTS = [
  { header: '项目 fact', align: 'left' },
  { header: '数值 value', align: 'right' },
] as const
const CASES = [
  { header: '编号 id', align: 'left' },
  { header: '状态 status', align: 'left' },
  { header: '下次自动处理 due', align: 'left' },
] as const
const TO_DO = [
  { header: '待办 key', align: 'left' },
  { header: '类型 kind', align: 'left' },
  { header: '内容 what', align: 'left' },
] as const

const READING = { options: {}, permission: 'plan:read' as const }

const PPM_A_PERCENT = 10_000

function valueText(shell: Shell, { unit, value }: ProgrammeFact): string {
  if (value === null) return '–'
  if (typeof value === 'object') return shell.say({ zh: value.nameZh, en: value.nameEn })
  if (unit === 'money') return moneyText(shell, Number(value))
  return unit === 'odds' ? `${Number(value) / PPM_A_PERCENT}%` : String(value)
}

/** What has to be published, then where the money stands. */
export function programmeText(shell: Shell, { name, state, commitment, seed, facts, balances }: ProgrammeInfo): string {
  const rows = [
    ...facts.map((fact) => [shell.say({ zh: fact.nameZh, en: fact.nameEn }), valueText(shell, fact)]),
    ...balances.map(({ nameZh, nameEn, cents }) => [shell.say({ zh: nameZh, en: nameEn }), moneyText(shell, cents)]),
  ]
  const digest = seed === null ? `SHA-256 ${commitment}` : `SHA-256 ${commitment}\nseed ${seed}`
  return [`${name} · ${state}`, digest, renderTable(FACTS, rows)].join('\n')
}

export const addKinds: AddProgrammeCommand = (programmes, run) => {
  programmes
    .command('kinds <store>')
    .description('每种项目要填什么、可以做什么 / what each kind asks for and lets be done; --json has sample terms')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const kinds = await withPromotions(shell, { store, ...READING }, async (context, api, as) =>
          api.listKinds(context, as.store),
        )
        shell.answer({ kinds }, () =>
          kinds
            .map(({ kind, nameZh, nameEn, commands }) => {
              const names = commands.map(({ id }) => id).join(', ')
              return `${kind} · ${shell.say({ zh: nameZh, en: nameEn })}: ${names}`
            })
            .join('\n'),
        )
      }),
    )
}

export const addList: AddProgrammeCommand = (programmes, run) => {
  programmes
    .command('list <store>')
    .description('全部项目与进度 / programmes with how far they are')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const listed = await withPromotions(shell, { store, ...READING }, (context, api, as) =>
          api.listProgrammes(context, as.store),
        )
        const row = ({ id, name, kind, state, cases, toDo }: ProgrammeInfo): string[] => [
          id,
          name,
          kind,
          state,
          String(cases),
          String(toDo),
        ]
        shell.answer({ programmes: listed }, () => renderTable(LIST, listed.map(row)))
      }),
    )
}

export const addShow: AddProgrammeCommand = (programmes, run) => {
  programmes
    .command('show <store> <programme>')
    .description('公布的数字、概率、种子摘要和各账户 / what is published, and where the money stands')
    .action((store: string, programme: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const info = await withPromotions(shell, { store, ...READING }, (context, api, as) =>
          api.readProgramme(context, as.store, programme),
        )
        shell.answer(info, () => programmeText(shell, info))
      }),
    )
}

type CasesOptions = { status?: string; limit: string }

export const addCases: AddProgrammeCommand = (programmes, run) => {
  programmes
    .command('cases <store> <programme>')
    .description('各笔记录，最近变动的在前 / its cases, the last that moved first')
    .option('--status <status>', '只看这种状态 / this status only')
    .option('--limit <number>', '最多几笔 / at most', '50')
    .action((store: string, programme: string, { status, limit }: CasesOptions, command: Command) =>
      run(command, async (shell) => {
        const query = { limit: Number(limit), ...(status === undefined ? {} : { status }) }
        const page = await withPromotions(shell, { store, ...READING }, (context, api, as) =>
          api.listCases(context, as.store, { programme, query }),
        )
        const row = ({ id, status: at, dueDay }: ProgrammeCase): string[] => [id, at, dueDay ?? '–']
        shell.answer(page, () => renderTable(CASES, page.cases.map(row)))
      }),
    )
}

export const addToDo: AddProgrammeCommand = (programmes, run) => {
  programmes
    .command('todo <store> <programme>')
    .description('待办：发货、打包、退款、补款、提醒 / what has to be carried out')
    .action((store: string, programme: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const effects = await withPromotions(shell, { store, ...READING }, (context, api, as) =>
          api.listEffects(context, as.store, { programme, query: { open: 'yes', limit: 1000 } }),
        )
        const what = ({ cents, skuIds, note, instruction }: ProgrammeEffect): string =>
          [skuIds?.join(' '), cents === undefined ? '' : moneyText(shell, cents), instruction, note]
            .filter(Boolean)
            .join(' · ')
        shell.answer({ effects }, () =>
          renderTable(
            TO_DO,
            effects.map((effect) => [effect.key, effect.kind, what(effect)]),
          ),
        )
      }),
    )
}
