import { defineStrings, useStrings } from '../../locale/strings.ts'

const names = defineStrings(
  {
    content: '活动要素',
    schedule: '阶段',
    work: '任务负责人',
    clashes: '冲突',
    tasks: '到期任务',
    stockCount: '盘点',
    training: '培训',
    loadTest: '压测',
    pages: '页面',
    rules: '优惠规则',
    rota: '值班表',
    plansB: '应急预案',
    drills: '演练',
    signatures: '签字',
    runSheet: '流程表',
    afterSale: '催付与退款',
    review: '复盘',
  },
  {
    content: 'the campaign itself',
    schedule: 'phases',
    work: 'somebody accountable',
    clashes: 'conflicts',
    tasks: 'work that was due',
    stockCount: 'stock count',
    training: 'training',
    loadTest: 'load test',
    pages: 'pages',
    rules: 'rules',
    rota: 'rota',
    plansB: 'plans B',
    drills: 'drills',
    signatures: 'named approvals',
    runSheet: 'run sheet',
    afterSale: 'unpaid and refunds',
    review: 'review',
  },
)

/** A check by its id, in the reader's language. */
export function useCheckNames(): (id: string) => string {
  const t: Readonly<Record<string, string>> = useStrings(names)
  return (id) => t[id] ?? id
}
