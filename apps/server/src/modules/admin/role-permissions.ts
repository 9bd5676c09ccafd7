import { PERMISSIONS, type Permission, type Role, type Side } from '@zhanggui/contract'

export type RoleDeclaration = {
  nameZh: string
  nameEn: string
  /** Whose side the role stands on; each role stands on exactly one (P16.01). */
  side: Side
  permissions: readonly Permission[]
}

const READ = ['store:read', 'metrics:read'] as const
/** The agency, the merchant and the brand see the plan; the platform does not. */
const TEAM = [...READ, 'plan:read'] as const
/** Who works for the shop answers for alerts and clocks too, whatever else they may change. */
const CREW = [...TEAM, 'live:act'] as const
const WORK = [...CREW, 'data:import', 'data:export'] as const

/** Who may do what in a shop. The only place where a role is tied to permissions; the matrix test reads it too. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, RoleDeclaration>> = {
  owner: { nameZh: '所有者', nameEn: 'Owner', side: 'agency', permissions: PERMISSIONS },
  operations: {
    nameZh: '店长 / 运营总监',
    nameEn: 'Head of operations',
    side: 'agency',
    permissions: PERMISSIONS.filter((permission) => permission !== 'people:erase'),
  },
  campaign: {
    nameZh: '活动运营',
    nameEn: 'Campaigns',
    side: 'agency',
    permissions: [...WORK, 'plan:write', 'products:write'],
  },
  media: {
    nameZh: '推广',
    nameEn: 'Paid media',
    side: 'agency',
    permissions: [...WORK, 'plan:write', 'budget:post', 'profit:read'],
  },
  content: { nameZh: '设计与内容', nameEn: 'Design and content', side: 'agency', permissions: CREW },
  members: {
    nameZh: '会员运营',
    nameEn: 'Members',
    side: 'agency',
    permissions: [...WORK, 'plan:write', 'members:write'],
  },
  service: {
    nameZh: '客服主管',
    nameEn: 'Service',
    side: 'agency',
    permissions: [...CREW, 'data:import', 'trade:write'],
  },
  products: {
    nameZh: '商品运营',
    nameEn: 'Products',
    side: 'agency',
    permissions: [...WORK, 'plan:write', 'profit:read', 'products:write'],
  },
  analyst: { nameZh: '分析师', nameEn: 'Analyst', side: 'agency', permissions: [...WORK, 'plan:write', 'profit:read'] },
  finance: {
    nameZh: '财务',
    nameEn: 'Finance',
    side: 'agency',
    permissions: [...WORK, 'plan:write', 'budget:post', 'profit:read', 'audit:read', 'money:approve'],
  },
  technology: {
    nameZh: '技术',
    nameEn: 'Technology',
    side: 'agency',
    permissions: [...CREW, 'data:import', 'events:write', 'keys:manage', 'trade:write'],
  },
  warehouse: {
    nameZh: '仓储物流',
    nameEn: 'Warehouse and logistics',
    side: 'agency',
    permissions: [...CREW, 'data:import'],
  },
  merchant: {
    nameZh: '商家',
    nameEn: 'Merchant',
    side: 'merchant',
    permissions: [...TEAM, 'plan:confirm', 'profit:read', 'data:export', 'audit:read'],
  },
  brand: {
    nameZh: '品牌方',
    nameEn: 'Brand',
    side: 'brand',
    permissions: [...TEAM, 'plan:confirm', 'profit:read', 'data:export'],
  },
  platform: { nameZh: '平台小二', nameEn: 'Platform manager', side: 'platform', permissions: READ },
  platformOperator: { nameZh: '平台运营', nameEn: 'Platform operator', side: 'platformOperator', permissions: READ },
  /** Sees the contracts of the one partner whom they work for (P4.15), and nothing else of the shop. */
  partner: { nameZh: '合作方', nameEn: 'Partner', side: 'partner', permissions: ['partner:work'] },
}

export const roleAllows = (role: Role, permission: Permission): boolean =>
  ROLE_PERMISSIONS[role].permissions.includes(permission)

/** True when `role` may do nothing that `grantor` may not: nobody gives away more than they hold. */
export const roleWithin = (role: Role, grantor: Role): boolean =>
  ROLE_PERMISSIONS[role].permissions.every((permission) => roleAllows(grantor, permission))
