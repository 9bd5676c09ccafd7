import { NO_FAULTS, type ProviderFaults, type ProviderTerms } from '@zhanggui/orders'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import {
  booleanField,
  choiceField,
  jsonField,
  moneyField,
  ratioField,
  textField,
} from '../../admin/resources/resource-fields.ts'

const Bp = z.int().min(0).max(10_000)
const Faults = z
  .strictObject({
    noticeMs: z.int().min(0).max(600_000),
    delayedBp: Bp,
    duplicateBp: Bp,
    lostBp: Bp,
    contradictBp: Bp,
    declineBp: Bp,
    errorBp: Bp,
    outages: z.array(z.strictObject({ from: z.int(), until: z.int(), shareBp: Bp })).max(20),
  })
  .partial()

/** Who takes the money: what a charge costs and whether it is asked. Real networks sit behind adapters of their own. */
export const PAYMENT_PROVIDERS = defineResource({
  id: 'payment-providers',
  nameZh: '支付服务商',
  nameEn: 'Payment providers',
  area: 'trade',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60, headers: ['服务商'] }),
    adapter: choiceField({
      nameZh: '接入方式',
      nameEn: 'Adapter',
      required: true,
      choices: [{ value: 'simulator', nameZh: '模拟器', nameEn: 'Simulator' }],
      helpZh: '模拟器不动真实的钱，用于演练与压测',
      helpEn: 'The simulator moves no money; it is for rehearsals and load tests',
    }),
    feeRate: ratioField({
      nameZh: '费率',
      nameEn: 'Fee',
      required: true,
      max: 0.1,
      helpZh: '0.006 表示 0.6%',
      helpEn: '0.006 is 0.6%',
    }),
    feeFixedCents: moneyField({ nameZh: '每笔固定费用', nameEn: 'Fixed fee a charge' }),
    isOn: booleanField({ nameZh: '启用', nameEn: 'On', required: true }),
    faults: jsonField({
      nameZh: '模拟故障',
      nameEn: 'Simulated faults',
      schema: Faults,
      helpZh: '只对模拟器有效：延迟、重复、丢失、矛盾的通知与中断',
      helpEn: 'Simulator only: delayed, doubled, lost and contradicting notices, outages',
    }),
  },
  keyFields: ['name'],
  permissions: { read: 'plan:read', write: 'trade:write' },
})

export type Provider = ProviderTerms & { adapter: string; faults: ProviderFaults }

/** The providers of a shop, in the order in which they were entered. */
export async function readProviders(context: Context, store: string): Promise<Provider[]> {
  const rows = await readAllRows(context, PAYMENT_PROVIDERS, store)
  return rows.map(({ data }) => ({
    providerId: String(data.name),
    adapter: String(data.adapter),
    feeBp: Math.round(Number(data.feeRate ?? 0) * 10_000),
    feeFixedCents: Number(data.feeFixedCents ?? 0),
    isOn: data.isOn === true,
    faults: { ...NO_FAULTS, ...(data.faults as Partial<ProviderFaults> | null) },
  }))
}
