import { defineStrings } from '../../../locale/strings.ts'

export const gainStrings = defineStrings(
  {
    history: '用历史回测',
    market: '用模拟市场试',
    lead: (n: string) => `在 ${n} 个模拟的大促日里注入它要应对的故障，只开和关这一个自动化各跑一遍，比较损失。`,
    ask: '开始试',
    none: '模拟市场里没有需要它应对的故障，只能用历史回测。',
    answer: (gain: string, share: string) => `只靠它能少损失 ${gain}，占损失的 ${share}`,
    against: (plan: string) => `故障：${plan}`,
    day: (seed: string) => `第 ${seed} 天`,
    acted: (at: string) => `${at} 执行`,
    neverActed: '没有执行',
    losses: (without: string, withIt: string) => `损失 ${without} → ${withIt}`,
    caveat: '模拟市场的假设写在演练报告里；同样的人、同样的运气，只差这一个自动化。',
  },
  {
    history: 'On history',
    market: 'In the simulated market',
    lead: (n: string) =>
      `On ${n} simulated days of a big push the fault that it answers is injected; each day runs with only this playbook on, and off.`,
    ask: 'Try it',
    none: 'No fault of the simulated market calls for it; use its history.',
    answer: (gain: string, share: string) => `It alone would have saved ${gain}, ${share} of the loss`,
    against: (plan: string) => `Fault: ${plan}`,
    day: (seed: string) => `Day ${seed}`,
    acted: (at: string) => `acted at ${at}`,
    neverActed: 'did not act',
    losses: (without: string, withIt: string) => `loss ${without} → ${withIt}`,
    caveat: 'The assumptions stand in the reports of drills; same people, same luck, only this playbook differs.',
  },
)
