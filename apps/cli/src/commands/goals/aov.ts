import type { AovChange, AovPath, PlanAovPath } from '@zhanggui/contract'
import { parseAmount } from '@zhanggui/kernel'
import { type Command, InvalidArgumentError } from 'commander'
import { parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { budgetFigures, budgetTable } from '../budget/figures.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'
import type { AddGoalsCommand } from './index.ts'
import { withGoals } from './with-goals.ts'

type Step = PlanAovPath['steps'][number]
type AovOptions = PlanOption & { asOf?: string; step: Step[]; dryRun: boolean }

const LEVERS = { bundle: '搭配销售', couponPack: '券包', recommendation: '高价推荐' } as const
const isLever = (text: string): text is Step['lever'] => text in LEVERS

/** `2027-Q1:bundle:家居:+15` is 15 yuan more per buyer there, `…:+2%` two in a hundred more of the buyers. */
export function parseStep(text: string, before: Step[]): Step[] {
  const [period = '', lever = '', category = '', change = ''] = text.split(':')
  const share = /^([+-]?\d+(?:\.\d+)?)%$/.exec(change.trim())
  const amount = share ? null : parseAmount(change.replace('+', ''))
  if (period === '' || category === '' || !isLever(lever) || (!share && !amount?.ok))
    throw new InvalidArgumentError(
      '应为 期间:抓手:类目:变化，如 2027-Q1:bundle:家居:+15 或 …:+2%，抓手为 bundle、couponPack、recommendation / period:lever:category:change',
    )
  const moved = share ? { reach: Number(share[1]) / 100 } : { spendCents: amount?.ok ? amount.value : 0 }
  return [...before, { period, lever, category, ...moved }]
}

function renderChange(change: AovChange, currency: string, shell: Shell): string {
  const { money, ratio } = budgetFigures(shell, currency)
  const heads = {
    zh: ['类目', '>结构', '>价格', '>购买占比', '>人均花费'],
    en: ['Category', '>Mix', '>Price', '>Reach', '>Spend'],
  }
  const rows = change.effects.map((e) => [
    e.category || '–',
    money(Math.round(e.mix)),
    money(Math.round(e.price)),
    `${ratio(e.reach.from)} → ${ratio(e.reach.to)}`,
    `${money(Math.round(e.spend.from))} → ${money(Math.round(e.spend.to))}`,
  ])
  const [from, to] = [change.from, change.to].map((v) => money(v === null ? null : Math.round(v)))
  return `${shell.say({ zh: `客单价 ${from} → ${to}`, en: `AOV ${from} → ${to}` })}\n${budgetTable(heads[shell.language], rows)}`
}

function renderPath(path: AovPath, currency: string, shell: Shell): string {
  const { money } = budgetFigures(shell, currency)
  const heads = {
    zh: ['期间', '抓手', '类目', '>结构', '>价格', '>之后客单价'],
    en: ['Period', 'Lever', 'Category', '>Mix', '>Price', '>AOV after'],
  }
  const rows = path.steps.map((s) => [
    s.period,
    shell.say({ zh: LEVERS[s.lever], en: s.lever }),
    s.category,
    ...[s.mix, s.price, s.after].map((v) => money(Math.round(v))),
  ])
  return budgetTable(heads[shell.language], rows)
}

export const addGoalsAov: AddGoalsCommand = (goals, run) => {
  addPlanOption(goals.command('aov <store>'))
    .description('客单价变化的结构与价格，或一条阶梯路径 / why AOV moved, or a stepped path')
    .option('--as-of <day>', '截至哪一天（不含）/ first day that is not over', parseDayOption)
    .option('--step <step>', '期间:抓手:类目:变化，可重复 / a step of the path, repeatable', parseStep, [])
    .option('--dry-run', '只预览 / only show', false)
    .action((store: string, { plan, asOf, step, dryRun }: AovOptions, command: Command) =>
      run(command, async (shell) => {
        const day = asOf ? { asOf } : {}
        const given = { store, plan }
        if (step.length === 0) {
          const { change, currency } = await withGoals(shell, given, async (at) => ({
            currency: at.view.currency,
            change: await at.goals.readAovChange(at.context, at.store, day),
          }))
          shell.answer(change, () => renderChange(change, currency, shell))
          return
        }
        const { path, currency } = await withGoals(shell, given, async (at) => {
          const asked = { ...day, revision: at.view.revision, apply: !dryRun, steps: step }
          return {
            currency: at.view.currency,
            path: await at.goals.planAovPath(at.context, at.caller, at.store, plan, asked),
          }
        })
        shell.answer(path, () => renderPath(path, currency, shell))
      }),
    )
}
