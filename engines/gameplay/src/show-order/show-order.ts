import { err, ok } from '@zhanggui/kernel'
import { count, day, type Fields, text, type ValuesOf } from '../programme/field.ts'
import { happened, type Programme, type ProgrammeAnswer, type ProgrammeStep } from '../programme/programme.ts'
import { checkWindow, outsideWindow } from '../programme/window.ts'
import { contentFault } from '../trial/check-content.ts'
import { fingerprintDistance, isFingerprint } from './picture.ts'

const TERMS = {
  fromDay: day('开始日', 'First day', 0),
  throughDay: day('结束日（含）', 'Last day', 30),
  topic: text('话题', 'Topic', '#我的开箱'),
  rewardPoints: count('每单奖励积分', 'Points an order', 50, { min: 1, max: 100_000 }),
  rewardsMax: count('最多奖励单数', 'Rewards at most', 5000, { min: 1, max: 1_000_000 }),
  charsMin: count('最少字数', 'Characters at least', 15, { max: 2000 }),
  alikeBitsMax: count('图片相差几位以内算重复', 'Bits by which a picture is still the same', 4, { max: 32 }),
}
type Terms = ValuesOf<typeof TERMS>
type Desk = { rewarded: number; withdrawn: number }
type State = { fingerprint: string; points: number; status: 'rewarded' | 'withdrawn' }
type Answer = ProgrammeAnswer<Desk, State>
type Step<F extends Fields = Fields> = ProgrammeStep<Terms, Desk, State, F>

const SHOW = {
  text: text('内容', 'Text', '包装很好，颜色和图片一样', { max: 5000 }),
  fingerprint: text('图片指纹（16 位十六进制）', 'Fingerprint of the picture (16 hex digits)', '00ff00ff00ff00ff', {
    min: 16,
    max: 16,
  }),
}

function show({ terms, desk, caseId, others, command, moment }: Step<typeof SHOW>): Answer {
  const outside = outsideWindow(terms, moment.day)
  if (outside) return err(outside)
  const fault = contentFault(command.text, terms.charsMin)
  if (fault) return err(fault)
  const { fingerprint } = command
  if (!isFingerprint(fingerprint)) return err({ code: 'unknown_choice' })
  const isAlike = ({ state }: { state: State }) =>
    fingerprintDistance(state.fingerprint, fingerprint) <= terms.alikeBitsMax
  if (others.some(isAlike)) return err({ code: 'picture_seen_before' })
  if (desk.rewarded - desk.withdrawn >= terms.rewardsMax) return err({ code: 'budget_used_up' })
  const points = terms.rewardPoints
  return ok(
    happened(
      { desk: { ...desk, rewarded: desk.rewarded + 1 }, state: { fingerprint, points, status: 'rewarded' } },
      { effects: [{ key: `${caseId}/points`, kind: 'points', points }] },
    ),
  )
}

function withdraw({ desk, state, caseId }: Step): Answer {
  if (state?.status !== 'rewarded') return err({ code: 'wrong_state' })
  return ok(
    happened(
      { desk: { ...desk, withdrawn: desk.withdrawn + 1 }, state: { ...state, status: 'withdrawn' } },
      { effects: [{ key: `${caseId}/points-back`, kind: 'points', points: -state.points }] },
    ),
  )
}

/** 晒单有礼: one reward an order, after a check of the text, and none for a picture that was handed in before. */
export const showOrder: Programme<Terms, Desk, State> = {
  programme: 'showOrder',
  zh: '晒单有礼',
  en: 'Shown orders',
  about: {
    zh: '一单奖一次积分，检查字数和联系方式，重复或微改的图片不算。',
    en: 'One reward an order; texts are checked, and a picture that was seen before, also slightly changed, is refused.',
  },
  caseName: { zh: '订单号', en: 'Order' },
  terms: TERMS,
  commands: {
    show: {
      zh: '登记晒单',
      en: 'Show an order',
      needsBuyer: true,
      opens: 'new',
      seesAll: true,
      fields: SHOW,
      play: show,
    },
    withdrawShow: {
      zh: '收回奖励',
      en: 'Withdraw',
      needsBuyer: false,
      opens: 'no',
      when: ['rewarded'],
      fields: {},
      play: withdraw,
    },
  },
  statuses: { rewarded: { zh: '已奖励', en: 'Rewarded' }, withdrawn: { zh: '已收回', en: 'Withdrawn' } },
  accounts: () => ({}),
  check: checkWindow,
  start: () => ({ rewarded: 0, withdrawn: 0 }),
  tick: ({ desk, state }) => happened({ desk, state }),
  statusOf: ({ status }) => status,
  published: (terms, desk) => [
    { zh: '话题', en: 'Topic', unit: 'text', value: terms.topic, isDetail: true },
    { zh: '已奖励单数', en: 'Orders rewarded', unit: 'count', value: desk.rewarded - desk.withdrawn },
    { zh: '剩余名额', en: 'Rewards left', unit: 'count', value: terms.rewardsMax - desk.rewarded + desk.withdrawn },
  ],
  caseFacts: ({ state }) => [
    { zh: '积分', en: 'Points', unit: 'count', value: state.points },
    { zh: '图片指纹', en: 'Fingerprint', unit: 'text', value: state.fingerprint },
  ],
  isDrawn: () => false,
}
