import type { BudgetLine, StageRule } from '@zhanggui/budget'
import type { Goal } from '@zhanggui/goals'
import type { Plan, PlanEvent, PlanFacts, PlanRequest, PlanTask, TableRow } from '../../src/index.ts'

/** A plan or facts that a test may write to; brands are plain values, as in a file. */
export type Editable<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends (...args: never[]) => unknown
      ? T
      : T extends readonly (infer Item)[]
        ? Editable<Item>[]
        : T extends object
          ? { -readonly [K in keyof T]: Editable<T[K]> }
          : T

export type EditablePlan = Editable<Plan>
export type EditableFacts = Editable<PlanFacts>
export type Plant = (plan: EditablePlan, facts: EditableFacts) => void

const find = <T extends { id: string }>(objects: T[], id: string): T => {
  const object = objects.find((o) => o.id === id)
  if (!object) throw new Error(`the clean plan has no ${id}`)
  return object
}

const change =
  <T extends { id: string }>(list: (plan: EditablePlan) => T[]) =>
  (id: string, fields: Partial<T>): Plant =>
  (plan) => {
    Object.assign(find(list(plan), id), fields)
  }

export const changeGoal = change((plan) => plan.goals)
export const changeLine = change((plan) => plan.budget)
export const changeEvent = change((plan) => plan.events)
export const changeTask = change((plan) => plan.tasks)
export const changeRequest = change((plan) => plan.requests)
export const changeRow = change((plan) => plan.table)
export const changeStage = change((plan) => plan.stages)
export const changeRules =
  (fields: Partial<EditablePlan['budgetRules']>): Plant =>
  (plan) => {
    Object.assign(plan.budgetRules, fields)
  }
export const addToChapter =
  (chapter: keyof Plan['texts'], sentence: string): Plant =>
  (plan) => {
    plan.texts[chapter] += sentence
  }

/** Copies of a sound object of the clean plan with other fields: nothing but what is planted is wrong with them. */
const add =
  <T extends { id: string }>(list: (plan: EditablePlan) => T[], like: string) =>
  (...objects: (Partial<T> & { id: string })[]): Plant =>
  (plan) => {
    const model = find(list(plan), like)
    for (const fields of objects) list(plan).push({ ...structuredClone(model), ...fields })
  }

const NO_PARENT = { parentId: null, axis: null, denominator: null, scope: {}, floor: null, cap: null, locked: false }
export const addGoal = (...goals: (Partial<Editable<Goal>> & { id: string; metric: string })[]): Plant =>
  add(
    (plan) => plan.goals,
    'exposure',
  )(...goals.map((goal) => ({ ...NO_PARENT, name: `${goal.metric} 目标`, target: 120, baseline: 100, ...goal })))
export const addLine = (...lines: (Partial<Editable<BudgetLine>> & { id: string })[]): Plant =>
  add(
    (plan) => plan.budget,
    'all',
  )(
    ...lines.map((line) => ({
      name: `预算 ${line.id}`,
      ...(line.shareBp === undefined ? {} : { amountCents: null, shareBase: 'parent' as const }),
      ...line,
    })),
  )
export const addStageRule =
  (rule: Partial<Editable<StageRule>> & { id: string }): Plant =>
  (plan) => {
    plan.budgetRules.stages.push({
      name: `阶段 ${rule.id}`,
      fromPeriod: '2027-03',
      toPeriod: '2027-03',
      channels: ['affiliate'],
      minBp: 0,
      maxBp: 1000,
      base: 'sales',
      reason: '旺季',
      ...rule,
    })
  }
export const addEvent = (...events: (Partial<Editable<PlanEvent>> & { id: string })[]): Plant =>
  add(
    (plan) => plan.events,
    'birthday',
  )(
    ...events.map((event) => ({
      name: `主题活动 ${event.id}`,
      kind: 'theme' as const,
      declaredQuarter: null,
      mainDay: null,
      theme: '会员感恩',
      mechanics: [],
      ...event,
    })),
  )
export const addTask = (...tasks: (Partial<Editable<PlanTask>> & { id: string })[]): Plant =>
  add((plan) => plan.tasks, 'peers')(...tasks.map((task) => ({ title: `任务 ${task.id}`, source: null, ...task })))
/** A task whose details say something. */
export const addNote = (id: string, detail: string): Plant => addTask({ id, detail })
export const addRequest = (...requests: (Partial<Editable<PlanRequest>> & { id: string })[]): Plant =>
  add(
    (plan) => plan.requests,
    'samples',
  )(...requests.map((request) => ({ text: `配合事项 ${request.id}`, source: null, ...request })))
export const addRow = (...rows: (Partial<Editable<TableRow>> & { id: string })[]): Plant =>
  add((plan) => plan.table, 'r6')(...rows.map((row) => ({ dailyPromotion: '关键词推广', ...row })))

/** Several things at once. */
export const both =
  (...plants: Plant[]): Plant =>
  (plan, facts) => {
    for (const plant of plants) plant(plan, facts)
  }
