import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'

/** A partner whom buyers know less loses a few of them. */
const BACKUP_FACTOR = 0.97

export const PAYMENT_OUTAGE: FaultKind = {
  kind: 'paymentOutage',
  plan: 'payment-outage',
  nameZh: '支付中断',
  nameEn: 'Payment fails',
  minutes: 150,
  usual: 0.8,
  stage: (fault, { world, put }) => {
    let on = false
    let [asked, paid, unpaidCents, recoveredCents, failed] = [0, 0, 0, 0, 0]
    const isMain = (): boolean => world().get('payment/main')?.state === 'on'
    const open = (minute: number): void => {
      on = isOn(fault, minute)
      put('payment/main', { ...world().get('payment/main'), health: on ? 1 - fault.size : 1 })
    }
    return {
      fault,
      tags: { payment: 'main' },
      salesCount: true,
      levers: [
        ['payment/main', { state: 'on', health: 1, costCents: 60 }],
        ['payment/backup', { state: 'backup', health: 0.99, costCents: 70 }],
      ],
      payFactor: () => (isMain() ? (on ? 1 - fault.size : 1) : BACKUP_FACTOR),
      sold: (lines, minute) => {
        asked += 1
        if (lines.some((line) => line.paidCents !== null)) paid += 1
        else if (isOn(fault, minute)) {
          failed += 1
          unpaidCents += lines.reduce((sum, line) => sum + line.gmvCents, 0)
        }
      },
      figures: (minute) => {
        const answer = reading('paySuccessRate', asked === 0 ? null : paid / asked, asked)
        asked = 0
        paid = 0
        open(minute)
        return [answer]
      },
      effect: (effect) => {
        if (effect !== 'recallUnpaid') return
        recoveredCents += Math.round(unpaidCents * ASSUMPTIONS.recallShare)
        unpaidCents = 0
      },
      tally: () => ({ ...NOTHING, recoveredCents, notes: { ordersUnpaid: failed } }),
    }
  },
}
