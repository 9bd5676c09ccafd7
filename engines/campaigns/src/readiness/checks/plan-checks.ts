import { checkPhases, isBrokenSchedule } from '../../phases/check-phases.ts'
import { sayPhaseFinding } from '../../phases/say-phase-finding.ts'
import { type Reason, reason } from '../../reason.ts'
import { checkTask } from '../../tasks/check-task.ts'
import { taskNetwork } from '../../tasks/task-network.ts'
import type { CampaignPlan } from '../campaign-facts.ts'
import type { CheckDeclaration } from '../entry-check.ts'

type Part = { code: string; zh: string; en: string; isThere: (plan: CampaignPlan) => boolean }

/** What one object holds of a campaign (P3.15). */
const PARTS: readonly Part[] = [
  {
    code: 'goal',
    zh: '目标：填目标成交，或关联年度目标',
    en: 'goal: enter the target, or link cells of the plan',
    isThere: ({ goal }) => goal.targetCents !== null || goal.goals.length > 0,
  },
  {
    code: 'audience',
    zh: '人群：写明卖给谁',
    en: 'audience: say who it is for',
    isThere: ({ audience }) => audience !== '',
  },
  { code: 'theme', zh: '主题：写一句主题', en: 'theme: write it in a sentence', isThere: ({ theme }) => theme !== '' },
  {
    code: 'goods',
    zh: '商品：至少选一个商品',
    en: 'goods: choose one at least',
    isThere: ({ goods }) => goods.length > 0,
  },
  {
    code: 'gameplay',
    zh: '玩法：至少关联一个优惠',
    en: 'gameplay: link one promotion at least',
    isThere: ({ promotions }) => promotions.length > 0,
  },
  {
    code: 'channels',
    zh: '渠道：至少选一个渠道',
    en: 'channels: choose one at least',
    isThere: ({ channels }) => channels.length > 0,
  },
  {
    code: 'budget',
    zh: '预算：填活动预算',
    en: 'budget: enter it',
    isThere: ({ budgetCents }) => budgetCents !== null,
  },
  {
    code: 'team',
    zh: '团队：至少写明运营负责人',
    en: 'team: name who leads operations',
    isThere: ({ team }) => team.some((t) => t.team === 'operations'),
  },
  {
    code: 'plansB',
    zh: '预案：至少写一条',
    en: 'plan B: write one at least',
    isThere: ({ plansB }) => plansB.length > 0,
  },
]

export const CONTENT: CheckDeclaration = {
  id: 'content',
  nameZh: '活动要素齐全',
  nameEn: 'The campaign is complete',
  find: ({ plan }) => PARTS.filter(({ isThere }) => !isThere(plan)).map(({ code, zh, en }) => reason(code, zh, en)),
}

export const SCHEDULE: CheckDeclaration = {
  id: 'schedule',
  nameZh: '阶段首尾相接',
  nameEn: 'Phases joined end to end',
  find: ({ plan }) => checkPhases(plan.windows).filter(isBrokenSchedule).map(sayPhaseFinding),
}

/** Tasks that nobody answers for, or that wait for each other in a circle. */
export const WORK: CheckDeclaration = {
  id: 'work',
  nameZh: '每个任务有负责人',
  nameEn: 'Every task has somebody accountable',
  find: ({ tasks }) => {
    if (tasks.length === 0)
      return [reason('no_tasks', '还没有任务：从模板生成或添加', 'There are no tasks: take a template, or add them')]
    const ids = new Set(tasks.map(({ id }) => id))
    const own = tasks.flatMap((task): Reason[] =>
      checkTask(task, ids).map(({ code, zh, en }) =>
        reason(code, `${task.body.title}：${zh}`, `${task.body.title}: ${en}`),
      ),
    )
    const network = taskNetwork(tasks)
    if (network.ok || network.error.code !== 'dependency_cycle') return own
    const circle = network.error.tasks.join('、')
    return [
      ...own,
      reason(
        'dependency_cycle',
        `这些任务互相等待：${circle}。去掉其中一个前置`,
        `These tasks wait for each other: ${circle}. Take one of the dependencies out`,
      ),
    ]
  },
}

export const CLASHES: CheckDeclaration = {
  id: 'clashes',
  nameZh: '没有冲突',
  nameEn: 'No clash with other campaigns',
  find: ({ clashes }) => [...clashes],
}
