/** What people call the roles that plans name. */
const ROLE_NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  operations: { zh: '运营', en: 'operations' },
  media: { zh: '推广', en: 'media' },
  content: { zh: '内容', en: 'content' },
  members: { zh: '会员', en: 'members' },
  service: { zh: '客服', en: 'service' },
  products: { zh: '商品', en: 'products' },
  analyst: { zh: '数据分析', en: 'analysis' },
  finance: { zh: '财务', en: 'finance' },
  technology: { zh: '技术', en: 'technology' },
  warehouse: { zh: '仓储', en: 'the warehouse' },
}

export const roleName = (role: string): { zh: string; en: string } => ROLE_NAMES[role] ?? { zh: role, en: role }
