import type { PlanRequest, PlanTeam, Side } from '@zhanggui/contract'

// Lists by hand, since importing the contract's values would bring its schemas into the page; the types keep them complete.
const listOf = <K extends string>(words: Record<K, true>): K[] => Object.keys(words) as K[]

export const TEAMS = listOf<PlanTeam>({
  operations: true,
  design: true,
  content: true,
  technology: true,
  service: true,
  product: true,
  logistics: true,
  finance: true,
  media: true,
  members: true,
})

export const TASK_SIDES = listOf<Side>({
  agency: true,
  merchant: true,
  brand: true,
  platform: true,
  platformOperator: true,
  partner: true,
})

export const KINDS = listOf<PlanRequest['kind']>({
  funds: true,
  products: true,
  priceConcession: true,
  highValueGoods: true,
  oldCustomerFunds: true,
  offSiteTraffic: true,
  training: true,
  stock: true,
  materials: true,
  other: true,
})
