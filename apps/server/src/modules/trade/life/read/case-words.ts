import type { AfterSaleCase, CaseState } from '@zhanggui/orders'

type Words = { messageZh: string; messageEn: string }

const WORDS: Readonly<Record<CaseState, Words>> = {
  asked: { messageZh: '商家处理中，超时未处理将自动同意', messageEn: 'The shop is looking at it; silence agrees' },
  agreed: {
    messageZh: '请寄回商品并填写单号，超时未寄回将自动撤销',
    messageEn: 'Please send the goods back; otherwise it is withdrawn',
  },
  goodsBack: {
    messageZh: '仓库已收到，正在验货，超时未处理将自动完成',
    messageEn: 'The warehouse has it and is inspecting it; silence settles',
  },
  replacing: { messageZh: '正在为您备货', messageEn: 'The replacement is being prepared' },
  sending: { messageZh: '补发包裹即将发出或在途', messageEn: 'The replacement is about to go out, or on its way' },
  refunding: {
    messageZh: '退款处理中，将原路退回',
    messageEn: 'The refund is on its way to where the money came from',
  },
  done: { messageZh: '售后已完成', messageEn: 'Done' },
  refused: {
    messageZh: '商家已拒绝，如有异议请联系客服',
    messageEn: 'The shop refused; write to its service if you disagree',
  },
  withdrawn: { messageZh: '售后已撤销', messageEn: 'Withdrawn' },
}

/** What the buyer is told while a case is at this step (P7.12). */
export const caseWords = ({ state }: Pick<AfterSaleCase, 'state'>): Words => WORDS[state]
