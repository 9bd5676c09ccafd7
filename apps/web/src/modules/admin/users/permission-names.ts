import type { Permission } from '@zhanggui/contract'
import type { Language, Text } from '../../../locale/strings.ts'

/** What each permission lets a person do, in the words of the trade. The compiler asks for a name of every permission. */
const NAMES: Record<Permission, Text> = {
  'store:read': { zh: '查看店铺', en: 'see the shop' },
  'store:manage': { zh: '管理店铺', en: 'manage the shop' },
  'users:manage': { zh: '管理成员', en: 'manage members' },
  'metrics:read': { zh: '查看指标', en: 'see figures' },
  'profit:read': { zh: '查看成本利润', en: 'see cost and profit' },
  'data:import': { zh: '导入数据', en: 'import data' },
  'data:export': { zh: '导出数据', en: 'export data' },
  'events:write': { zh: '发送事件', en: 'send events' },
  'products:write': { zh: '维护商品', en: 'keep products' },
  'plan:read': { zh: '查看计划', en: 'see the plan' },
  'plan:write': { zh: '编辑计划', en: 'edit the plan' },
  'plan:approve': { zh: '审批计划', en: 'approve the plan' },
  'plan:confirm': { zh: '确认计划', en: 'confirm the plan' },
  'budget:post': { zh: '登记预算收支', en: 'post to the budget' },
  'members:write': { zh: '维护会员', en: 'keep members' },
  'audit:read': { zh: '查看审计', en: 'see the audit trail' },
  'keys:manage': { zh: '管理密钥', en: 'manage keys' },
  'money:approve': { zh: '批准金额与价格', en: 'approve money and prices' },
  'live:act': { zh: '处理告警与时限', en: 'work on alerts and clocks' },
  'trade:write': { zh: '提交与变更订单', en: 'submit and change orders' },
  'partner:work': { zh: '合作方工作台', en: 'the workspace of a partner' },
  'people:erase': { zh: '删除个人数据', en: 'erase a person’s data' },
}

/** A permission in words; one of a newer server shows under its own id. */
export const permissionName = (id: string, language: Language): string =>
  new Map<string, Text>(Object.entries(NAMES)).get(id)?.[language] ?? id
