import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { booleanField, choiceField, integerField, textField } from '../../admin/resources/resource-fields.ts'

/** Ten minutes and five tries, where a shop says nothing: long enough for a slow message, short enough to give stock back. */
const DEFAULTS = { minutes: 10, tries: 5 }

/** How a buyer whose order looks risky is asked for a second proof. The first that is on is used; none is until somebody switches it on. */
export const RISK_CHECKS = defineResource({
  id: 'risk-checks',
  nameZh: '二次验证',
  nameEn: 'Second checks',
  area: 'risk',
  fields: {
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60 }),
    adapter: choiceField({
      nameZh: '接入方式',
      nameEn: 'Adapter',
      required: true,
      choices: [
        { value: 'simulator', nameZh: '模拟器', nameEn: 'Simulator' },
        { value: 'gateway', nameZh: '店铺自己的短信网关', nameEn: 'The shop’s own gateway' },
      ],
      helpZh: '模拟器不发出任何消息；网关是一个 Webhook 通知渠道，由它按订单号找到买家',
      helpEn: 'The simulator sends nothing; a gateway is a webhook channel that knows the buyer by the order’s number',
    }),
    gateway: textField({ nameZh: '网关渠道编号', nameEn: 'Gateway channel', max: 60 }),
    minutes: integerField({ nameZh: '有效分钟', nameEn: 'Minutes to answer', min: 1, max: 60 }),
    tries: integerField({ nameZh: '最多尝试', nameEn: 'Tries', min: 1, max: 10 }),
    isOn: booleanField({ nameZh: '启用', nameEn: 'On', required: true }),
  },
  keyFields: ['name'],
  permissions: { read: 'plan:read', write: 'trade:write' },
})

export type CheckSettings = { adapter: string; gateway: string; minutes: number; tries: number }

/** The way that is on; undefined: orders that would need a check are refused as before. */
export async function checkSettingsOf(context: Context, store: string): Promise<CheckSettings | undefined> {
  const rows = await readAllRows(context, RISK_CHECKS, store)
  const on = rows.find(({ data }) => data.isOn === true)
  if (!on) return undefined
  const { adapter, gateway, minutes, tries } = on.data
  return {
    adapter: String(adapter),
    gateway: String(gateway ?? ''),
    minutes: Number(minutes ?? DEFAULTS.minutes),
    tries: Number(tries ?? DEFAULTS.tries),
  }
}
