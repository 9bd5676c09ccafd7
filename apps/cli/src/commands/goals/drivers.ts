import type { DriversAnswer } from '@zhanggui/contract'
import { type Command, InvalidArgumentError } from 'commander'
import { formatFigure } from '../../output/format-figure.ts'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

const DRIVERS = ['gmv', 'uv', 'cvr', 'aov'] as const
type Driver = (typeof DRIVERS)[number]
type Given = { value: number; growth: boolean }
type DriverOptions = PlanOption & Partial<Record<Driver, Given>>

/** `+30%` is growth over last year; `25万`, `5%` of CVR or plain numbers are figures. */
function parseDriver(text: string): Given {
  const match = /^([+-])?(\d+(?:\.\d+)?)(万|亿)?(%)?$/.exec(text.trim())
  const [, sign, digits, scale, rate] = match ?? []
  if (digits === undefined || (sign !== undefined && rate === undefined))
    throw new InvalidArgumentError('应为数值，或 +30% 这样的增长 / a figure, or growth such as +30%')
  const value = Number(digits) * (scale === '万' ? 1e4 : scale === '亿' ? 1e8 : 1) * (rate ? 0.01 : 1)
  return { value: sign === '-' ? -value : value, growth: sign !== undefined }
}

const UNIT = { gmv: 'money', uv: 'count', cvr: 'ratio', aov: 'money' } as const
const TITLES = {
  gmv: { zh: '支付金额', en: 'Paid' },
  uv: { zh: '访客数', en: 'UV' },
  cvr: { zh: '转化率', en: 'CVR' },
  aov: { zh: '客单价', en: 'AOV' },
} as const

const isMoney = (driver: Driver): boolean => UNIT[driver] === 'money'
const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? '–' : `${rate >= 0 ? '+' : '−'}${(Math.abs(rate) * 100).toFixed(2)}%`

function render(answer: DriversAnswer, currency: string, shell: Shell): string {
  const figure = (driver: Driver, value: number | null | undefined): string =>
    formatFigure(value ?? null, { unit: UNIT[driver], currency, language: shell.language })
  const columns = [
    { header: shell.say({ zh: '驱动', en: 'Driver' }), align: 'left' as const },
    { header: shell.say({ zh: '去年', en: 'Last year' }), align: 'right' as const },
    { header: shell.say({ zh: '计划', en: 'Plan' }), align: 'right' as const },
    { header: shell.say({ zh: '增长', en: 'Growth' }), align: 'right' as const },
    { header: shell.say({ zh: '松弛', en: 'Slack' }), align: 'right' as const },
  ]
  const slack = new Map(answer.slacks.map((s) => [s.driver, s.slack]))
  const rows = DRIVERS.map((d) => [
    shell.say(TITLES[d]),
    figure(d, answer.base?.[d]),
    figure(d, answer.values?.[d]),
    percent(answer.growth?.[d]),
    percent(slack.get(d)),
  ])
  return `${renderTable(columns, rows)}\n${shell.say({ zh: answer.messageZh, en: answer.messageEn })}`
}

/** All as growth, or all as figures; money goes to minor units. */
function askedOf(options: DriverOptions): { as: 'values' | 'growth'; given: Record<Driver, number | null> } {
  const given = DRIVERS.flatMap((d) => (options[d] ? [options[d]] : []))
  const growth = given.some((g) => g.growth)
  if (growth && !given.every((g) => g.growth))
    throw new InvalidArgumentError(
      '增长和数值不能混用；请都写成 +30%，或都写成数值 / give growth for all, or figures for all',
    )
  const of = (driver: Driver): number | null => {
    const value = options[driver]?.value
    if (value === undefined) return null
    return !growth && isMoney(driver) ? Math.round(value * 100) : value
  }
  return { as: growth ? 'growth' : 'values', given: { gmv: of('gmv'), uv: of('uv'), cvr: of('cvr'), aov: of('aov') } }
}

export const addGoalsDrivers: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('drivers <store>'))
    .description('支付金额 = 访客数 × 转化率 × 客单价：给三求一，给四查矛盾 / solve or check the driver equation')
    .option('--gmv <figure>', '元或 +30% / currency units or +30%', parseDriver)
    .option('--uv <figure>', '人或 +10% / people or +10%', parseDriver)
    .option('--cvr <figure>', '5% 或 +25% / 5% or +25%', parseDriver)
    .option('--aov <figure>', '元或 +10% / currency units or +10%', parseDriver)
    .action((store: string, options: DriverOptions, command: Command) =>
      run(command, async (shell) => {
        const { plan } = options
        const asked = askedOf(options)
        const { answer, currency } = await withGoals(shell, { store, plan }, async (at) => ({
          currency: at.view.currency,
          answer: await at.goals.solveDrivers(at.context, at.store, plan, asked),
        }))
        shell.answer(answer, () => render(answer, currency, shell))
      }),
    )
}
