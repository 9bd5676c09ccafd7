import { err, ok } from '@zhanggui/kernel'
import { count, day, text, type ValuesOf } from '../programme/field.ts'
import { happened, type Programme, type ProgrammeAnswer, type ProgrammeStep } from '../programme/programme.ts'
import { checkWindow, outsideWindow } from '../programme/window.ts'

const TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 90),
  points: count('奖励积分', 'Points', 20, { min: 1, max: 100_000 }),
  instruction: text('给仓库的打包要求', 'Instruction for packing', '循环箱，不放纸质发票和宣传单'),
  ordersMax: count('最多奖励订单数', 'Orders at most', 10_000, { min: 1, max: 10_000_000 }),
}
type Terms = ValuesOf<typeof TERMS>
type Desk = { orders: number; withdrawn: number }
type State = { points: number; status: 'chosen' | 'withdrawn' }

function choose({ terms, desk, caseId, moment }: ProgrammeStep<Terms, Desk, State>): ProgrammeAnswer<Desk, State> {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  if (desk.orders - desk.withdrawn >= terms.ordersMax) return err({ code: 'budget_used_up' })
  const { points, instruction } = terms
  return ok(
    happened(
      { desk: { ...desk, orders: desk.orders + 1 }, state: { points, status: 'chosen' } },
      {
        effects: [
          { key: `${caseId}/pack`, kind: 'pack', instruction },
          { key: `${caseId}/points`, kind: 'points', points },
        ],
      },
    ),
  )
}

function withdraw({ desk, state, caseId }: ProgrammeStep<Terms, Desk, State>): ProgrammeAnswer<Desk, State> {
  if (state?.status !== 'chosen') return err({ code: 'wrong_state' })
  return ok(
    happened(
      { desk: { ...desk, withdrawn: desk.withdrawn + 1 }, state: { ...state, status: 'withdrawn' } },
      { effects: [{ key: `${caseId}/points-back`, kind: 'points', points: -state.points }] },
    ),
  )
}

/** 绿色包装: whoever chooses it is rewarded with points once an order, and the warehouse is told how to pack. */
export const greenPackaging: Programme<Terms, Desk, State> = {
  programme: 'greenPackaging',
  zh: '绿色包装',
  en: 'Green packaging',
  about: {
    zh: '买家选择绿色包装，打包要求传给仓库，每单奖励一次积分，退单收回。',
    en: 'The choice reaches the warehouse as an instruction and earns points once an order.',
  },
  caseName: { zh: '订单号', en: 'Order' },
  terms: TERMS,
  commands: {
    chooseGreen: { zh: '选择绿色包装', en: 'Choose', needsBuyer: true, opens: 'new', fields: {}, play: choose },
    withdrawGreen: {
      zh: '取消（退单）',
      en: 'Withdraw',
      needsBuyer: false,
      opens: 'no',
      when: ['chosen'],
      fields: {},
      play: withdraw,
    },
  },
  statuses: { chosen: { zh: '已选择', en: 'Chosen' }, withdrawn: { zh: '已取消', en: 'Withdrawn' } },
  accounts: () => ({}),
  check: checkWindow,
  start: () => ({ orders: 0, withdrawn: 0 }),
  tick: ({ desk, state }) => happened({ desk, state }),
  statusOf: ({ status }) => status,
  published: (terms, desk) => [
    { zh: '每单积分', en: 'Points an order', unit: 'count', value: terms.points },
    { zh: '选择绿色包装的订单', en: 'Orders', unit: 'count', value: desk.orders - desk.withdrawn },
    { zh: '已发积分', en: 'Points given', unit: 'count', value: (desk.orders - desk.withdrawn) * terms.points },
  ],
  caseFacts: ({ terms, state }) => [
    { zh: '打包要求', en: 'Instruction', unit: 'text', value: terms.instruction },
    { zh: '积分', en: 'Points', unit: 'count', value: state.points },
  ],
  isDrawn: () => false,
}
