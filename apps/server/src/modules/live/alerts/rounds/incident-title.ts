import type { AlertRuleBody } from '@zhanggui/contract'
import { DIMENSIONS } from '@zhanggui/metrics'
import { type FiringGroup, MANY } from '@zhanggui/playbooks'
import type { Words } from '../schema.ts'

const nameOfDimension = (id: string): Words => {
  const found = DIMENSIONS.find((dimension) => dimension.id === id)
  return { zh: found?.nameZh ?? id, en: found?.nameEn ?? id }
}

function whereOf({ cause, firings }: FiringGroup, labels: ReadonlyMap<string, string>): Words | null {
  const { dimension, value } = cause
  if (dimension === undefined || value === undefined) return null
  if (value === MANY) return { zh: `${firings.length} 处`, en: `${firings.length} places` }
  const { zh, en } = nameOfDimension(dimension)
  const label = labels.get(`${dimension}=${value}`) ?? value
  return { zh: `${zh}：${label}`, en: `${en}: ${label}` }
}

/** @example incidentTitle(group, rule, labels).zh // '库存即将售罄（商品：玻尿酸精华）' */
export function incidentTitle(
  group: FiringGroup,
  body: Pick<AlertRuleBody, 'nameZh' | 'nameEn'> | undefined,
  labels: ReadonlyMap<string, string>,
): Words {
  const where = whereOf(group, labels)
  const zh = body?.nameZh ?? group.cause.metric
  const en = body?.nameEn ?? group.cause.metric
  return where ? { zh: `${zh}（${where.zh}）`, en: `${en} (${where.en})` } : { zh, en }
}
