/** What can be wrong with a tree of goals. The first three leave no tree at all. */
export const TREE_FAULT_CODES = [
  'duplicate_id',
  'unknown_parent',
  'cycle',
  'unknown_metric',
  'axis_mismatch',
  'unit_mismatch',
  'outside_period',
  'outside_scope',
  'double_counting',
  'mixed_denominators',
  'missing_denominator',
  'not_additive',
  'bounds_crossed',
  'locked_out_of_bounds',
  'not_whole',
] as const
export type TreeFaultCode = (typeof TREE_FAULT_CODES)[number]

/** `goal` is where to look; `others` are the goals that take part in it. */
export type TreeFault = {
  code: TreeFaultCode
  goal: string
  others: readonly string[]
  messageZh: string
  messageEn: string
}

export const treeFault = (
  code: TreeFaultCode,
  goal: string,
  texts: { zh: string; en: string },
  others: readonly string[] = [],
): TreeFault => ({ code, goal, others, messageZh: texts.zh, messageEn: texts.en })
