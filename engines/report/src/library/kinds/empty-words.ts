import type { Words } from '../report-kind.ts'

/** What a chapter says when its data is not there: what is lacking, and where it comes from. */
export const EMPTY = {
  orders: {
    zh: '本期没有订单数据；请在 数据 → 导入 导入订单后再看。',
    en: 'There are no orders in this period; import them under Data → Import.',
  },
  traffic: {
    zh: '本期没有访问数据；接入埋点或导入流量报表后，这一章会给出流量与渠道。',
    en: 'There are no visits in this period; connect tracking or import traffic reports to fill this chapter.',
  },
  conversion: {
    zh: '本期没有访问数据，算不出转化；接入埋点后这一章会给出转化环节。',
    en: 'Without visits there is no conversion; connect tracking to fill this chapter.',
  },
  people: {
    zh: '本期订单没有买家身份，算不出新老客与复购；导入带买家的订单后再看。',
    en: 'Orders carry no buyers, so new and returning ones cannot be told apart; import orders with buyers.',
  },
  problems: {
    zh: '与经营基线相比没有发现短板，也没有明显低转化的环节。',
    en: 'Nothing is behind its baseline, and no part converts clearly worse than the others.',
  },
  next: {
    zh: '历史不足一年，暂时推算不出明年；数据满一年后这一章会给出走势与提纲。',
    en: 'There is less than a year of history; with a year of data this chapter gives the outlook and an outline.',
  },
  work: {
    zh: '没有登记任务；在 活动 里排好任务后，这一章会给出完成与延期。',
    en: 'No tasks are recorded; plan them under Campaigns to fill this chapter.',
  },
  decisions: {
    zh: '还没有决议；在报告页写下决议与负责人，下次会议从这里开始。',
    en: 'There are no decisions yet; write them with an owner on the report page and the next meeting begins here.',
  },
  campaigns: {
    zh: '本期没有登记的活动；在 活动 里建立活动后，这一章会给出成绩。',
    en: 'There are no campaigns in this period; set them up under Campaigns to fill this chapter.',
  },
  plan: {
    zh: '没有这一年的计划；在 规划 里建立目标与预算后，这一章会给出完成情况。',
    en: 'There is no plan for the year; set goals and a budget under Planning to fill this chapter.',
  },
  pages: {
    zh: '没有页面访问数据；接入埋点后，这一章会比较活动前、中、后的页面。',
    en: 'There are no page visits; connect tracking to compare pages before, during and after.',
  },
  proposals: {
    zh: '没有需要缩减的渠道，也没有值得复制的活动。',
    en: 'No channel has to be cut, and no campaign asks to be copied.',
  },
} as const satisfies Record<string, Words>
