import { readProviders } from '../../trade/payments/providers.ts'
import type { Connector } from './connector.ts'

export const PAYMENTS: Connector = {
  id: 'payments',
  nameZh: '支付服务商',
  nameEn: 'Payment providers',
  direction: 'both',
  needs: {
    zh: '接入适配器；本版本只带模拟器，不动真实的钱',
    en: 'An adapter for the provider; this release has the simulator only, which moves no money',
  },
  simulator: {
    zh: '服务商的“接入方式”为模拟器：收款、退款、通知、对账单，可设延迟、重复、丢失与中断',
    en: 'A provider whose adapter is the simulator: charges, refunds, notices, statements; delayed, doubled, lost and broken on request',
  },
  page: 'admin/resources/payment-providers',
  async use(context, store) {
    const on = (await readProviders(context, store.id)).filter(({ isOn }) => isOn)
    const simulated = on.filter(({ adapter }) => adapter === 'simulator').length
    return { real: on.length - simulated, simulated }
  },
}
